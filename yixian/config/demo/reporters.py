"""The people who report in the demonstration. None of them is anyone: names of plants and weather."""

from yixian.reception.actions import ReporterFacts

NAMES = (
    "田小满", "麦芒种", "梁谷穗", "池莲蓬", "桑晚霞", "竹青山", "溪流水", "葛藤蔓", "柿红霜", "艾端阳",
    "藕花深", "菱角尖", "荞麦花", "薯满仓", "茶新芽", "桐花白", "枣满枝", "椒红火", "棉朵朵", "榆钱树",
    "蒲扇风", "杏花雨", "莓红点", "橘皮黄", "栗开口", "苇芦花", "姜老辣", "葱小白", "蒜满辫", "瓜田李",
)  # fmt: skip


def reporter_of(number: int, after: int, village: str) -> ReporterFacts:
    """The same story and day give the same person, so that a repeat comes from whoever came first."""
    at = (number * 7 + after) % len(NAMES)
    return ReporterFacts(
        name=NAMES[at], phone=f"1390000{number:02d}{at:02d}", address=f"青禾镇{village}{at % 8 + 1}组"
    )
