import pytest

from yixian.roster.enums import OrganLevel, PetitionField
from yixian.roster.models import Department, Organ, Unit, Village
from yixian.roster.queries import (
    area_mates,
    areas_of,
    departments_of,
    organ_by_code,
    organ_of,
    organs_under,
    units_of,
    villages_of,
)


def test_an_organ_is_found_by_number_and_by_code(township):
    assert organ_of(township.pk) == township
    assert organ_by_code("YX-QH") == township
    assert organ_by_code("没有") is None


def test_the_county_stands_before_its_townships(county, township, neighbour):
    assert list(organs_under(county.pk)) == [county, township, neighbour]
    assert list(organs_under(township.pk)) == [township]
    assert list(organs_under()) == [county, township, neighbour]


def test_area_mates_are_the_other_townships_of_the_area(county, area, township, neighbour):
    Organ.objects.create(
        code="YX-Z", name="石湾镇纪委", short_name="石纪信", level=OrganLevel.TOWNSHIP, parent=county
    )

    assert list(areas_of(county.pk)) == [area]
    assert list(area_mates(township.pk)) == [neighbour]
    assert list(area_mates(county.pk)) == []


def test_townships_without_an_area_are_nobodys_mates(county):
    first, _ = (
        Organ.objects.create(
            code=code, name=f"{code}镇纪委", short_name=code, level=OrganLevel.TOWNSHIP, parent=county
        )
        for code in ("甲", "乙")
    )

    assert list(area_mates(first.pk)) == []


def test_a_county_sees_the_villages_of_its_townships_and_a_township_its_own(
    county, township, village, neighbour
):
    other = Village.objects.create(organ=neighbour, name="白石村")

    assert list(villages_of(county.pk)) == [village, other]
    assert list(villages_of(neighbour.pk)) == [other]


def test_a_township_asks_for_the_departments_of_its_county(county, township, department):
    schools = Department.objects.create(organ=county, name="云溪县教育局", field=PetitionField.EDUCATION)

    assert list(departments_of(township.pk)) == [department, schools]
    assert list(departments_of(county.pk, PetitionField.EDUCATION)) == [schools]
    assert list(departments_of(township.pk, PetitionField.LAND)) == []


@pytest.mark.parametrize("number", [1, 3])
def test_lists_of_units_cost_one_query_however_long(township, village, number, django_assert_num_queries):
    for at in range(number):
        Unit.objects.create(organ=township, village=village, name=f"单位{at}", kind="other")

    with django_assert_num_queries(1):
        names = [(unit.name, unit.village.name) for unit in units_of(township.pk)]

    assert names == [(f"单位{at}", "上禾村") for at in range(number)]
