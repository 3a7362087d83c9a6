"""青禾镇 of 云溪县, invented: the office of the township, that of the county above it, and two cadres of 柳湾村."""

from dataclasses import dataclass, field, replace
from datetime import date

from tests.scenes import scene
from yixian.protection.actions import Founder, found_office, make_code, open_sitting, present_code
from yixian.protection.officer import PUBLIC, SYSTEM, Officer, Reporter
from yixian.reception.actions import (
    BoxFacts,
    BoxItemFacts,
    Registered,
    ReportedFacts,
    ReporterFacts,
    ReportFacts,
    WebSubmission,
    accept_report,
    hand_over,
    open_box,
    register_letter,
    submit_web_report,
)
from yixian.reception.enums import CadreCategory, HandOverReason, Signing
from yixian.reception.models import BoxOpening, Handling, Report
from yixian.roster.actions import StaffFacts, add_staff, declare_kinship
from yixian.roster.enums import CadreLevel, OrganLevel, Relation, Role, UnitKind
from yixian.roster.models import Cadre, Organ, Staff, Unit, Village

MONDAY = date(2026, 3, 2)
TUESDAY = date(2026, 3, 3)
WEDNESDAY = date(2026, 3, 4)
MONTH_LATER = date(2026, 4, 7)
PHRASE = "云溪县的油菜花开了-"
TOWN = {
    "clerk": ("接访甲", (Role.CLERK,)),
    "other_clerk": ("接访子", (Role.CLERK,)),
    "handler": ("承办乙", (Role.HANDLER,)),
    "chief": ("书记丙", (Role.CHIEF,)),
    "deputy": ("书记丑", (Role.CHIEF,)),
    "custodian": ("保管丁", (Role.CUSTODIAN,)),
    "admin": ("管理庚", (Role.ADMIN,)),
    "analyst": ("统计壬", (Role.ANALYST,)),
    "reported": ("柳青山", (Role.HANDLER, Role.CLERK)),
    "relative": ("亲属寅", (Role.HANDLER, Role.CLERK)),
    "colleague": ("同事卯", (Role.HANDLER, Role.CLERK)),
}
COUNTY = {
    "county_clerk": ("县接访", (Role.CLERK,)),
    "county_chief": ("县书记", (Role.CHIEF,)),
    "county_custodian": ("县保管", (Role.CUSTODIAN,)),
    "county_admin": ("县管理", (Role.ADMIN,)),
    "supervisor": ("县督办", (Role.SUPERVISOR,)),
}


@dataclass
class Township:
    """``town["clerk"]`` is the officer of a sitting; the same object throughout a test."""

    organ: Organ
    county: Organ
    village: Village
    unit: Unit
    secretary: Cadre
    staff: dict[str, Staff]
    officers: dict[str, Officer] = field(default_factory=dict)

    def __getitem__(self, who: str) -> Officer:
        if who not in self.officers:
            _seat(self, who)
        return self.officers[who]


@scene
def _seat(town: Township, who: str) -> None:
    username = town.staff[who].username
    town.officers[who] = open_sitting(username=username, passphrase=PHRASE + who)


def found_township() -> Township:
    county = Organ.objects.create(
        code="yunxi", name="云溪县纪委监委", short_name="云纪信", level=OrganLevel.COUNTY
    )
    organ = Organ.objects.create(
        code="qinghe", name="青禾镇纪委", short_name="青纪信", level=OrganLevel.TOWNSHIP, parent=county
    )
    village = Village.objects.create(organ=organ, name="柳湾村")
    unit = Unit.objects.create(
        organ=organ, village=village, name="柳湾村村民委员会", kind=UnitKind.VILLAGE_COMMITTEE
    )
    secretary = Cadre.objects.create(unit=unit, name="柳青山", post="主任", level=CadreLevel.VILLAGE)
    for post in ("会计", "委员"):
        Cadre.objects.create(unit=unit, name="同名周", post=post, level=CadreLevel.VILLAGE)
    township = Township(organ, county, village, unit, secretary, {})
    _found(township, organ, TOWN)
    _found(township, county, COUNTY)
    declare_kinship(by=SYSTEM, staff=township.staff["relative"], cadre=secretary, relation=Relation.SPOUSE)
    return township


def _found(township: Township, organ: Organ, people: dict[str, tuple[str, tuple[Role, ...]]]) -> None:
    for who, (name, _) in people.items():
        facts = StaffFacts(
            username=f"{organ.code}.{who}",
            name=name,
            organ=organ,
            cadre=township.secretary if who == "reported" else None,
            unit=township.unit if who == "colleague" else None,
        )
        township.staff[who] = add_staff(by=SYSTEM, facts=facts)
    founders = [Founder(township.staff[who], roles, PHRASE + who) for who, (_, roles) in people.items()]
    found_office(by=SYSTEM, organ_id=organ.pk, founders=founders, on=MONDAY)


SECRETARY = ReportedFacts(
    name="柳青山", post="主任", unit="柳湾村村民委员会", category=CadreCategory.VILLAGE_HEAD
)
STRANGER = ReportedFacts(name="无此人氏", post="组长", category=CadreCategory.GROUP_HEAD)
REPORTER = ReporterFacts(name="金丝雀姓名", phone="13800000999", address="柳湾村三组")
LETTER = ReportFacts(
    title="反映低保发放不公",
    account="金丝雀正文：二〇二五年五月，柳湾村三组的低保名单没有公示，组长把名额给了自己的亲戚。",
    received_on=MONDAY,
    reported=(STRANGER,),
    reporters=(REPORTER,),
    signing=Signing.REAL_NAME,
)
ANONYMOUS = replace(LETTER, reporters=(), signing=Signing.ANONYMOUS)
SUBMISSION = WebSubmission(
    title="反映村里的路", account="金丝雀正文：柳湾村修路的钱没有公开，路只修了一半。", reported=(STRANGER,)
)


@scene
def a_letter(town: Township, facts: ReportFacts = LETTER, who: str = "clerk") -> Registered:
    return register_letter(by=town[who], facts=facts, code=make_code(), on=MONDAY)


@scene
def an_accepted(town: Township, facts: ReportFacts = LETTER) -> Registered:
    registered = a_letter(town, facts)
    accept_report(by=town["clerk"], report=registered.report, on=TUESDAY)
    return registered


@scene
def about_the_secretary(town: Township) -> Registered:
    """Registered by the clerk, about 柳青山 of the roster."""
    return a_letter(town, replace(LETTER, reported=(SECRETARY,)))


@scene
def a_web_report(town: Township, submission: WebSubmission = SUBMISSION) -> tuple[Report, str]:
    submitted = submit_web_report(
        by=PUBLIC, organ_id=town.organ.pk, submission=submission, code=make_code(), on=MONDAY
    )
    return submitted.report, submitted.code


def holder_of(code: str) -> Reporter:
    return present_code(code)


def asked_to_take_over(town: Township, report: Report, on: date = TUESDAY) -> Handling:
    """The clerk has asked the handler, who has not answered."""
    to_id = town.staff["handler"].pk
    return hand_over(by=town["clerk"], report=report, to_id=to_id, why=HandOverReason.ASSIGNED, on=on)


@scene
def an_opened_box(
    town: Township,
    *,
    witness: str = "handler",
    on: date = MONDAY,
    items: int = 1,
    strip: str = "007",
    pages: int = 2,
) -> BoxOpening:
    """The witness has not confirmed yet."""
    return open_box(
        by=town["clerk"],
        facts=BoxFacts(
            village_id=town.village.pk,
            witness_id=town[witness].staff_id,
            strip_before=strip,
            strip_after="008",
            items=(BoxItemFacts(pages=pages),) * items,
        ),
        on=on,
    )
