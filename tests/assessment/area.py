"""东片区 of 云溪县: beside 青禾镇 two more townships with handlers, and one in another area. All invented."""

from dataclasses import dataclass, replace

from tests.reception.township import (
    LETTER,
    MONDAY,
    PHRASE,
    SECRETARY,
    TUESDAY,
    WEDNESDAY,
    Township,
    found_township,
)
from tests.scenes import scene
from yixian.assessment.actions import (
    CrossingFacts,
    accept_crossing,
    clear_crossing,
    hand_down_crossing,
    offer_crossing,
    propose_crossing,
)
from yixian.assessment.enums import CrossingGround
from yixian.assessment.models import CrossHandling
from yixian.protection.actions import Founder, found_office, make_code
from yixian.protection.officer import SYSTEM, Officer
from yixian.reception.actions import accept_report, register_letter
from yixian.reception.models import Report
from yixian.roster.actions import StaffFacts, add_staff
from yixian.roster.enums import OrganLevel, Role
from yixian.roster.models import Area, Organ, Staff

CHIEF, HANDLER, CLERK, ADMIN = (Role.CHIEF,), (Role.HANDLER,), (Role.CLERK,), (Role.ADMIN,)
PLACES = {
    "baiquan": (
        "白泉镇纪委",
        "白纪信",
        {
            "bq_chief": ("书记白", CHIEF),
            "bq_one": ("白一", HANDLER),
            "bq_two": ("白二", HANDLER),
            "bq_clerk": ("白接访", CLERK),
            "bq_admin": ("白管理", ADMIN),
        },
    ),
    "fenglin": (
        "枫林镇纪委",
        "枫纪信",
        {
            "fl_chief": ("书记枫", CHIEF),
            "fl_one": ("枫一", HANDLER),
            "fl_two": ("枫二", HANDLER),
            "fl_admin": ("枫管理", ADMIN),
        },
    ),
}


@dataclass
class Neighbours:
    town: Township
    organs: dict[str, Organ]


def found_area() -> Neighbours:
    town = found_township()
    area = Area.objects.create(name="东片区", county=town.county)
    Organ.objects.filter(pk=town.organ.pk).update(area=area)
    organs = {code: _founded(town, area, code) for code in PLACES}
    return Neighbours(town, organs)


def _founded(town: Township, area: Area, code: str) -> Organ:
    name, stem, people = PLACES[code]
    organ = Organ.objects.create(
        code=code, name=name, short_name=stem, level=OrganLevel.TOWNSHIP, parent=town.county, area=area
    )
    for who, (called, _) in people.items():
        facts = StaffFacts(username=f"{code}.{who}", name=called, organ=organ)
        town.staff[who] = add_staff(by=SYSTEM, facts=facts)
    founders = [Founder(town.staff[who], roles, PHRASE + who) for who, (_, roles) in people.items()]
    found_office(by=SYSTEM, organ_id=organ.pk, founders=founders, on=MONDAY)
    return organ


@scene
def county_report(town: Township, **facts: object) -> Report:
    """About 柳青山 of 青禾镇, received and accepted by the county."""
    letter = replace(LETTER, reported=(SECRETARY,), **facts)
    registered = register_letter(by=town["county_clerk"], facts=letter, on=MONDAY, code=make_code())
    accept_report(by=town["county_chief"], report=registered.report, on=TUESDAY)
    return registered.report


@scene
def proposed(town: Township, report: Report | None = None, **facts: object) -> CrossHandling:
    said = CrossingFacts(**{"ground": CrossingGround.NEAR, "township_id": town.organ.pk, **facts})
    return propose_crossing(
        by=town["county_chief"], report=report or county_report(town), facts=said, on=TUESDAY
    )


def who_of(town: Township, staff: Staff) -> str:
    return next(who for who, each in town.staff.items() if each.pk == staff.pk)


@scene
def offered(town: Township, **facts: object) -> CrossHandling:
    return offer_crossing(by=town["county_chief"], crossing=proposed(town, **facts), on=TUESDAY)


@scene
def accepted(town: Township) -> CrossHandling:
    crossing = offered(town)
    for staff in (crossing.lead, crossing.second):
        clear_crossing(by=town[who_of(town, staff)], crossing=crossing, on=WEDNESDAY)
    return accept_crossing(by=chief_of(town, crossing), crossing=crossing, on=WEDNESDAY)


@scene
def under_way(town: Township) -> CrossHandling:
    return hand_down_crossing(by=town["county_chief"], crossing=accepted(town), on=WEDNESDAY)


def chief_of(town: Township, crossing: CrossHandling) -> Officer:
    """Of the township that was asked."""
    return town["bq_chief" if crossing.lead.organ.code == "baiquan" else "fl_chief"]
