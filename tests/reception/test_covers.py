"""The cover of a letter: days and way are noted, what leads to the sender goes with the identity or nowhere."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reception.township import ANONYMOUS, LETTER, MONDAY, REPORTER, a_letter
from yixian.protection.actions import grant_identity, request_identity, view_identity
from yixian.reception.actions import CoverFacts
from yixian.reception.covers import CoverTells
from yixian.reception.enums import Delivery, Signing
from yixian.reception.facts import TooLong
from yixian.reception.models import LetterCover, Report
from yixian.reception.refusals import TooEarly

COVER = CoverFacts(
    delivery=Delivery.REGISTERED,
    postmarked_on=date(2026, 2, 27),
    signed_for_on=MONDAY,
    sender="金丝雀姓名寄",
    postmark_place="云溪城关",
    mail_number="XA12345678",
)


def identity_of(town, report):
    asked = request_identity(
        by=town["clerk"], subject=report, seal=report.identity, reason="核对寄件人与署名是否一致"
    )
    return view_identity(by=town["clerk"], request=grant_identity(by=town["custodian"], request=asked))


def test_the_way_and_the_days_stand_beside_the_report(town):
    report = a_letter(town, replace(LETTER, cover=COVER)).report

    cover = report.cover
    assert (cover.delivery, cover.postmarked_on, cover.signed_for_on) == (
        Delivery.REGISTERED,
        date(2026, 2, 27),
        MONDAY,
    )


def test_what_leads_to_the_sender_is_sealed_with_the_identity(town):
    opened = identity_of(town, a_letter(town, replace(LETTER, cover=COVER)).report)

    assert (opened["name"], opened["note"]) == (
        REPORTER.name,
        "信封上的寄件人：金丝雀姓名寄；邮戳地点：云溪城关；挂号（快递）号码：XA12345678",
    )


def test_the_sender_is_the_reporter_when_nobody_else_is_named(town):
    facts = replace(LETTER, reporters=(), signing=Signing.UNVERIFIED, cover=COVER)

    assert identity_of(town, a_letter(town, facts).report)["name"] == "金丝雀姓名寄"


@pytest.mark.parametrize("told", ["sender", "postmark_place", "mail_number"])
def test_of_an_anonymous_letter_nothing_is_kept_that_leads_to_its_sender(town, told):
    cover = CoverFacts(delivery=Delivery.ORDINARY, **{told: "金丝雀"})

    with pytest.raises(CoverTells, match="匿名来信不登记"):
        a_letter(town, replace(ANONYMOUS, cover=cover))
    assert not Report.objects.exists()


def test_the_way_of_an_anonymous_letter_is_noted(town):
    cover = CoverFacts(delivery=Delivery.BOX, signed_for_on=MONDAY)

    a_letter(town, replace(ANONYMOUS, cover=cover))

    assert LetterCover.objects.get().delivery == Delivery.BOX


@pytest.mark.parametrize(
    "days",
    [{"postmarked_on": date(2026, 3, 3)}, {"postmarked_on": MONDAY, "signed_for_on": date(2026, 3, 1)}],
)
def test_days_that_cannot_be_are_refused(town, days):
    with pytest.raises(TooEarly):
        a_letter(town, replace(ANONYMOUS, cover=CoverFacts(delivery=Delivery.ORDINARY, **days)))


def test_each_part_has_its_limit(town):
    cover = CoverFacts(delivery=Delivery.ORDINARY, sender="七" * 61)

    with pytest.raises(TooLong, match="信封上的寄件人"):
        a_letter(town, replace(LETTER, cover=cover))
