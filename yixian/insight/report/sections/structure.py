"""二、结构分析: when, how and from where reports came, and what about."""

import datetime as dt
from collections.abc import Sequence

from yixian.insight.figures import AnalysisFigures, Breakdown, Line, Month
from yixian.insight.report.numbers import bars_of, picture, table_of
from yixian.insight.report.words import counted, listed, names, percent, unknown
from yixian.toolkit.documents import Paper, column_chart

_ORDINALS = "一二三四五六七八九十"
_SMALL_PLACE = 5
_MONTHS_DRAWN = 36


def structure(paper: Paper, figures: AnalysisFigures) -> None:
    paper.heading("二、结构分析")
    parts = [
        ("时间分布", _time),
        ("信访方式与来源", _ways),
        ("问题性质", _issues),
        ("所属部门", _departments),
        ("属地分布", _places),
    ]
    for number, (title, write) in enumerate(parts):
        paper.subheading(f"（{_ORDINALS[number]}）{title}")
        write(paper, figures)


def _time(paper: Paper, figures: AnalysisFigures) -> None:
    months = _busy(figures.months)
    if not months:
        paper.body("台账没有有效的收到日期，无法作时间分析。")
        return
    if len(months) == 1:
        paper.body(f"来件均集中在{months[0].label}，共{months[0].received}件。")
        return
    paper.body(_peak(months, len(figures.months) - len(months)))
    drawn = months[-_MONTHS_DRAWN:]
    png = column_chart(
        [_short(month, at) for at, month in enumerate(drawn)], [month.received for month in drawn]
    )
    alt = "；".join(f"{month.label}{month.received}件" for month in drawn)
    picture(paper, png, "分月收件（件）", alt)


def _busy(months: Sequence[Month]) -> list[Month]:
    """Without the empty or nearly empty months at the start, which only stretch the axis."""
    total = sum(month.received for month in months)
    start, passed = 0, 0
    while start < len(months) - 1 and (passed + months[start].received) * 100 < total:
        passed += months[start].received
        start += 1
    return list(months[start:]) if total else []


def _peak(months: Sequence[Month], left_out: int) -> str:
    highest = max(months, key=lambda month: month.received)
    lowest = min(months, key=lambda month: month.received)
    mean = sum(month.received for month in months) / len(months)
    said = (
        f"{months[0].label}至{months[-1].label}，月均收件{mean:.1f}件；{highest.label}最多，为{highest.received}件，"
        f"{lowest.label}最少，为{lowest.received}件。"
    )
    return said + (f"此前{left_out}个月来件零星，图中从略。" if left_out else "") + _cut(months)


def _cut(months: Sequence[Month]) -> str:
    """An incomplete first or last month looks like a fall; it is said."""
    end = months[-1].period.end
    is_whole = (end + dt.timedelta(days=1)).day == 1
    return "" if is_whole else f"其中{months[-1].label}只统计到{end.day}日。"


def _short(month: Month, at: int) -> str:
    """The year stands under the first month shown and under each January."""
    end = month.period.end
    return f"{end.month}月\n{end.year}年" if at == 0 or end.month == 1 else f"{end.month}月"


def _ways(paper: Paper, figures: AnalysisFigures) -> None:
    basics = figures.basics
    asked = [
        ("信访方式", basics.channels),
        ("来源", basics.sources),
        ("初次重复情况", basics.recurrence),
        ("署名情况", basics.signing),
    ]
    known = [(name, breakdown) for name, breakdown in asked if breakdown.is_known]
    missing = [name for name, breakdown in asked if not breakdown.is_known]
    for name, breakdown in known:
        paper.body(f"从{name}看，{listed(breakdown)}。{unknown(breakdown, f'{name}未登记')}")
    if basics.channels.is_known and len(basics.channels.lines) > 1:
        bars_of(paper, basics.channels)
    if missing:
        paper.body(_unsaid("、".join(missing), leaves=figures.leaves))


def _unsaid(missing: str, *, leaves: bool) -> str:
    if leaves:
        return f"{missing}没有登记，或者其中有件数较少的分项，本报告不列。"
    return f"台账没有登记{missing}，本报告不作相应分析。"


def _issues(paper: Paper, figures: AnalysisFigures) -> None:
    issues = figures.basics.issues
    if not issues.is_known:
        paper.body("报告期内没有可判断问题性质的检举控告。")
        return
    top = tuple(line for line in issues.largest(4) if line.key != "其他" and not line.is_joined)[:3]
    paper.body(f"检举控告中，{issues.base}件可判断问题性质。{_foremost(top)}一件涉及多项问题的分别计入。")
    table_of(paper, issues, first="问题性质")


def _foremost(top: Sequence[Line]) -> str:
    if not top:
        return ""
    each = "分别为" if len(top) > 1 else "为"
    return f"反映较多的是{names(top)}，{each}{'、'.join(f'{line.count}件' for line in top)}。"


def _departments(paper: Paper, figures: AnalysisFigures) -> None:
    departments = figures.basics.departments
    if not departments.is_known:
        paper.body("来件的所属部门均无法可靠判断，本报告不作部门分析。")
        return
    paper.body(_leading(departments))
    bars_of(paper, departments)


def _leading(departments: Breakdown) -> str:
    first, *others = departments.largest(3)
    said = f"能够可靠判断所属部门的{departments.base}件中，{counted(first, base=departments.base)}，居首位"
    if others:
        said += f"；其次为{'、'.join(f'{line.label}（{line.count}件）' for line in others)}"
    return f"{said}。{unknown(departments, '把握不足、未作判断')}"


def _places(paper: Paper, figures: AnalysisFigures) -> None:
    places = figures.basics.places
    shown = [line for line in places.lines if line.count >= _SMALL_PLACE]
    if not shown:
        paper.body("来件所涉属地分散或未写明，没有单个属地达到5件，不单列。")
        return
    share = places.base / (places.base + places.unknown)
    paper.body(
        f"写明乡镇（街道）或村（社区）的有{places.base}件，占{percent(share)}。下表按件数列出，"
        f"不足{_SMALL_PLACE}件的合并。件数多少与人口、渠道便利程度有关，不直接用于排名评价。"
    )
    table_of(paper, places, first="属地", small=_SMALL_PLACE)
