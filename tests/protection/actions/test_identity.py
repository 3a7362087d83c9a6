"""Reason, another's grant, some minutes, the trail, the chief told: and no way around."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.protection.township import founded
from yixian.protection.actions import (
    IDENTITY,
    LoanOver,
    NoKey,
    SealBroken,
    grant_identity,
    hand_keys,
    mark_alert_seen,
    open_seal,
    read_identity_reason,
    refuse_identity,
    request_identity,
    seal,
    view_identity,
)
from yixian.protection.actions.identity import AlreadyDecided, NoReason
from yixian.protection.permits import NotPermitted
from yixian.protection.queries import identity_requests_of, open_alerts, pending_identity_requests
from yixian.roster.enums import Role
from yixian.trail.models import Entry
from yixian.vault.models import DataKeyWrap

WHO = {"name": "金丝雀姓名", "phone": "13800000999"}
REASON = "需向举报人核实第三笔收据的日期"


@dataclass(frozen=True)
class Report:
    """What a permit must know of a report."""

    organ_id: int
    tokens: frozenset[bytes] = frozenset()
    trail_subject: str = "reception.report:7"

    def reported_tokens(self) -> frozenset[bytes]:
        return self.tokens

    def handler_ids(self) -> frozenset[int]:
        return frozenset()


@pytest.fixture
def identity(office):
    return seal(organ_id=office.organ.pk, context="reception.report|7|identity", slots=WHO, purpose=IDENTITY)


@pytest.fixture
def request_(office, identity):
    return request_identity(
        by=office["handler"], subject=Report(office.organ.pk), seal=identity, reason=REASON
    )


def test_with_a_reason_and_anothers_grant_the_handler_sees_who_reported(office, request_):
    granted = grant_identity(by=office["custodian"], request=request_)

    assert view_identity(by=office["handler"], request=granted) == WHO


@pytest.mark.parametrize(
    "who", ["clerk", "handler", "custodian", "chief", "auditor", "admin", "member", "supervisor", "analyst"]
)
def test_nobody_opens_an_identity_as_if_it_were_a_letter(office, identity, who):
    with pytest.raises(NoKey):
        open_seal(by=office[who], seal=identity)


def test_the_identity_of_another_report_cannot_be_asked_for_under_this_one(office):
    other = seal(organ_id=office.organ.pk, context="reception.report|8|identity", slots=WHO, purpose=IDENTITY)

    with pytest.raises(SealBroken, match="与这一件不符"):
        request_identity(by=office["handler"], subject=Report(office.organ.pk), seal=other, reason=REASON)


def test_without_a_grant_nobody_sees_it(office, request_):
    with pytest.raises(LoanOver):
        view_identity(by=office["handler"], request=request_)


def test_after_the_minutes_the_loan_is_over_and_its_key_destroyed(office, request_):
    granted = grant_identity(by=office["custodian"], request=request_)
    loan = DataKeyWrap.objects.get(keyholder__isnull=False)
    assert timezone.now() < loan.expires_at <= timezone.now() + timedelta(minutes=15)
    _let_the_minutes_pass(loan)

    with pytest.raises(LoanOver):
        view_identity(by=office["handler"], request=granted)


def _let_the_minutes_pass(loan):
    DataKeyWrap.objects.filter(pk=loan.pk).update(expires_at=timezone.now() - timedelta(seconds=1))


def test_a_moment_that_was_moved_in_the_database_spoils_the_loan(office, request_):
    granted = grant_identity(by=office["custodian"], request=request_)
    DataKeyWrap.objects.filter(keyholder__isnull=False).update(
        expires_at=timezone.now() + timedelta(days=400)
    )

    with pytest.raises(SealBroken):
        view_identity(by=office["handler"], request=granted)


def test_nobody_grants_their_own_request(office, identity):
    own = request_identity(
        by=office["custodian"], subject=Report(office.organ.pk), seal=identity, reason=REASON
    )

    with pytest.raises(NotPermitted, match="另一人批准"):
        grant_identity(by=office["custodian"], request=own)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(own).objects.filter(pk=own.pk).update(decided_by_id=own.asked_by_id)


@pytest.mark.parametrize("who", ["clerk", "handler", "auditor", "admin", "member", "supervisor", "analyst"])
def test_only_a_custodian_or_the_chief_may_grant(office, request_, who):
    with pytest.raises(NotPermitted):
        grant_identity(by=office[who], request=request_)


def test_a_grant_serves_only_the_one_who_asked(office, request_):
    granted = grant_identity(by=office["custodian"], request=request_)

    with pytest.raises(NotPermitted, match="申请人本人"):
        view_identity(by=office["clerk"], request=granted)


def test_a_request_is_decided_once(office, request_):
    refuse_identity(by=office["chief"], request=request_)

    with pytest.raises(AlreadyDecided):
        grant_identity(by=office["custodian"], request=request_)
    with pytest.raises(LoanOver):
        view_identity(by=office["handler"], request=request_)


@pytest.mark.parametrize("reason", ["", "    ", "看看", "字" * 501])
def test_a_reason_must_be_given(office, identity, reason):
    with pytest.raises(NoReason):
        request_identity(by=office["handler"], subject=Report(office.organ.pk), seal=identity, reason=reason)


def test_only_the_granter_reads_the_reason(office, request_):
    assert read_identity_reason(by=office["custodian"], request=request_) == REASON
    with pytest.raises(NotPermitted):
        read_identity_reason(by=office["handler"], request=request_)


def test_the_chief_is_told_of_the_grant_and_of_each_view(office, request_):
    granted = grant_identity(by=office["custodian"], request=request_)
    view_identity(by=office["handler"], request=granted)

    alerts = list(open_alerts(office["chief"]))

    assert [(alert.kind, alert.actor, alert.subject) for alert in alerts] == [
        ("identity_opened", office["handler"].actor, "reception.report:7"),
        ("identity_granted", office["custodian"].actor, "reception.report:7"),
    ]
    mark_alert_seen(by=office["chief"], alert=alerts[0])
    assert [alert.kind for alert in open_alerts(office["chief"])] == ["identity_granted"]
    assert list(open_alerts(office["clerk"])) == []


def test_every_step_is_in_the_trail_on_the_report_it_is_about(office, request_):
    granted = grant_identity(by=office["custodian"], request=request_)
    view_identity(by=office["handler"], request=granted)

    steps = Entry.objects.filter(act__contains="identity", subject="reception.report:7").order_by("seq")

    assert list(steps.values_list("act", flat=True)) == [
        "protection.request_identity",
        "protection.grant_identity",
        "protection.view_identity",
    ]


def test_the_list_of_what_waits_shows_each_what_they_may_grant(office, request_):
    assert [len(pending_identity_requests(office[who])) for who in ("custodian", "chief", "handler")] == [
        1,
        1,
        0,
    ]
    assert list(identity_requests_of(office["handler"])) == [request_]


def test_a_granter_from_the_reported_side_neither_sees_nor_grants(office, identity):
    token = b"reported"
    asked = request_identity(
        by=office["handler"],
        subject=Report(office.organ.pk, frozenset({token})),
        seal=identity,
        reason=REASON,
    )
    from dataclasses import replace

    tied = replace(office["custodian"], tokens=frozenset({token}))

    assert pending_identity_requests(tied) == []
    with pytest.raises(NotPermitted) as refused:
        grant_identity(by=tied, request=asked)
    assert refused.value.hidden is True


def test_the_chief_of_another_organ_grants_nothing_here(office, request_):
    other = founded(code="baiyang")

    with pytest.raises(NotPermitted):
        grant_identity(by=other["chief"], request=request_)


def test_a_custodian_without_the_key_cannot_lend_it(office, request_):
    from yixian.protection.actions import renew_account

    phrase = renew_account(by=office["admin"], staff=office.staff["custodian"]).phrase
    custodian = replace(office.sit("custodian", phrase), roles=frozenset({Role.CUSTODIAN}))

    with pytest.raises(NoKey):
        grant_identity(by=custodian, request=request_)
    hand_keys(by=office["chief"], staff=office.staff["custodian"])
    custodian = office.sit("custodian", phrase)
    assert grant_identity(by=custodian, request=request_).state == "granted"
