"""The ledger as the office knows it, with what was read beside it. No column tells who the reporter is.

The reporter's name, phone and address are in the office's own file; a ledger that is passed around does
not need them (检控规则 47), and the number leads back to the row.
"""

from collections.abc import Iterator

from yixian.insight.analysis.run import Analysis
from yixian.insight.figures.characteristics.motive import MOTIVES
from yixian.language import Reading
from yixian.regulations.classes import Channel, ReportClass, SourceKind
from yixian.toolkit.exports import Column, Value

_KINDS = {str(kind.value): kind.label for kind in ReportClass}
_CHANNELS = {str(channel.value): channel.label for channel in Channel}
_SOURCES = {str(source.value): source.label for source in SourceKind}

COLUMNS = (
    Column("序号", 6),
    Column("编号", 14),
    Column("收到日期", 12),
    Column("信访方式", 9),
    Column("来源", 9),
    Column("初重", 7),
    Column("署名", 7),
    Column("主题", 32, wraps=True),
    Column("反映内容", 60, wraps=True),
    Column("摘要", 40, wraps=True),
    Column("属地", 16),
    Column("被反映对象", 28, wraps=True),
    Column("类别（登记）", 12),
    Column("办结日期", 12),
    Column("处理结果", 14),
    Column("类别（研判）", 12),
    Column("类别把握", 9),
    Column("检举控告可能", 9),
    Column("问题性质", 20, wraps=True),
    Column("所属部门", 16),
    Column("部门把握", 9),
    Column("部门可采信", 9),
    Column("涉及地点", 24, wraps=True),
    Column("写明对象", 8),
    Column("写明事实", 8),
    Column("写明时间", 8),
    Column("写明地点", 8),
    Column("有证据线索", 8),
    Column("自报身份", 8),
    Column("诉求动机", 14),
    Column("事项", 10),
    Column("同事项件数", 9),
    Column("热度排名", 9),
    Column("研判理由", 40, wraps=True),
)


def ledger_rows(analysis: Analysis) -> Iterator[list[Value]]:
    """One row for each usable row of the file, in its order."""
    ranks = {one.matter: one.rank for one in analysis.heats}
    sizes: dict[str, int] = {}
    for matter in analysis.matter_of.values():
        sizes[matter] = sizes.get(matter, 0) + 1
    for number, (report, reading, row) in enumerate(
        zip(analysis.intake.reports, analysis.readings, analysis.rows, strict=True), start=1
    ):
        recorded: list[Value] = [
            *(number, report.id, report.received_on, _CHANNELS.get(row.channel, report.cell("channel"))),
            *(_SOURCES.get(row.source, report.cell("source")), _word(row.repeat, "重复", "初次")),
            *(_word(row.signed, "署名", "匿名"), report.subject, report.detail, reading.summary, row.place),
            *(_accused(reading), report.cell("kind"), report.closed_on, report.cell("outcome")),
        ]
        yield [
            *recorded,
            *_read(reading),
            row.matter,
            sizes[row.matter],
            ranks[row.matter],
            _reasons(reading),
        ]


def _read(reading: Reading) -> list[Value]:
    return [
        *(_KINDS.get(reading.kind, reading.kind), reading.kind_probability, reading.accusation_probability),
        *("、".join(reading.issues), reading.department, reading.department_probability),
        *(reading.department_sure, "、".join(reading.places), reading.who, reading.what, reading.when),
        *(reading.where, reading.evidence, reading.self_identified, MOTIVES.get(reading.motive, "")),
    ]


def _word(said: bool | None, yes: str, no: str) -> str:
    return "" if said is None else (yes if said else no)


def _accused(reading: Reading) -> str:
    return "；".join(f"{one.unit}{one.post}{one.name}" for one in reading.accused)


def _reasons(reading: Reading) -> str:
    return "；".join(reading.reasons)
