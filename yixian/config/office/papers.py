"""The pages that setting up prints: a slip for each person, and each recovery half by itself.

Nothing of them is stored. On a terminal one page is shown at a time; otherwise a form feed stands between them.
"""

from collections.abc import Iterator

from yixian.config.office.founding import Founded

RULE = "─" * 60


def pages(founded: Founded) -> Iterator[str]:
    for staff in founded.staff:
        yield _slip(founded, staff.name, staff.username)
    for number, half in enumerate(founded.founding.halves, start=1):
        yield _half(founded, number, half)


def _slip(founded: Founded, name: str, username: str) -> str:
    phrase = founded.founding.phrases[username]
    return f"""{RULE}
{founded.organ.name}　账号通知单（交本人，阅后销毁）

  姓　　名：{name}
  登 录 名：{username}
  一次口令：{phrase}

  1. 一次口令只用于第一次登录，登录后须立即改为自己的口令。
  2. 新口令至少10个字符，建议用一句只有自己知道的话。
  3. 口令没有备份，忘记后由管理员重新开设，并由纪委书记重新交付密钥。
{RULE}"""


def _half(founded: Founded, number: int, half: str) -> str:
    groups = half.split("-")
    lines = "\n".join("  " + "  ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))
    keeper = ("纪委书记", "上级纪检监察机关（或者本机关另一名负责人）")[number - 1]
    return f"""{RULE}
{founded.organ.name}　恢复密钥　第{number}半（共两半）

{lines}

  1. 请抄写或者打印后装入信封密封，由{keeper}保管，存放在不同的地方。
  2. 单独一半没有任何用处；两半合在一起可以打开本机关的全部密文。
  3. 只有纪委书记的口令丢失时才使用，用后应当重新建立恢复密钥。
  4. 本页只显示这一次，系统不保存。
{RULE}"""
