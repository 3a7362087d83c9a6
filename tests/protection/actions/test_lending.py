"""Lending one sealed text to one person who holds no key of the office."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from yixian.protection.actions import (
    NoKey,
    SealBroken,
    end_loans_of,
    lend_seals,
    open_lent,
    open_seal,
    seal,
    seal_and_keep,
)
from yixian.protection.permits import NotPermitted

CONTEXT = "assessment.itemmaterial|1|text"
LATER = timedelta(days=400)


@dataclass(frozen=True)
class Item:
    organ_id: int
    trail_subject: str = "assessment.agendaitem:1"

    def reported_tokens(self):
        return frozenset()

    def handler_ids(self):
        return frozenset()


@pytest.fixture
def item(office):
    return Item(office.organ.pk)


def sealed(office, text="给成员看的材料"):
    return seal(organ_id=office.organ.pk, context=CONTEXT, slots={"text": text})


def lend(office, item, each, until=LATER, who="chief"):
    staff_ids = [office.staff["member"].pk]
    lend_seals(
        by=office[who], about=item, seals=[each, None], staff_ids=staff_ids, until=timezone.now() + until
    )


def read(office, item, each, who="member", context=CONTEXT):
    return open_lent(by=office[who], about=item, contexts={each: context}, slot="text")


def test_what_was_lent_is_read_by_that_person_alone_and_by_nothing_else(office, item):
    lent, other = sealed(office), sealed(office, "别的材料")

    lend(office, item, lent)

    assert read(office, item, lent) == {lent: "给成员看的材料"}
    assert read(office, item, other) == {}
    assert read(office, item, lent, who="custodian") == {}
    assert read(office, item, lent, who="chief") == {lent: "给成员看的材料"}
    with pytest.raises(NoKey):
        open_seal(by=office["member"], seal=lent)


def test_a_loan_ends_by_its_moment_and_by_being_taken_back(office, item):
    over, taken = sealed(office), sealed(office)
    lend(office, item, over, until=timedelta(days=-1))
    lend(office, item, taken)

    end_loans_of(by=office["member"], about=item, seals=[taken], staff_id=office.staff["member"].pk)

    assert (read(office, item, over), read(office, item, taken)) == ({}, {})


def test_only_a_loan_of_what_it_should_be_is_opened(office, item):
    each = sealed(office)
    lend(office, item, each)

    with pytest.raises(SealBroken, match="可能被调换"):
        read(office, item, each, context="reception.report|1|account")


def test_who_lends_works_in_the_office_and_holds_the_key(office, item):
    each = sealed(office)

    with pytest.raises(NotPermitted):
        lend(office, item, each, who="member")
    with pytest.raises(NotPermitted):
        end_loans_of(by=office["auditor"], about=item, seals=[each], staff_id=office.staff["member"].pk)


def test_own_words_stay_readable_to_whoever_wrote_them(office, item):
    context = f"assessment.opinion|{uuid4()}|words"
    until = timezone.now() + LATER

    kept = seal_and_keep(
        by=office["member"],
        organ_id=office.organ.pk,
        context=context,
        slots={"text": "我的意见"},
        until=until,
    )

    assert read(office, item, kept, context=context) == {kept: "我的意见"}
    assert read(office, item, kept, who="chief", context=context) == {kept: "我的意见"}
    assert read(office, item, kept, who="custodian", context=context) == {}
