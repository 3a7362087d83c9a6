"""A long list is begun from the own few or from the office's many, and its clocks from all or from all but a few:
whichever way is quicker, the same is found.
"""

from dataclasses import replace

import pytest

from tests.reception.township import (
    ANONYMOUS,
    LETTER,
    SECRETARY,
    TUESDAY,
    a_letter,
    a_web_report,
    an_accepted,
    asked_to_take_over,
)
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.reception.actions import send_up_as_envelope
from yixian.reception.clockwork import running_clocks
from yixian.reception.models import Clock
from yixian.reception.queries import clocks_due, registered_reports, visible_reports

EVERYONE = ("clerk", "other_clerk", "handler", "chief", "deputy", "reported", "analyst", "county_chief")


@pytest.fixture
def busy(town):
    """Of every sort: registered by two, asked for, named, recused from, waiting, sent up by one of them."""
    a_letter(town)
    an_accepted(town, ANONYMOUS)
    a_letter(town, who="other_clerk")
    a_letter(town, replace(LETTER, reported=(SECRETARY,)))
    asked_to_take_over(town, a_letter(town).report)
    declare_recusal(
        by=town["chief"], subject=a_letter(town).report, ground=RecusalGround.INTEREST, on=TUESDAY
    )
    a_web_report(town)
    send_up_as_envelope(by=town["clerk"], report=a_letter(town).report, on=TUESDAY)
    Clock.objects.filter(report__state="enveloped").update(met_on=None, met_by="")
    return town


def found(town):
    return {
        who: [
            sorted(str(each.pk) for each in many(town[who]))
            for many in (registered_reports, visible_reports, clocks_due)
        ]
        for who in EVERYONE
    }


def test_the_own_few_and_the_offices_many_find_the_same(busy, monkeypatch):
    few = found(busy)
    monkeypatch.setattr("yixian.reception.visibility.SMALL", 0)
    monkeypatch.setattr("yixian.toolkit.narrowing.SMALL", 0)

    assert found(busy) == few
    assert {who: len(lists[1]) for who, lists in few.items()} == {
        "clerk": 6,
        "other_clerk": 1,
        "handler": 1,
        "chief": 5,
        "deputy": 6,
        "reported": 0,
        "analyst": 0,
        "county_chief": 0,
    }


@pytest.mark.parametrize("who", ["chief", "deputy"])
def test_whoever_meets_nearly_all_has_the_clocks_of_the_reports_they_see(busy, who):
    officer = busy[who]

    timed = running_clocks().filter(report__in=list(visible_reports(officer)))

    assert set(clocks_due(officer)) == set(timed)
    assert timed.count() < running_clocks().filter(organ=busy.organ).count()
