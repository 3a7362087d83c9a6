"""The basic facts that an office must always be able to state, for any period, with 同比 and 环比."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yixian.insight.figures.counting import Breakdown, Change, Figure, change, tally
from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import FigureRow
from yixian.regulations.classes import Channel, ReportClass, SourceKind


@dataclass(frozen=True, slots=True)
class BasicFacts:
    """Counts of a period. ``undated`` rows belong to no period and are counted apart."""

    total: Figure
    year_before: Change
    before: Change
    undated: Figure
    kinds: Breakdown
    channels: Breakdown
    recurrence: Breakdown
    sources: Breakdown
    signing: Breakdown
    departments: Breakdown
    issues: Breakdown
    places: Breakdown

    @property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        return (
            *(self.kinds, self.channels, self.recurrence, self.sources),
            *(self.signing, self.departments, self.issues, self.places),
        )


GRACE = 31
"""Days by which the first report may come after the start of a period that still counts as covered."""
_FROM_SUPERIOR = {str(source.value) for source in SourceKind if source.is_from_superior}
_ORIGINS = {"superior": "上级转交办", "own": "本级受理", "other_department": "其他部门移送"}


def basic_facts(rows: Sequence[FigureRow], period: Period) -> BasicFacts:
    """Rows received in ``period``; earlier rows in ``rows`` serve the comparisons."""
    inside = [row for row in rows if row.received_on in period]
    undated = tuple(row.id for row in rows if row.received_on is None)
    first = min((row.received_on for row in rows if row.received_on), default=None)

    def earlier(span: Period) -> int | None:
        """None where the data do not reach back to that period: it was not measured, rather than zero."""
        if first is None or (first - span.start).days > min(GRACE, span.days // 4):
            return None
        return sum(row.received_on in span for row in rows)

    return BasicFacts(
        total=_total(inside),
        year_before=change("同比", len(inside), earlier(period.year_before())),
        before=change("环比", len(inside), earlier(period.before())),
        undated=Figure(
            "undated",
            "无有效日期",
            len(undated),
            "件",
            "没有日期或日期无法识别，不计入任何时段",
            rows=undated,
        ),
        **_breakdowns(inside),
    )


def _total(inside: Sequence[FigureRow]) -> Figure:
    definition = "报告期内收到的信访举报件次，重复件各计一件；以收到日期为准"
    ids = tuple(row.id for row in inside)
    return Figure("total", "收到信访举报", len(ids), "件", definition, len(ids), ids)


def _labels(words: type[ReportClass] | type[Channel]) -> dict[str, str]:
    return {str(word.value): word.label for word in words}


def _breakdowns(inside: Sequence[FigureRow]) -> dict[str, Breakdown]:
    """Each table by its key: (title, definition, the row's values, order of the lines)."""
    tables: dict[str, tuple[str, str, Callable[[FigureRow], Sequence[str]], dict[str, str] | None]] = {
        "kinds": ("来件类别", "检举控告、申诉、批评建议、业务范围外四类", _one("kind"), _labels(ReportClass)),
        "channels": ("信访方式", "来件到达的方式，以登记为准", _one("channel"), _labels(Channel)),
        "recurrence": (
            "初次与重复",
            "同一人就同一事项再次反映为重复；新的检举内容不算重复",
            lambda row: () if row.repeat is None else (("repeat",) if row.repeat else ("first",)),
            {"first": "初次", "repeat": "重复"},
        ),
        "sources": (
            "来件来源",
            "上级转办、交办计为上级转交办，其余为本级受理或其他部门移送",
            _origin,
            _ORIGINS,
        ),
        "signing": (
            "署名情况",
            "署名经核实为实名；无法核实的署名按匿名计",
            lambda row: () if row.signed is None else (("signed",) if row.signed else ("anonymous",)),
            {"signed": "署名", "anonymous": "匿名"},
        ),
        "departments": (
            "所属部门",
            "反映问题所属的业务领域，每件取最可能的一项",
            _one("department"),
            None,
        ),
        "issues": ("问题性质（检举控告）", "一件涉及多项的分别计入，合计可大于件数", _issues, None),
        "places": ("属地分布", "反映问题发生的乡镇、街道或村、社区，每件取一处", _one("place"), None),
    }
    return {
        key: tally(key, title, definition, _base(key, inside), of, labels=labels)
        for key, (title, definition, of, labels) in tables.items()
    }


def _base(key: str, inside: Sequence[FigureRow]) -> Sequence[FigureRow]:
    """Issue types are asked of accusations only."""
    return [row for row in inside if row.kind == "accusation"] if key == "issues" else inside


def _one(name: str) -> Callable[[FigureRow], Sequence[str]]:
    return lambda row: (value,) if (value := getattr(row, name)) else ()


def _issues(row: FigureRow) -> Sequence[str]:
    return row.issues


def _origin(row: FigureRow) -> Sequence[str]:
    if not row.source:
        return ()
    return ("superior",) if row.source in _FROM_SUPERIOR else (row.source,)
