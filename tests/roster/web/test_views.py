import re
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.roster.conftest import DAY, acting, year_text
from yixian.roster.enums import CadreLevel, OrganLevel, Role
from yixian.roster.models import Cadre, CalendarYear, Organ
from yixian.roster.queries import working_calendar


def words(response) -> str:
    """The text of the page's main part, with the blanks of its source taken out."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", " ", main))


def test_nobody_sees_the_roster_without_a_sitting(desk):
    response = desk.get("/desk/roster/?a=1")

    assert (response.status_code, response["Location"]) == (
        302,
        "/desk/login?next=%2Fdesk%2Froster%2F%3Fa%3D1",
    )


@pytest.mark.parametrize("page", ["import/", "import/template/", "calendar/"])
def test_a_clerk_reads_the_roster_but_does_not_keep_it(desk, seat, clerk, page):
    seat(acting(clerk, Role.CLERK))

    assert "导入名册" not in words(desk.get("/desk/roster/"))
    assert desk.get(f"/desk/roster/{page}").status_code == 403
    assert desk.post(f"/desk/roster/{page}").status_code in (403, 405)


def test_a_page_that_only_shows_takes_no_post(at_admin):
    assert at_admin.post("/desk/roster/").status_code == 405


def test_the_tree_shows_every_organ_with_its_numbers(at_admin, township, neighbour, cadre):
    page = words(at_admin.get("/desk/roster/"))

    assert "工作日年历导入名册" in page
    assert "共3个机构" in page
    assert "青禾镇纪委乡镇（街道）东片区青纪信111" in page
    assert "白泉镇纪委乡镇（街道）东片区白纪信000" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_tree_costs_one_query_however_large(at_admin, county, township, number):
    for at in range(number):
        Organ.objects.create(
            code=f"T{at}", name=f"{at}镇", short_name="纪", level=OrganLevel.TOWNSHIP, parent=county
        )

    with CaptureQueriesContext(connection) as asked:
        at_admin.get("/desk/roster/")

    assert len([each for each in asked if "roster_" in each["sql"]]) == 1


def test_an_organ_shows_its_people_places_and_departments(at_admin, township, cadre, department):
    page = words(at_admin.get(f"/desk/roster/organ/{township.pk}/"))

    assert "甲大山村党支部书记上禾村党支部上禾村村（社区）干部否" in page
    assert "云溪县民政局民政" in page


def test_a_cadre_is_found_and_the_search_stays_in_its_field(at_admin, township, unit, cadre):
    Cadre.objects.create(unit=unit, name="乙小河", post="会计", level=CadreLevel.VILLAGE)

    found = at_admin.get(f"/desk/roster/organ/{township.pk}/", {"q": "会计"})
    none = at_admin.get(f"/desk/roster/organ/{township.pk}/", {"q": "站长"})

    assert [cadre.name for cadre in found.context["page"].object_list] == ["乙小河"]
    assert 'value="会计"' in found.content.decode()
    assert "没有找到这样的干部" in words(none)


@pytest.mark.parametrize("number", [1, 3])
def test_an_organ_costs_the_same_queries_however_many_cadres(at_admin, township, unit, number):
    for at in range(number):
        Cadre.objects.create(unit=unit, name=f"人{at}", post="委员", level=CadreLevel.VILLAGE)

    with CaptureQueriesContext(connection) as asked:
        at_admin.get(f"/desk/roster/organ/{township.pk}/")

    assert len([each for each in asked if "roster_" in each["sql"]]) == 6


def test_another_county_is_as_good_as_absent(at_admin, township):
    other = Organ.objects.create(code="ZZ", name="外县纪委", short_name="外", level=OrganLevel.COUNTY)

    response = at_admin.get(f"/desk/roster/organ/{other.pk}/")

    assert response.status_code == 404


def test_the_template_is_a_workbook(at_admin):
    response = at_admin.get("/desk/roster/import/template/")

    names = openpyxl.load_workbook(BytesIO(response.content)).sheetnames
    assert names == ["填写说明", "机构", "片区", "村（社区）", "单位", "干部", "部门"]


def test_a_year_is_entered(at_admin):
    response = at_admin.post("/desk/roster/calendar/", {"text": year_text(2031)}, follow=True)

    assert "已录入2031年工作日年历。" in words(response)
    assert working_calendar().is_published(2031) is True


def test_a_year_at_fault_keeps_what_was_typed_and_says_what_is_wrong(at_admin):
    text = year_text(2031).replace("上班", "加班")

    response = at_admin.post("/desk/roster/calendar/", {"text": text})

    assert "第4行：安排只能写“放假”或“上班”，现在是“加班”。" in words(response)
    assert "2031-02-08,加班,春节" in response.content.decode()
    assert CalendarYear.objects.count() == 0


def test_a_year_entered_at_set_up_is_shown_as_such(at_admin):
    CalendarYear.objects.create(year=2031, text=year_text(2031), entered_on=DAY)

    assert "2031年安装程序2026年3月2日" in words(at_admin.get("/desk/roster/calendar/"))
