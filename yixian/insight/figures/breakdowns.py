"""The breakdowns of the basic facts as one table: each with its definition, and what of a row it counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from yixian.insight.figures.counting import Breakdown, tally
from yixian.insight.figures.rows import FigureRow
from yixian.regulations.classes import Channel, ReportClass, SourceKind
from yixian.regulations.words import Word

Values = Callable[[FigureRow], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """``of`` gives a row's values, none where it does not say; ``labels`` name them and order the lines."""

    title: str
    definition: str
    of: Values
    labels: Mapping[str, str] | None = None
    of_accusations: bool = False


def breakdowns(rows: Sequence[FigureRow]) -> dict[str, Breakdown]:
    accusations = [row for row in rows if row.kind == "accusation"]
    return {
        key: tally(
            key,
            table.title,
            table.definition,
            accusations if table.of_accusations else rows,
            table.of,
            labels=table.labels,
        )
        for key, table in TABLES.items()
    }


def _one(name: str) -> Values:
    return lambda row: (value,) if (value := getattr(row, name)) else ()


def _either(name: str, *, yes: str, no: str) -> Values:
    return lambda row: () if (said := getattr(row, name)) is None else (yes if said else no,)


def _origin(row: FigureRow) -> Sequence[str]:
    if not row.source:
        return ()
    return ("superior",) if row.source in _FROM_SUPERIOR else (row.source,)


def _labels(words: type[Word]) -> dict[str, str]:
    return {word.value: word.label for word in words}


_FROM_SUPERIOR = {source.value for source in SourceKind if source.is_from_superior}
TABLES: Mapping[str, Table] = {
    "kinds": Table(
        "来件类别", "检举控告、申诉、批评建议、业务范围外四类", _one("kind"), _labels(ReportClass)
    ),
    "channels": Table("信访方式", "来件到达的方式，以登记为准", _one("channel"), _labels(Channel)),
    "recurrence": Table(
        "初次与重复",
        "同一人就同一事项再次反映为重复，匿名件以同一被反映人、同一事项为准；"
        "不同的人反映同一事项的，以及反映新的检举内容的，不算重复",
        _either("repeat", yes="repeat", no="first"),
        {"first": "初次", "repeat": "重复"},
    ),
    "sources": Table(
        "来件来源",
        "上级转办、交办计为上级转交办，其余为本级受理或其他部门移送",
        _origin,
        {"superior": "上级转交办", "own": "本级受理", "other_department": "其他部门移送"},
    ),
    "signing": Table(
        "署名情况",
        "署名经核实为实名；无法核实的署名按匿名计",
        _either("signed", yes="signed", no="anonymous"),
        {"signed": "署名", "anonymous": "匿名"},
    ),
    "departments": Table("所属部门", "反映问题所属的业务领域，每件取最可能的一项", _one("department")),
    "issues": Table(
        "问题性质（检举控告）",
        "一件涉及多项的分别计入，合计可大于件数",
        lambda row: row.issues,
        of_accusations=True,
    ),
    "places": Table("属地分布", "反映问题发生的乡镇、街道或村、社区，每件取一处", _one("place")),
}
