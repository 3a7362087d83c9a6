"""Receiving one report by its channel, as the clerk does it."""

from collections.abc import Generator
from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.actions import ClassFacts, classify_report, decide_jurisdiction
from yixian.assessment.queries import jurisdiction_proposal, suggestion
from yixian.config.demo.courses.spoken import keep_record, visit_of
from yixian.config.demo.courses.work import Taken, Work
from yixian.config.demo.evidence import copied_account, road_photo
from yixian.config.demo.reporters import reporter_of
from yixian.config.demo.schedule import after
from yixian.config.demo.scripts import Person, Telling
from yixian.protection.actions import make_code
from yixian.protection.officer import PUBLIC
from yixian.reception.actions import (
    BoxFacts,
    BoxItemFacts,
    Registered,
    ReportedFacts,
    ReporterFacts,
    ReportFacts,
    WebCorrections,
    WebSubmission,
    confirm_box_opening,
    open_box,
    register_box_item,
    register_call,
    register_letter,
    register_other,
    register_visit,
    register_web_report,
    submit_web_report,
)
from yixian.reception.enums import BoxItemKind, CadreCategory, Channel, Signing
from yixian.regulations.jurisdiction import JurisdictionProposal, ReportedLevel
from yixian.roster.queries import villages_of

if TYPE_CHECKING:
    from yixian.reception.models import Report

REGISTER = {
    Channel.LETTER: register_letter,
    Channel.VISIT: register_visit,
    Channel.CALL: register_call,
    Channel.OTHER: register_other,
}
LEVELS = {
    CadreCategory.VILLAGE_HEAD: ReportedLevel.VILLAGE_CADRE,
    CadreCategory.VILLAGE_CADRE: ReportedLevel.VILLAGE_CADRE,
    CadreCategory.GROUP_HEAD: ReportedLevel.VILLAGE_CADRE,
    CadreCategory.TOWN_CADRE: ReportedLevel.TOWNSHIP_CADRE,
    CadreCategory.STATION_STAFF: ReportedLevel.STATION_STAFF,
    CadreCategory.SCHOOL_CLINIC: ReportedLevel.TOWNSHIP_CADRE,
    CadreCategory.ENTERPRISE: ReportedLevel.STATION_STAFF,
    CadreCategory.TOWN_LEADER: ReportedLevel.COUNTY_CADRE,
}


WITH_FILES = 4
"""Every which story of the window brings files."""


def receive(work: Work, telling: Telling, day: date) -> Generator[date, date, Taken]:
    """From the day on which it comes in to its number; a web report is sealed first and registered later."""
    day = yield day
    if telling.channel is Channel.WEB:
        taken = submit(work, telling, day)
        day = yield after(day, 1)
        taken.report, taken.on = _enter(work, taken, day), day
    else:
        on = yield after(day, 0 if telling.channel is Channel.VISIT else 1)
        taken = _register(work, telling, day, on)
    work.taken.append(taken)
    return taken


def submit(work: Work, telling: Telling, on: date) -> Taken:
    """By the public, at the window: whoever reports names whom they know."""
    submission = WebSubmission(
        title=telling.title,
        account=telling.text,
        reported=reported_in(work, telling),
        reporter=_reporter(work, telling),
        wish=telling.wish,
        village_id=village_id(work),
        people_count=telling.people,
    )
    files = (road_photo(), copied_account()) if work.number % WITH_FILES == 0 else ()
    sent = submit_web_report(
        by=PUBLIC,
        organ_id=work.cast.organ_id,
        submission=submission,
        on=on,
        code=make_code(),
        files=files,
    )
    return Taken(sent.report, sent.code, telling, on)


def _enter(work: Work, taken: Taken, day: date) -> "Report":
    corrections = WebCorrections(
        urgent=work.script.urgent, real_name_verified=taken.telling.signing is Signing.REAL_NAME
    )
    return register_web_report(by=work.clerk, report=taken.report, corrections=corrections, on=day)


def _register(work: Work, telling: Telling, received_on: date, on: date) -> Taken:
    facts = facts_of(work, telling, received_on)
    if telling.channel is Channel.BOX:
        registered = _from_box(work, facts, on)
    else:
        beside = {"visit": visit_of(work)} if telling.channel is Channel.VISIT else {}
        registered = REGISTER[telling.channel](by=work.clerk, facts=facts, code=make_code(), on=on, **beside)
    if telling.channel is Channel.VISIT:
        keep_record(work, registered.report, telling, on)
    return Taken(registered.report, registered.code, telling, on)


def _from_box(work: Work, facts: ReportFacts, on: date) -> Registered:
    witness = work.second
    opening = open_box(
        by=work.clerk,
        facts=BoxFacts(
            village_id=village_id(work) or 0,
            witness_id=witness.staff_id,
            strip_before=f"封{on:%m%d}-{work.number:02d}",
            strip_after=f"封{on:%m%d}-{work.number + 1:02d}",
            items=(BoxItemFacts(kind=BoxItemKind.LETTER, pages=2),),
        ),
        on=on,
    )
    confirm_box_opening(by=witness, opening=opening, on=on)
    return register_box_item(by=work.clerk, opening=opening, facts=facts, code=make_code(), on=on)


def facts_of(work: Work, telling: Telling, received_on: date) -> ReportFacts:
    reporter = _reporter(work, telling)
    return ReportFacts(
        title=telling.title,
        account=telling.text,
        received_on=received_on,
        reported=reported_in(work, telling),
        reporters=(reporter,) if reporter else (),
        signing=telling.signing,
        source=telling.source,
        wish=telling.wish,
        village_id=village_id(work),
        urgent=work.script.urgent,
        people_count=telling.people,
    )


def reported_in(work: Work, telling: Telling) -> tuple[ReportedFacts, ...]:
    """Everyone of the story, or those whom this telling names."""
    people = [each for each in work.script.reported if telling.names is None or each.name in telling.names]
    return tuple(_facts(each) for each in people)


def _facts(person: Person) -> ReportedFacts:
    return ReportedFacts(name=person.name, post=person.post, unit=person.unit, category=person.category)


def _reporter(work: Work, telling: Telling) -> ReporterFacts | None:
    if telling.signing is Signing.ANONYMOUS:
        return None
    return reporter_of(work.number, telling.after, work.script.village)


def village_id(work: Work) -> int | None:
    found = villages_of(work.cast.organ_id).filter(name=work.script.village).first()
    return found.pk if found else None


def assess(work: Work, taken: Taken, on: date) -> JurisdictionProposal:
    """Class, issue and jurisdiction, beside what the machine proposes."""
    telling, script = taken.telling, work.script
    proposed = suggestion(title=telling.title, account=telling.text)
    facts = ClassFacts(report_class=script.report_class, main_issue=script.issue)
    classify_report(by=work.clerk, report=taken.report, facts=facts, on=on, suggested=proposed)
    proposal = jurisdiction_proposal(
        organ_id=work.cast.organ_id,
        report_class=script.report_class,
        reported=[LEVELS.get(each.category, ReportedLevel.UNKNOWN) for each in script.reported],
        source=telling.source,
    )
    decide_jurisdiction(by=work.clerk, report=taken.report, proposal=proposal, decision=proposal.kind, on=on)
    return proposal
