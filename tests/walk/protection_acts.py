"""What guards the rest: who stays away, who asks for a name and who gives it, loans and alerts."""

from tests.walk.acts import TODAY, act, any_of, chiefs, maker, nothing, one, owners, people, staff, who
from yixian.protection import actions as do
from yixian.protection.enums import RecusalGround
from yixian.protection.models import Alert, IdentityRequest, Recusal
from yixian.reception.models import Report
from yixian.roster.enums import Role

DESK = (Role.CLERK, Role.HANDLER, Role.CHIEF)
KEEPERS = people(Role.CUSTODIAN, Role.CHIEF)
ASKED = one(IdentityRequest, state="asked")

ACTS = [
    act(
        do.declare_recusal,
        subject=one(Report),
        by=people(*DESK),
        ground=any_of(RecusalGround),
        on=TODAY,
        about=nothing,
    ),
    act(
        do.ask_recusal,
        subject=one(Report),
        by=people(*DESK),
        staff_id=staff(*DESK, like="subject"),
        ground=any_of(RecusalGround),
        on=TODAY,
    ),
    act(
        do.decide_recusal,
        recusal=one(Recusal, decided_on=None),
        by=chiefs,
        stands=any_of([False, False, True]),
        on=TODAY,
        about=nothing,
    ),
    act(
        do.request_identity,
        subject=one(Report, identity__isnull=False),
        by=owners,
        seal=maker(lambda w, g: g["subject"].identity),
        reason="金丝雀正文：需要当面核实",
    ),
    act(do.read_identity_reason, request=one(IdentityRequest), by=KEEPERS, needs="protection.grant_identity"),
    act(do.grant_identity, request=ASKED, by=KEEPERS),
    act(do.refuse_identity, request=ASKED, by=KEEPERS),
    act(do.view_identity, request=one(IdentityRequest, state="granted"), by=who("request.asked_by_id")),
    act(
        do.mark_alert_seen,
        alert=one(Alert, seen_at=None),
        by=people(Role.CHIEF, Role.AUDITOR),
        about=nothing,
        needs="protection.see_alerts",
    ),
]
