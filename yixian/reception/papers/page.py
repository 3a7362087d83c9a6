"""docs/generated/placeholders.md: what a clerk may write in the template of each paper."""

from collections.abc import Iterator

from yixian.reception.enums import PaperKind
from yixian.reception.papers.places import places_of

HEADING = (
    "由代码生成（`make generated`），请勿手工修改。在 Word 模板里照“写法”一栏写；样例都是编的。"
    "怎样换模板见 [文书、模板和海报](../guide/文书和模板.md)。"
)


def placeholders_page() -> str:
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from ("# 占位符一览", "", HEADING)
    for kind in PaperKind:
        yield from ("", f"## {kind.label}", "", "| 写法 | 填什么 | 例如 | 必需 |", "|---|---|---|---|")
        for each in places_of(kind):
            sample = "（图片）" if each.is_picture else " ".join(each.sample.split())
            yield f"| `{each.written}` | {each.meaning} | {sample} | {'必需' if each.required else ''} |"
