import pytest

from yixian.roster.enums import CadreLevel, UnitKind
from yixian.roster.models import Cadre, Unit
from yixian.roster.queries import cadres_named_in, cadres_of, find_cadres


@pytest.fixture
def director(township):
    station = Unit.objects.create(organ=township, name="农业站", kind=UnitKind.STATION)
    return Cadre.objects.create(unit=station, name="乙长河", post="站长", level=CadreLevel.TOWNSHIP)


@pytest.mark.parametrize("text", ["大山", "书记", "党支部", "上禾村", "上禾 书记 甲"])
def test_a_cadre_is_found_by_name_post_unit_or_village(township, cadre, director, text):
    assert list(find_cadres(township.pk, text)) == [cadre]


def test_every_word_must_fit(township, cadre, director):
    assert list(find_cadres(township.pk, "上禾村 站长")) == []


def test_an_empty_search_finds_nobody(township, cadre):
    assert list(find_cadres(township.pk, "  ")) == []


def test_another_township_finds_nobody_of_ours_and_the_county_does(county, neighbour, cadre):
    assert list(find_cadres(neighbour.pk, "甲大山")) == []
    assert list(find_cadres(county.pk, "甲大山")) == [cadre]


def test_who_has_left_office_is_not_listed(township, cadre):
    cadre.is_active = False
    cadre.save()

    assert list(cadres_of(township.pk)) == []


def test_cadres_named_in_a_letter_come_in_the_order_of_the_letter(township, cadre, director):
    letter = "农业站的乙长河和上禾村的甲大山一起扣了补贴，甲大山还……"

    assert cadres_named_in(township.pk, letter) == [director, cadre]


@pytest.mark.parametrize("number", [1, 3])
def test_lists_of_cadres_cost_one_query_however_long(township, unit, number, django_assert_num_queries):
    for at in range(number):
        Cadre.objects.create(unit=unit, name=f"人{at}", post="委员", level=CadreLevel.VILLAGE)

    with django_assert_num_queries(1):
        places = [each.unit.village.name for each in cadres_of(township.pk)]

    assert places == ["上禾村"] * number
