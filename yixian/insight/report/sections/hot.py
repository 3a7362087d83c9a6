"""四、热点事项: the matters that most people bring up, with the reason for their place. No person is named."""

from collections.abc import Sequence

from yixian.insight.figures import AnalysisFigures, HotMatter
from yixian.insight.figures.counting import JOINED
from yixian.regulations.classes import ReportClass
from yixian.toolkit.documents import Paper

_TOLD = 3
_LONG_TITLE = 38


def hot_matters(paper: Paper, figures: AnalysisFigures) -> None:
    paper.heading("四、热点事项")
    if not figures.hot:
        paper.body(_none(figures))
        return
    paper.body(
        f"报告期内被反映两次及以上的事项共{figures.repeated_matters}个，"
        f"{_listed_from(figures)}按热度列出前{len(figures.hot)}个（热度的算法见附件，涉及的个人姓名已隐去）。"
    )
    _list(paper, "热点事项", figures.hot)
    for place, matter in enumerate(figures.hot[:_TOLD], start=1):
        paper.body(f"{place}．{_told(matter)}{'' if figures.leaves else _kinds(matter)}")
    if accused := [matter for matter in figures.hot_accusations if matter not in figures.hot]:
        paper.body(f"此外，含有检举控告的重复反映事项中，热度较高的还有以下{len(accused)}个，应当优先研判。")
        _list(paper, "含有检举控告的热点事项", accused)


def _listed_from(figures: AnalysisFigures) -> str:
    return f"其中达到{figures.hot_from}件的" if figures.leaves else ""


def _none(figures: AnalysisFigures) -> str:
    if figures.leaves:
        return f"报告期内没有达到{figures.hot_from}件的事项，不列热点。"
    return "报告期内没有被反映两次及以上的事项，不列热点。"


def _list(paper: Paper, title: str, matters: Sequence[HotMatter]) -> None:
    paper.caption(f"{paper.number('表')}  {title}")
    rows = [_row(place, matter) for place, matter in enumerate(matters, start=1)]
    paper.table(["序", "事项", "件数", "人数", "起止", "热度"], rows, widths=[1.0, 5.8, 1.4, 1.4, 4.5, 1.5])


def _row(place: int, matter: HotMatter) -> list[str]:
    return [
        *(str(place), _title(matter), f"{matter.count}", f"{matter.reporters}"),
        *(_span(matter), f"{matter.heat:.1f}"),
    ]


def _title(matter: HotMatter) -> str:
    text = matter.title.strip("，。！!？? ").removeprefix("关于") or "（无标题）"
    return text if len(text) <= _LONG_TITLE else text[:_LONG_TITLE] + "…"


def _span(matter: HotMatter) -> str:
    if matter.first_on is None or matter.last_on is None:
        return "—"
    start, end = matter.first_on, matter.last_on
    first, last = f"{start.year}.{start.month}.{start.day}", f"{end.year}.{end.month}.{end.day}"
    return first if start == end else f"{first}至{last}"


def _told(matter: HotMatter) -> str:
    where = f"，主要涉及{matter.place}" if _is_named(matter.place) else ""
    field = f"，属{matter.department}领域" if _is_named(matter.department) else ""
    return f"关于“{_title(matter)}”{where}{field}。{matter.reason}。"


def _is_named(value: str) -> bool:
    return bool(value) and not value.endswith(JOINED)


def _kinds(matter: HotMatter) -> str:
    labels = {str(kind.value): kind.label for kind in ReportClass}
    said = "、".join(f"{labels.get(kind, kind)}{count}件" for kind, count in matter.kinds.items())
    return f"其中{said}。" if len(matter.kinds) > 1 else ""
