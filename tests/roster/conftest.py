"""A small county and the people who keep its roster."""

from dataclasses import dataclass, field
from datetime import date

import pytest

from yixian.roster.enums import CadreLevel, OrganLevel, PetitionField, Role, UnitKind
from yixian.roster.models import Area, Cadre, Department, Organ, RoleGrant, Staff, Unit, Village

DAY = date(2026, 3, 2)


def year_text(year: int) -> str:
    """An invented but complete arrangement of holidays, with one worked day at the weekend of 8 February."""
    return f"""
{year}-01-01,放假,元旦
{year}-02-09至{year}-02-13,放假,春节
{year}-02-08,上班,春节
{year}-04-05,放假,清明节
{year}-05-01至{year}-05-02,放假,劳动节
{year}-06-10,放假,端午节
{year}-09-25,放假,中秋节
{year}-10-01至{year}-10-03,放假,国庆节
"""


@dataclass(frozen=True)
class Acting:
    """Whoever acts, as far as the roster needs to know."""

    actor: str
    organ_id: int | None = None
    roles: frozenset[Role] = field(default_factory=frozenset)
    name: str = "某工作人员"


FOUNDING = Acting("system")


def acting(staff: Staff, *roles: Role) -> Acting:
    return Acting(f"staff:{staff.pk}", staff.organ_id, frozenset(roles))


@pytest.fixture
def county(db) -> Organ:
    return Organ.objects.create(
        code="YX", name="云溪县纪委监委", short_name="云纪信", level=OrganLevel.COUNTY
    )


@pytest.fixture
def area(county: Organ) -> Area:
    return Area.objects.create(county=county, name="东片区")


@pytest.fixture
def township(county: Organ, area: Area) -> Organ:
    return Organ.objects.create(
        code="YX-QH",
        name="青禾镇纪委",
        short_name="青纪信",
        level=OrganLevel.TOWNSHIP,
        parent=county,
        area=area,
    )


@pytest.fixture
def neighbour(county: Organ, area: Area) -> Organ:
    return Organ.objects.create(
        code="YX-BQ",
        name="白泉镇纪委",
        short_name="白纪信",
        level=OrganLevel.TOWNSHIP,
        parent=county,
        area=area,
    )


@pytest.fixture
def village(township: Organ) -> Village:
    return Village.objects.create(organ=township, name="上禾村")


@pytest.fixture
def unit(township: Organ, village: Village) -> Unit:
    return Unit.objects.create(
        organ=township, village=village, name="上禾村党支部", kind=UnitKind.PARTY_BRANCH
    )


@pytest.fixture
def cadre(unit: Unit) -> Cadre:
    return Cadre.objects.create(unit=unit, name="甲大山", post="村党支部书记", level=CadreLevel.VILLAGE)


@pytest.fixture
def department(county: Organ) -> Department:
    return Department.objects.create(organ=county, name="云溪县民政局", field=PetitionField.CIVIL_AFFAIRS)


@pytest.fixture
def clerk(township: Organ) -> Staff:
    return Staff.objects.create(username="clerk", name="丁小禾", organ=township)


@pytest.fixture
def admin_account(township: Organ) -> Staff:
    staff = Staff.objects.create(username="admin", name="戊小青", organ=township)
    RoleGrant.objects.create(staff=staff, role=Role.ADMIN, granted_on=DAY)
    return staff


@pytest.fixture
def admin(admin_account: Staff) -> Acting:
    return acting(admin_account, Role.ADMIN)
