"""A ledger too long to be sorted by its clocks is walked along the due dates: slice by slice it is the same list."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.reception.township import ANONYMOUS, LETTER, MONDAY, WEDNESDAY, a_letter, an_accepted
from yixian.assessment.enums import LedgerOrder
from yixian.assessment.queries import LedgerFilter, ledger
from yixian.assessment.queries.ledger import SoonestFirst

pytestmark = pytest.mark.django_db
BY_DUE = LedgerFilter(order=LedgerOrder.DUE)


@pytest.fixture
def seven(town):
    """Some with two running clocks, some with one, some with none, received on different days."""
    reports = []
    for back in range(5):
        facts = replace(LETTER, received_on=MONDAY - timedelta(days=back))
        reports.append((an_accepted if back % 2 else a_letter)(town, facts).report)
    untimed = [a_letter(town, ANONYMOUS).report for _ in range(2)]
    for report in untimed:
        report.clocks.all().delete()
    return [*reports, *untimed]


def test_slices_of_any_size_give_the_list_that_sorting_gives(town, seven):
    found = ledger(town["chief"], BY_DUE, WEDNESDAY)
    whole = [each.next_due for each in found]

    for size in (1, 2, 3, 7):
        sliced = [
            each for start in range(0, 7, size) for each in SoonestFirst(found)[start : min(start + size, 7)]
        ]
        assert [each.next_due for each in sliced] == whole
        assert {each.pk for each in sliced} == {each.pk for each in seven}


def test_filters_hold_for_the_walked_list_too(town, seven):
    narrowed = ledger(town["chief"], replace(BY_DUE, since=MONDAY - timedelta(days=1)), WEDNESDAY)

    walked = SoonestFirst(narrowed)[0:50]

    assert sorted(each.pk for each in walked) == sorted(narrowed.values_list("pk", flat=True))
    assert len(walked) == 4


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1", 1), ("0001", 1), ("2026-0001", 1), ("2025-0001", 0), ("2026-1", 1), ("甲", 0), ("99", 0)],
)
def test_a_number_is_found_whole_or_by_its_serial(town, typed, kept):
    a_letter(town)
    a_letter(town)

    assert ledger(town["chief"], LedgerFilter(number=typed), WEDNESDAY).count() == kept
