from yixian.config.demo.notice import notice, padded, width
from yixian.config.demo.place import Note

NOTE = Note(
    "2026-11-20",
    "111 222",
    "333 444",
    [
        ["接访员", "姜直尺", "jiefang1", "青禾-演示-春风化雨", "登记"],
        ["管理员", "昌", "guanli", "青禾-演示-键盘声声", "账号"],
    ],
    "x",
)


def test_the_notice_gives_the_address_the_log_ins_and_the_codes() -> None:
    text = notice(NOTE, "http://127.0.0.1:8000")

    wanted = ("http://127.0.0.1:8000/desk/", "jiefang1", "青禾-演示-键盘声声", "111 222", "333 444")
    assert [each for each in wanted if each not in text] == []


def test_the_columns_stand_under_each_other() -> None:
    lines = [line for line in notice(NOTE, "x").splitlines() if "青禾-演示" in line]

    assert {width(line[: line.index("青禾-演示")]) for line in lines} == {
        width("  接访员  姜直尺  jiefang1  ")
    }


def test_a_chinese_character_takes_two_columns() -> None:
    assert (width("乙a"), padded("乙", 4)) == (3, "乙  ")
