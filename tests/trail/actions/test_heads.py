from datetime import date

import pytest

from yixian.trail.actions import record, seal_head
from yixian.trail.models import Entry

pytestmark = pytest.mark.django_db


def test_a_day_keeps_each_of_its_heads_in_one_file(clerk, heads):
    first = seal_head(by=clerk, on=date(2026, 3, 2))
    record(by=clerk, act="test.act")
    second = seal_head(by=clerk, on=date(2026, 3, 2))

    lines = (heads / "2026-03-02.txt").read_text().splitlines()

    assert lines == [f"1 {first.hash}", f"3 {second.hash}"]


def test_sealing_is_itself_in_the_trail(clerk):
    head = seal_head(by=clerk, on=date(2026, 3, 2))

    assert list(Entry.objects.values_list("seq", "act", "hash")) == [(1, "trail.seal_head", head.hash)]
