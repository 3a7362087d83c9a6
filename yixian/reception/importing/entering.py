"""Entering many drafts at once: what ``registration`` does for one, in a fixed number of statements.

No receipt code is made: nobody holds one for a report of the past. Whoever imports owns the reports until they are
handed over. A step ``import_rows`` says in which state the ledger gave the report, on the day of the import: what
happened before is the ledger's word, and no step of this office's own is invented for it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from json import dumps
from uuid import UUID, uuid4

from yixian.language import normalise
from yixian.protection.actions import IDENTITY, ToSeal, index_many, seal_many, token_maker
from yixian.protection.officer import Officer
from yixian.reception.enums import Channel, HandOverReason, ReportState
from yixian.reception.facts import ReportedFacts
from yixian.reception.importing.drafts import Draft
from yixian.reception.likeness import OLD_NUMBER, SHORTEST_TERM, index_words
from yixian.reception.models import (
    Clock,
    Handling,
    ImportedRow,
    LedgerImport,
    Report,
    ReportedPerson,
    StepTaken,
)
from yixian.reception.numbering import next_report_numbers
from yixian.reception.registration import EVENT_OF_SOURCE, names_in
from yixian.reception.sealing import account_slots, context_of, identity_slots, name_slots, title_of
from yixian.reception.workflow import ACCEPT, NOTICE, meets
from yixian.regulations.deadlines import DueDate, due
from yixian.regulations.duties import Event, clocks_started_by
from yixian.regulations.petition_regulations import MOST_REPRESENTATIVES
from yixian.regulations.terms import term
from yixian.roster.queries import working_calendar
from yixian.toolkit.inserting import insert_many, insert_objects

ACT = "reception.import_rows"


@dataclass(frozen=True, slots=True)
class Taken:
    """A draft with those reported tied to the roster, and the report that it continues, if it is a repeat."""

    draft: Draft
    reported: tuple[ReportedFacts, ...]
    row_token: bytes
    number_token: bytes | None
    repeat_of: UUID | None = None
    report_id: UUID = field(default_factory=uuid4)


@dataclass(frozen=True, slots=True)
class Entered:
    """What later work needs of a report that was entered."""

    report: Report
    title: str
    draft: Draft


def enter(by: Officer, ledger_import: LedgerImport, taken: Sequence[Taken], on: date) -> list[Entered]:
    """The reports of these rows with people, owner, step, clocks, seals and index terms."""
    numbers = next_report_numbers(by.organ_id, [each.draft.registered_on for each in taken])
    reports = [_report(by, each, number) for each, number in zip(taken, numbers, strict=True)]
    people, clocks = _seal(by, reports, taken), _timed(reports, taken)
    insert_objects(reports)
    insert_objects(people)
    _note_rows(ledger_import, reports, taken)
    _accompany(by, reports, on)
    insert_objects(clocks)
    _index(by, reports, taken)
    return [
        Entered(report, title_of(each.draft.facts), each.draft)
        for report, each in zip(reports, taken, strict=True)
    ]


ROW = ("ledger_import_id", "report_id", "position", "people", "closed_on", "number_token", "row_token")


def _note_rows(ledger_import: LedgerImport, reports: Sequence[Report], taken: Sequence[Taken]) -> None:
    """Which row of the file became which report."""
    rows = [
        (
            ledger_import.pk,
            report.pk,
            each.draft.position,
            len(each.reported),
            each.draft.closed_on,
            each.number_token,
            each.row_token,
        )
        for report, each in zip(reports, taken, strict=True)
    ]
    insert_many(ImportedRow, ROW, rows)


def _report(by: Officer, taken: Taken, number: str) -> Report:
    draft, facts = taken.draft, taken.draft.facts
    heard = min(max(len(facts.reporters), 1), MOST_REPRESENTATIVES, facts.people_count)
    return Report(
        id=taken.report_id,
        organ_id=by.organ_id,
        number=number,
        channel=draft.channel,
        source=facts.source,
        signing=facts.signing,
        received_on=facts.received_on,
        registered_on=draft.registered_on,
        registered_by_id=by.staff_id,
        first_handler_id=by.staff_id,
        state=draft.state,
        village_id=facts.village_id,
        urgent=facts.urgent,
        people_count=facts.people_count,
        representatives=heard if draft.channel == Channel.VISIT else 0,
        repeat_of_id=taken.repeat_of,
        decline_reason=draft.decline_reason or "",
        answered_on=draft.answered_on,
    )


def _seal(by: Officer, reports: Sequence[Report], taken: Sequence[Taken]) -> list[ReportedPerson]:
    """Seal account, identity and names of all: the reports get their seals, and the people come with theirs."""
    wanted: list[ToSeal] = []
    people: list[ReportedPerson] = []
    token = token_maker(by)
    for report, each in zip(reports, taken, strict=True):
        facts = each.draft.facts
        wanted.append(ToSeal(context_of(report.pk, "account"), _account(each.draft)))
        if facts.reporters:
            context = context_of(report.pk, "identity")
            wanted.append(ToSeal(context, identity_slots(facts.reporters), IDENTITY))
        for position, person in enumerate(each.reported, start=1):
            wanted.append(ToSeal(context_of(report.pk, "name"), name_slots(person)))
            people.append(_person(report, position, person, token))
    made, unnamed = iter(seal_many(organ_id=by.organ_id, wanted=wanted)), iter(people)
    for report, each in zip(reports, taken, strict=True):
        report.account = next(made)
        if each.draft.facts.reporters:
            report.identity = next(made)
        for _ in each.reported:
            next(unnamed).name_seal = next(made)
    return people


def _account(draft: Draft) -> dict[str, str]:
    slots = account_slots(draft.facts)
    if draft.old_number:
        slots["old_number"] = draft.old_number
    if draft.extra:
        slots["extra"] = dumps(draft.extra, ensure_ascii=False)
    return slots


def _person(
    report: Report, position: int, person: ReportedFacts, token: Callable[[str, object], bytes]
) -> ReportedPerson:
    return ReportedPerson(
        report=report,
        position=position,
        category=person.category,
        cadre_token=None if person.cadre_id is None else token("cadre", person.cadre_id),
        unit_token=None if person.unit_id is None else token("unit", person.unit_id),
    )


HANDLING = ("report_id", "staff_id", "since_on", "accepted_on", "until_on", "why")
STEP = ("report_id", "act", "to_state", "taken_on", "taken_by_id")


def _accompany(by: Officer, reports: Sequence[Report], on: date) -> None:
    """Who owns each from now on, and the first step of its history."""
    me, first = by.staff_id, HandOverReason.FIRST
    insert_many(Handling, HANDLING, [(each.pk, me, on, on, None, first) for each in reports])
    insert_many(StepTaken, STEP, [(each.pk, ACT, each.state, on, me) for each in reports])


def _timed(reports: Sequence[Report], taken: Sequence[Taken]) -> list[Clock]:
    """The clocks, and on each report the day that runs out first."""
    clocks = list(_clocks(reports, taken))
    for clock in clocks:
        if clock.report:
            clock.report.next_due = min(clock.due_on, clock.report.next_due or clock.due_on)
    return clocks


def _clocks(reports: Sequence[Report], taken: Sequence[Taken]) -> Iterator[Clock]:
    """The clocks that still run, with their original days; nothing is late that was ended long ago."""
    calendar = working_calendar()
    counted: Callable[[str, date], DueDate] = cache(lambda key, on: due(term(key), on, calendar))
    for report, each in zip(reports, taken, strict=True):
        for key, since in running_terms(report, each.draft):
            ends = counted(key, since)
            yield Clock(
                organ_id=report.organ_id,
                report=report,
                term_key=ends.term_key,
                started_on=since,
                due_on=ends.on,
                provisional=ends.provisional,
                basis=ends.basis,
            )


def running_terms(report: Report, draft: Draft) -> list[tuple[str, date]]:
    """Which terms still run, and since when.

    A registered report: those of receipt. An accepted one: those that acceptance starts and, of those of receipt,
    what neither acceptance nor the notice of it ends; whether that notice was given, a ledger does not tell.
    """
    if report.state not in (ReportState.REGISTERED, ReportState.ACCEPTED):
        return []
    signed = {"real_name": not report.counts_as_anonymous, "repeat": report.repeat_of_id is not None}
    source = EVENT_OF_SOURCE.get(report.source)
    received = [*clocks_started_by(Event.ACCUSATION_RECEIVED, **signed)]
    received += clocks_started_by(source, **signed) if source else ()
    if report.state == ReportState.REGISTERED:
        return [(key, report.received_on) for key in received]
    left = [key for key in received if not meets(key, ACCEPT) and not meets(key, NOTICE)]
    accepted = clocks_started_by(Event.ACCUSATION_ACCEPTED, **signed)
    return [(key, report.received_on) for key in left] + [(key, draft.registered_on) for key in accepted]


def _index(by: Officer, reports: Sequence[Report], taken: Sequence[Taken]) -> None:
    """The terms of ``registration.index``, and the office's own number."""
    terms = {}
    for report, each in zip(reports, taken, strict=True):
        facts, number = each.draft.facts, normalise(each.draft.old_number)
        words = index_words(title_of(facts), facts.account)
        named = {*words.get("person", []), *names_in(each.reported)}
        terms[report.pk] = {**words, "person": named}
        if len(number) >= SHORTEST_TERM:
            terms[report.pk][OLD_NUMBER] = {number}
    index_many(by=by, terms=terms)
