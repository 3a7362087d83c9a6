"""What the walk would find: each breach is planted once."""

import pytest
from django.db import transaction

from tests.reception.township import MONDAY, TUESDAY, a_letter, about_the_secretary
from tests.walk import changes, oracle
from tests.walk.changes import ADDED, CHANGED, REMOVED, Change
from tests.walk.invariants import Step, breaches, last_hash
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.reception.actions import accept_report
from yixian.reception.enums import ReportState
from yixian.reception.models import Clock, Report
from yixian.trail.models import Entry

ACCEPT = "reception.accept_report"


@pytest.fixture
def step(town):
    """How accepting a letter looks: sound, until something in it is changed."""
    report = a_letter(town).report
    changes.watch()
    seen, previous = last_hash()
    accept_report(by=town["clerk"], report=report, on=TUESDAY)
    entries = list(Entry.objects.filter(seq__gt=seen).order_by("seq"))

    def ended(**otherwise):
        facts = {"done": True, "key": "", "allowed": True, "changes": written, "entries": entries}
        return Step(
            **{"actor": town["clerk"].actor, "act": ACCEPT, "previous": previous, **facts, **otherwise}
        )

    written = changes.take()
    return ended


def a_change(how=CHANGED, was=None, now=None, model=Report, pk=1):
    return Change(model, how, pk, was, now)


def test_a_step_as_it_should_be_has_no_breach(step):
    assert breaches(step()) == []


def test_what_was_written_is_seen_and_what_was_rolled_back_is_not(town):
    report = a_letter(town).report
    changes.watch()

    Report.objects.filter(pk=report.pk).update(state=ReportState.ACCEPTED)
    with transaction.atomic():
        Report.objects.filter(pk=report.pk).update(urgent=True)
        transaction.set_rollback(True)

    assert changes.take() == [a_change(was="registered", now="accepted", pk=report.pk)]
    assert changes.take() == []


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ({"allowed": False}, "was done by somebody who may not"),
        ({"entries": []}, "stands 0 times in the trail"),
        ({"actor": "staff:0"}, "is in the trail as of"),
        ({"previous": "f" * 64}, "the trail breaks"),
        ({"changes": [a_change(was="received", now="answered")]}, "is no step of its table"),
        ({"changes": [a_change(ADDED, now="answered")]}, "is no step of its table"),
        ({"changes": [a_change(REMOVED, was="registered")]}, "rows of ['reception.Report'] are gone"),
        ({"done": False, "key": "x", "changes": []}, "stand as done"),
    ],
)
def test_a_planted_breach_is_found(step, planted, found):
    assert any(found in each for each in breaches(step(**planted)))


def test_a_refusal_that_left_something_behind_is_found(step):
    left = step(done=False, key="x", entries=[], changes=[a_change(was="a", now="a")])

    assert f"{ACCEPT} was refused (x) and left ['reception.Report']" in breaches(left)


def test_a_clock_that_was_met_by_the_wrong_act_is_found(step):
    clock = Clock.objects.order_by("pk").first()
    met = a_change(now=ACCEPT, model=Clock, pk=clock.pk, was="")

    assert any("the clock acceptance_notice" in each for each in breaches(step(changes=[met])))


def test_the_oracle_says_who_may_by_role_hands_and_office(town):
    report = a_letter(town).report
    may = {who for who in town.staff if oracle.may(town[who], ACCEPT, report)}

    assert may == {"clerk", "chief", "deputy"}


def test_the_oracle_keeps_the_reported_side_and_the_recused_away(town):
    about = about_the_secretary(town).report
    declare_recusal(by=town["deputy"], subject=about, ground=RecusalGround.INTEREST, on=MONDAY)
    barred = {who for who in town.staff if oracle.is_barred(town[who], about)}

    assert barred == {"reported", "relative", "colleague", "deputy"}
