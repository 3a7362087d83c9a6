"""Long lists: counted and paged so far and no further, and said to go on."""

import pytest

from tests.reception.township import a_letter
from yixian.reception.models import Report
from yixian.toolkit import paging
from yixian.toolkit.narrowing import among
from yixian.toolkit.paging import LongPaginator, counted

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(town):
    return [a_letter(town).report for _ in range(3)]


def test_counting_stops_one_beyond_the_most(three):
    found = Report.objects.order_by("number")

    assert [counted(found, most) for most in (1, 2, 3, 9)] == [2, 3, 3, 3]


def test_a_list_that_goes_on_says_so_and_pages_to_the_most(three, monkeypatch):
    monkeypatch.setattr(paging, "MOST", 2)
    pages = LongPaginator(Report.objects.order_by("number"), 1)

    assert (pages.count, pages.goes_on, pages.num_pages) == (2, True, 2)


def test_a_short_list_is_counted_whole(three):
    pages = LongPaginator(Report.objects.order_by("number"), 2)

    assert (pages.count, pages.goes_on, pages.num_pages) == (3, False, 2)


@pytest.mark.parametrize("small", [0, 1_000])
def test_a_small_and_a_large_set_narrow_to_the_same_rows(three, monkeypatch, small):
    monkeypatch.setattr("yixian.toolkit.narrowing.SMALL", small)
    chosen = Report.objects.filter(pk__in=[three[0].pk, three[2].pk])

    found = Report.objects.filter(among("pk", chosen)).order_by("number")

    assert list(found) == [three[0], three[2]]
