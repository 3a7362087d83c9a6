import pytest

from tests.insight.figures.making import HALF_YEAR, row
from yixian.insight.figures import four_characteristics


def measured(rows):
    return four_characteristics(rows, HALF_YEAR)


def test_objects_gather_on_the_three_largest_kinds_of_post():
    posts = ["甲"] * 5 + ["乙"] * 3 + ["丙"] * 2 + ["丁"] * 1
    rows = [row(n, posts=(post,)) for n, post in enumerate(posts)] + [row("none")]

    found = measured(rows).objects

    assert (found.headline.value, found.headline.base) == (10 / 11, 11)
    assert found.figure("objects.spread").value == pytest.approx(121 / 39)


def test_places_gather_on_the_five_largest():
    rows = [row(n, place=f"{n % 6}村") for n in range(6)] + [row("a", place="0村"), row("b")]

    assert measured(rows).objects.figure("objects.places").value == 6 / 7
