"""证据目录: every item with its custody, the hash of every file, and what is still wanted or was given up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yixian.reception.actions import FilledPaper
from yixian.resolution.models import Evidence, Gap
from yixian.toolkit.documents import Paper
from yixian.toolkit.wording import cn_date

ITEMS = ("编号", "种类", "名称和证明的内容", "来源", "原件/复制件", "提取", "保管人")
ITEM_WIDTHS = (1.1, 1.7, 4.3, 2.8, 1.9, 2.1, 1.7)
SUMS, SUM_WIDTHS = ("编号", "文件", "SHA-256"), (1.4, 4.2, 10.0)
GAPS, GAP_WIDTHS = ("缺什么", "向谁要", "期限", "结果"), (5.0, 3.6, 2.8, 4.2)
HALF = 32


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item with its opened words; ``held_by`` is empty for none."""

    item: Evidence
    title: str
    source: str
    shows: str
    held_by: str
    file_name: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ListedGap:
    gap: Gap
    wanted: str
    holder: str
    reason: str


def evidence_list(
    *, organ: str, code: str, items: Sequence[ListedItem], gaps: Sequence[ListedGap], on: date
) -> FilledPaper:
    """The paper as of a day."""
    paper = Paper(subject="证据目录")
    paper.title("证据目录")
    paper.subtitle(f"{organ}　线索编码：{code}　{cn_date(on)}")
    paper.table(ITEMS, [_row(each) for each in items], widths=ITEM_WIDTHS)
    if sums := [_sum(each) for each in items if each.sha256]:
        paper.caption("电子文件校验值（登记时按原始文件计算）")
        paper.table(SUMS, sums, widths=SUM_WIDTHS)
    if gaps:
        paper.caption("证据缺口")
        paper.table(GAPS, [_gap(each) for each in gaps], widths=GAP_WIDTHS)
    paper.note(f"共{len(items)}份，{sum(each.item.pages for each in items)}页（件）。")
    paper.note("核查组成员签名：　　　　　　　　　　　　　　年　　月　　日")
    return FilledPaper(paper.content())


def _row(each: ListedItem) -> tuple[str, ...]:
    item = each.item
    bears = f"（{item.task}）" if item.task else ""
    return (
        str(item.position),
        item.get_kind_display(),
        f"{each.title}：{each.shows}{bears}",
        each.source,
        f"{item.get_originality_display()}，{item.pages}页（件）",
        f"{item.taken_by.name}，{cn_date(item.taken_on)}",
        each.held_by,
    )


def _sum(each: ListedItem) -> tuple[str, str, str]:
    """In two halves, so that a narrow page holds it."""
    return str(each.item.position), each.file_name, f"{each.sha256[:HALF]} {each.sha256[HALF:]}"


def _gap(each: ListedGap) -> tuple[str, str, str, str]:
    gap = each.gap
    result = f"{gap.get_state_display()}：{gap.evidence}" if gap.evidence else gap.get_state_display()
    ended = f"{result}：{each.reason}" if each.reason else result
    return each.wanted, each.holder, cn_date(gap.due_on), ended
