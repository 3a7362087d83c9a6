"""The world in which a walk begins: three offices and the county, with a case at every stage, each made as the tests of
the houses make it.
"""

from collections.abc import Callable
from dataclasses import replace

from tests.assessment import area, consulting, hard_matters
from tests.assessment.area import found_area
from tests.reception import meetings, visitors
from tests.reception.importing import flow, making
from tests.reception.scanned import a_scan
from tests.reception.township import (
    LETTER,
    MONDAY,
    PHRASE,
    TUESDAY,
    WEDNESDAY,
    Township,
    a_letter,
    a_web_report,
    an_accepted,
    an_opened_box,
)
from tests.resolution import casework, reviewing, verifying
from tests.walk import changes
from tests.walk.world import World
from yixian.assessment.actions import TransferFacts, transfer_out
from yixian.assessment.enums import TransferKind
from yixian.protection.actions import change_passphrase, open_account, open_sitting
from yixian.protection.officer import SYSTEM
from yixian.reception.actions import Registered, write_to_reporter
from yixian.reception.enums import MessageKind, Signing
from yixian.regulations.classes import Disposal
from yixian.resolution.actions import decide_disposal
from yixian.roster.actions import ContactFacts, StaffFacts, keep_contact
from yixian.roster.enums import PetitionField, Role
from yixian.roster.models import Department

Scene = Callable[[Township], object]


def a_lived_world() -> World:
    """Made once a process and poured for each walk; the rows are in the order in which they were made."""
    town = found_area().town
    consulting.add_members(town)
    _add_auditor(town)
    world = World(town)
    changes.watch()
    for scene in SCENES:
        world.keep_code(scene(town))
    town.officers.clear()  # an open sitting holds keys, which are never copied
    world.learn(changes.take())
    changes.stop()
    return world


def _add_auditor(town: Township) -> None:
    facts = StaffFacts("qinghe.auditor", "审计辛", town.organ)
    opened = open_account(by=SYSTEM, facts=facts, roles=(Role.AUDITOR,), on=MONDAY)
    town.staff["auditor"] = opened.staff
    first = open_sitting(username=facts.username, passphrase=opened.phrase)
    change_passphrase(by=first, old=opened.phrase, new=PHRASE + "auditor")


def _told(town: Township) -> Registered:
    """A question in a mailbox whose code is known, an answer that waits for a view, and an invitation."""
    registered = an_accepted(town)
    write_to_reporter(
        by=town["clerk"], report=registered.report, text="哪一年？", on=TUESDAY, kind=MessageKind.QUESTION
    )
    meetings.an_appointment(town, registered.report)
    return registered


def _met(town: Township) -> None:
    report = an_accepted(town).report
    meetings.an_outing(town, report)
    meetings.an_answered(town, report)
    meetings.an_accompaniment(town, report)
    meetings.a_follow_up(town, report)


def _evidence(town: Township) -> None:
    clue = casework.with_team(town)
    verifying.an_item(town, clue, file=verifying.a_photo())
    verifying.a_task(town, clue)
    verifying.a_gap(town, clue)
    verifying.a_fact(town, clue)
    verifying.a_talk(town, clue)


def _unverified(town: Township) -> None:
    a_letter(town, replace(LETTER, signing=Signing.UNVERIFIED))


def _planned(town: Township) -> None:
    hard_matters.a_plan(town, casework.a_matter(town))


def _screened(town: Township) -> None:
    hard_matters.a_session(town)


def _sent_out(town: Township) -> None:
    """To a department outside, which answers on paper."""
    bureau = Department.objects.create(
        organ=town.county, name="云溪县民政局", field=PetitionField.CIVIL_AFFAIRS
    )
    for who in ("clerk", "county_clerk"):
        report = a_letter(town, who=who).report
        facts = TransferFacts(
            kind=TransferKind.REFER_OUT, summary="低保发放", reason="业务范围外", to_department_id=bureau.pk
        )
        chief = "chief" if who == "clerk" else "county_chief"
        transfer_out(by=town[chief], report=report, facts=facts, on=TUESDAY)


def _sent_down(town: Township) -> None:
    report = a_letter(town, who="county_clerk").report
    facts = TransferFacts(
        kind=TransferKind.ASSIGN, summary="低保发放", reason="由属地核实", to_organ_id=town.organ.pk
    )
    transfer_out(by=town["county_chief"], report=report, facts=facts, on=TUESDAY)


def _imported(town: Township) -> None:
    flow.imported(town["clerk"], "gbk.csv", making.gbk())


def _checked(town: Township) -> None:
    flow.checked(town["clerk"], "merged.xlsx", making.merged())


def _inquired_into(town: Township) -> None:
    proposal = casework.a_proposal(town, Disposal.TALK_OR_INQUIRY)
    decide_disposal(by=town["chief"], disposal=proposal, approved=True, on=WEDNESDAY)


def _at_the_window(town: Township) -> None:
    facts = ContactFacts(short_name="青纪信", window_url="https://jubao.qinghe.example.cn/")
    keep_contact(by=town["chief"], organ=town.organ, facts=facts)


def _awaits_outcomes(town: Township) -> None:
    casework.concluding(town, casework.TWO_PEOPLE)


SCENES: tuple[Scene, ...] = (
    _at_the_window,
    a_letter,
    _unverified,
    a_web_report,
    an_accepted,
    _told,
    _met,
    an_opened_box,
    visitors.an_interview,
    visitors.a_call,
    a_scan,
    _sent_out,
    _sent_down,
    area.proposed,
    area.accepted,
    area.under_way,
    _planned,
    _screened,
    consulting.an_issued,
    consulting.a_sitting,
    consulting.heard,
    consulting.decided,
    casework.a_clue,
    casework.under_verification,
    _inquired_into,
    _evidence,
    reviewing.asked,
    reviewing.taken,
    _awaits_outcomes,
    casework.with_outcomes,
    casework.a_complete_matter,
    casework.a_closed_matter,
    casework.an_archived_report,
    _imported,
    _checked,
)
"""In this order; each stage is met by a walk without having to be reached by chance."""
