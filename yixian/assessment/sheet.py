"""The ledger as a table: the columns that an office keeps, in its words. No column tells who reported."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from yixian.assessment.models import Classification, MatterLink, Transfer
from yixian.assessment.queries import classifications_of
from yixian.assessment.queries.ledger import links_of, standing_transfers_of
from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.reception.enums import CadreCategory, ReportState
from yixian.reception.queries import next_clocks
from yixian.regulations.terms import term
from yixian.toolkit.exports import Column, Value

if TYPE_CHECKING:
    from yixian.reception.models import Clock, Report

BETWEEN = "、"
SLOTS = ("name", "post", "unit")
OWN_WAYS = {
    ReportState.ACCEPTED: "自办",
    ReportState.ANSWERED: "自办",
    ReportState.DECLINED: "不予受理",
    ReportState.KEPT: "留存备查",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger with everything that its cells are taken from."""

    report: "Report"
    title: str
    named: Mapping[str, str]
    decided: Classification | None
    link: MatterLink | None
    transfer: Transfer | None
    clock: "Clock | None"


Cell: TypeAlias = tuple[Column, Callable[[Entry], Value]]
CELLS: tuple[Cell, ...] = (
    (Column("编号", 12), lambda e: e.report.number),
    (Column("收到日期", 11), lambda e: e.report.received_on),
    (Column("登记日期", 11), lambda e: e.report.registered_on),
    (Column("渠道", 8), lambda e: e.report.get_channel_display()),
    (Column("来源", 9), lambda e: e.report.get_source_display()),
    (Column("署名", 9), lambda e: e.report.get_signing_display()),
    (Column("类别", 10), lambda e: e.decided.get_report_class_display() if e.decided else ""),
    (Column("问题性质", 12), lambda e: e.decided.get_issue_kind_display() if e.decided else ""),
    (Column("主要问题", 16), lambda e: e.decided.get_main_issue_display() if e.decided else ""),
    (Column("次要问题", 16), lambda e: e.decided.get_second_issue_display() if e.decided else ""),
    (Column("初重", 7), lambda e: "重复" if e.report.repeat_of_id else "初次"),
    (Column("初次来件", 11), lambda e: e.report.repeat_of.number if e.report.repeat_of else ""),
    (Column("人数", 6), lambda e: e.report.people_count),
    (Column("联名", 6), lambda e: e.report.people_count > 1),
    (Column("紧急", 6), lambda e: e.report.urgent),
    (Column("被反映人类别", 16), lambda e: categories(e)),
    (Column("被反映人姓名", 14), lambda e: e.named["name"]),
    (Column("被反映人职务", 14), lambda e: e.named["post"]),
    (Column("被反映人单位", 18), lambda e: e.named["unit"]),
    (Column("村（社区）", 12), lambda e: e.report.village.name if e.report.village else ""),
    (Column("标题", 32, wraps=True), lambda e: e.title),
    (Column("首办责任人", 11), lambda e: e.report.first_handler.name if e.report.first_handler else ""),
    (Column("承办人", 11), lambda e: owner(e)),
    (Column("办理方式", 11), lambda e: way(e)),
    (Column("转出文号", 18), lambda e: e.transfer.letter_number if e.transfer else ""),
    (Column("转出日期", 11), lambda e: e.transfer.sent_on if e.transfer else None),
    (Column("转往单位", 16), lambda e: e.transfer.receiver if e.transfer else ""),
    (Column("期限", 18), lambda e: term(e.clock.term_key).name if e.clock else ""),
    (Column("到期日", 11), lambda e: e.clock.due_on if e.clock else None),
    (Column("状态", 10), lambda e: e.report.get_state_display()),
    (Column("答复日期", 11), lambda e: e.report.answered_on),
    (Column("事项编号", 13), lambda e: e.link.matter.number if e.link else ""),
    (Column("办结日期", 11), lambda e: e.link.matter.closed_on if e.link else None),
)
COLUMNS = tuple(column for column, _ in CELLS)


def row(entry: Entry) -> list[Value]:
    return [cell(entry) for _, cell in CELLS]


def categories(entry: Entry) -> str:
    return BETWEEN.join(str(CadreCategory(each.category).label) for each in entry.report.people.all())


def owner(entry: Entry) -> str:
    return BETWEEN.join(each.staff.name for each in entry.report.handlings.all() if each.is_current)


def way(entry: Entry) -> str:
    """How it was dealt with: sent out, or by this office; nothing while that is open."""
    if entry.transfer:
        return str(entry.transfer.get_kind_display())
    return OWN_WAYS.get(ReportState(entry.report.state), "")


def entries_of(by: Officer, reports: "Sequence[Report]") -> Iterator[Entry]:
    """The lines of these reports, in a fixed number of queries; what does not open stays an empty cell."""
    ids = [each.pk for each in reports]
    classes, links, sent = classifications_of(ids), links_of(ids), standing_transfers_of(ids)
    clocks = next_clocks(ids)
    titles = open_seals(by=by, seals=[each.account for each in reports], slot="title")
    people = [person for each in reports for person in each.people.all()]
    opened = {
        slot: open_seals(by=by, seals=[person.name_seal for person in people], slot=slot) for slot in SLOTS
    }
    for report in reports:
        yield Entry(
            report,
            titles.get(report.account_seal(), ""),
            _named(report, opened),
            classes.get(report.pk),
            links.get(report.pk),
            sent.get(report.pk),
            clocks.get(report.pk),
        )


def _named(report: "Report", opened: Mapping[str, Mapping[UUID, str]]) -> dict[str, str]:
    seals = [person.name_seal for person in report.people.all()]
    return {slot: BETWEEN.join(filter(None, (opened[slot].get(seal) for seal in seals))) for slot in SLOTS}
