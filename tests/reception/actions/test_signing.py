"""A signature that is verified makes the report real-name, with its duties; until then it is as good as anonymous."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reception.township import ANONYMOUS, LETTER, TUESDAY, Township, a_letter
from tests.scenes import scene
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import verify_signing
from yixian.reception.actions.signing import NotSigned
from yixian.reception.enums import Signing
from yixian.reception.models import Report
from yixian.reception.queries import clocks_due

SIGNED = replace(LETTER, signing=Signing.UNVERIFIED)


@scene
def signed(town: Township) -> Report:
    return a_letter(town, SIGNED).report


def test_until_it_is_verified_no_acceptance_is_owed(town):
    report = signed(town)

    assert report.counts_as_anonymous
    assert list(clocks_due(town["clerk"])) == []


def test_verified_the_duty_runs_from_the_day_of_receipt(town):
    verified = verify_signing(by=town["clerk"], report=signed(town), on=TUESDAY)

    clock = verified.clocks.get()
    assert (verified.signing, clock.due_on) == (Signing.REAL_NAME, date(2026, 3, 23))


@pytest.mark.parametrize("facts", [ANONYMOUS, LETTER])
def test_nobody_looks_for_who_wrote_an_anonymous_letter(town, facts):
    with pytest.raises(NotSigned, match="不得查找举报人"):
        verify_signing(by=town["clerk"], report=a_letter(town, facts).report, on=TUESDAY)


def test_another_clerk_does_not_verify(town):
    with pytest.raises(NotPermitted):
        verify_signing(by=town["other_clerk"], report=signed(town), on=TUESDAY)
