"""What the start prints: the address, who may log in, and the codes of two reports."""

import unicodedata

from yixian.config.demo.place import Note

HEADINGS = ("角色", "姓名", "登录名", "口令", "能做什么")


def notice(note: Note, address: str) -> str:
    rows = [HEADINGS, *note.log_ins]
    widths = [max(width(row[column]) for row in rows) for column in range(len(HEADINGS) - 1)]
    lines = ["  " + "  ".join([*map(padded, row, widths), row[-1]]) for row in rows]
    return "\n".join(
        (
            "",
            "一线演示：云溪县青禾镇纪委（地名、人名、来件全部虚构）",
            f"  举报窗口  {address}/",
            f"  工作台    {address}/desk/",
            "",
            *lines,
            "",
            "举报窗口的查询码（每件一个）：",
            f"  已有答复，可以评价  {note.answered}",
            f"  正在办理，可以来信  {note.under_way}",
            "",
            f"演示数据准备于{note.prepared_on}，加 --fresh 重新准备。按 Ctrl-C 停止。",
        )
    )


def padded(text: str, to: int) -> str:
    return text + " " * (to - width(text))


def width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
