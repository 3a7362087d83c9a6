"""What every registration does in the same order: number, row, people, first handler, clocks, index terms.

The web report comes in two steps (sealed by the public, registered by a session); everything else in one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from yixian.language import normalise
from yixian.language.likeness import TermKind
from yixian.protection.actions import NewCode, index_terms, issue_receipt
from yixian.protection.officer import Officer
from yixian.reception import clockwork
from yixian.reception.attaching import put
from yixian.reception.covers import note_cover, with_cover
from yixian.reception.enums import AttachmentKind, Channel, HandOverReason, ReportState, SourceKind
from yixian.reception.facts import ReportedFacts, ReportFacts, check_facts
from yixian.reception.likeness import SHORTEST_TERM, index_words
from yixian.reception.models import Handling, Report
from yixian.reception.numbering import next_report_number
from yixian.reception.people import register_people
from yixian.reception.refusals import NotHere, TooEarly
from yixian.reception.sealing import seal_account, seal_identity, title_of
from yixian.reception.steps import note_step
from yixian.regulations.duties import Event
from yixian.regulations.petition_regulations import MOST_REPRESENTATIVES
from yixian.roster.queries import villages_of

CHANNEL_OF = {
    "reception.register_letter": Channel.LETTER,
    "reception.register_visit": Channel.VISIT,
    "reception.register_call": Channel.CALL,
    "reception.register_box_item": Channel.BOX,
    "reception.register_other": Channel.OTHER,
}
EVENT_OF_SOURCE: dict[str, Event] = {
    SourceKind.PASSED_BY_SUPERIOR: Event.FORWARDED_TO_US,
    SourceKind.ASSIGNED_BY_SUPERIOR: Event.ASSIGNED_TO_US,
}


@dataclass(frozen=True, slots=True)
class Registered:
    """The report and the code of its receipt: shown and printed once, and kept nowhere."""

    report: Report
    code: str

    def __repr__(self) -> str:
        return f"Registered({self.report!r})"

    @property
    def trail_subject(self) -> str:
        return self.report.trail_subject


@dataclass(frozen=True, slots=True)
class Submitted:
    """What someone outside gets, and what leaves this office unread. It names no record to the trail, so that
    the hour of an entry can't be joined to a report.
    """

    report: Report
    code: str

    def __repr__(self) -> str:
        return "Submitted()"


def register(
    by: Officer, facts: ReportFacts, code: NewCode, act: str, on: date, **columns: object
) -> Registered:
    """Register a report that a member of staff has in hand, by the act that takes its channel in.

    Whoever holds the database already has the ``code`` made before (``make_code``).
    """
    check_facts(facts)
    facts = with_cover(facts)
    check_dates(facts.received_on, on)
    check_village(by.organ_id, facts.village_id)
    receipt, report_id = issue_receipt(code), uuid4()
    report = Report(
        id=report_id,
        organ_id=by.organ_id,
        channel=CHANNEL_OF[act],
        source=facts.source,
        signing=facts.signing,
        received_on=facts.received_on,
        village_id=facts.village_id,
        urgent=facts.urgent,
        people_count=facts.people_count,
        account=seal_account(facts, by.organ_id, report_id),
        identity=seal_identity(facts.reporters, by.organ_id, report_id),
        receipt=receipt.receipt_id,
        **columns,
    )
    enter(by, report, act, on)
    put(report, facts.pages, AttachmentKind.PAGE, on, by, identifies=report.identity is not None)
    if facts.cover is not None:
        note_cover(by, report, facts.cover)
    register_people(by, report, facts.reported)
    index(by, report, title_of(facts), facts.account, names_in(facts.reported))
    return Registered(report, receipt.code)


def enter(by: Officer, report: Report, act: str, on: date) -> None:
    """Give the number, the first handler and the clocks; the row becomes a registered one."""
    report.number = next_report_number(report.organ_id, on)
    report.registered_on, report.registered_by_id = on, by.staff_id
    report.first_handler_id, report.state = by.staff_id, ReportState.REGISTERED
    report.save()
    Handling.objects.create(
        report=report, staff_id=by.staff_id, since_on=on, accepted_on=on, why=HandOverReason.FIRST
    )
    note_step(act, report, on, by)
    start_clocks(report)


def start_clocks(report: Report) -> None:
    """The clocks of receipt, counted from the day of receipt, not from that of registration."""
    clockwork.start_by_event(report, Event.ACCUSATION_RECEIVED, report.received_on)
    event = EVENT_OF_SOURCE.get(report.source)
    if event is not None:
        clockwork.start_by_event(report, event, report.received_on)


def index(by: Officer, report: Report, title: str, account: str, names: Iterable[str]) -> None:
    """Hash the terms of what is reported, and the names of those reported, which the account may not spell out.

    Who reports is left out: a clerk could guess names against it.
    """
    words = index_words(title, account)
    kind = TermKind.PERSON.value
    terms = {**words, kind: sorted({*words.get(kind, []), *names})}
    index_terms(by=by, record=report.pk, terms=terms)


def names_in(reported: Iterable[ReportedFacts]) -> list[str]:
    """The names as they are hashed; a single character is too common to be."""
    names = (normalise(each.name) for each in reported)
    return [name for name in names if len(name) >= SHORTEST_TERM]


def heard_of(channel: str, named: int, people: int) -> int:
    """How many were heard of those who came: at least one, never more than came or than the regulations allow.
    Of other channels nobody was.
    """
    return min(max(named, 1), people, MOST_REPRESENTATIVES) if channel == Channel.VISIT else 0


def check_dates(received_on: date, on: date) -> None:
    if on < received_on:
        raise TooEarly("登记日期不得早于收到日期，请核对两个日期。")


def check_village(organ_id: int, village_id: int | None) -> None:
    if village_id is not None and not villages_of(organ_id).filter(pk=village_id).exists():
        raise NotHere("所选的村（社区）不属于本机构，请重新选择。")
