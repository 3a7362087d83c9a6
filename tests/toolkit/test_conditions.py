"""The shared conditions, asked of plain values as a form asks its constraints."""

from datetime import date

import pytest
from django.db.models import DateField, IntegerField, Q, Value

from yixian.toolkit.conditions import all_or_none, either, not_before, unlike

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


pytestmark = pytest.mark.django_db


def holds(condition: Q, **row: object) -> bool:
    """Columns whose names end in _on are days, as everywhere; the others are keys."""
    kinds = {name: DateField() if name.endswith("_on") else IntegerField() for name in row}
    return condition.check({name: Value(value, kinds[name]) for name, value in row.items()})


@pytest.mark.parametrize(
    ("sent_on", "fits"), [(None, True), (TUESDAY, True), (date(2026, 3, 1), False), (MONDAY, True)]
)
def test_a_later_day_is_open_or_not_before_the_earlier(sent_on, fits):
    assert holds(not_before("sent_on", "received_on"), sent_on=sent_on, received_on=MONDAY) is fits


@pytest.mark.parametrize(("decider", "fits"), [(None, True), (2, True), (1, False)])
def test_whoever_decides_is_unlike_whoever_asked(decider, fits):
    assert holds(unlike("decider", "asker"), decider=decider, asker=1) is fits


@pytest.mark.parametrize(
    ("by", "on", "fits"), [(None, None, True), (1, MONDAY, True), (1, None, False), (None, MONDAY, False)]
)
def test_what_belongs_together_is_given_together(by, on, fits):
    assert holds(all_or_none("sent_by", "sent_on"), sent_by=by, sent_on=on) is fits


@pytest.mark.parametrize(
    ("organ", "department", "fits"), [(1, None, True), (None, 1, True), (1, 1, False), (None, None, False)]
)
def test_one_of_two_is_given(organ, department, fits):
    assert holds(either("organ", "department"), organ=organ, department=department) is fits
