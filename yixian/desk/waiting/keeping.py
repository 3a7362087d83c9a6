"""What the cabinets ask of somebody: identities to decide on or pass on, keys to hand out, alerts, late filing."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from yixian.desk.waiting.line import Waiting, address
from yixian.protection.actions import keys_awaited
from yixian.protection.officer import Officer
from yixian.protection.queries import may, open_alerts, pending_identity_requests
from yixian.reception.queries import identities_left_behind, identities_to_send
from yixian.resolution.queries.filing import matters_to_file


def identities(officer: Officer, on: date) -> Iterator[Waiting]:
    for each in pending_identity_requests(officer):
        href = reverse("desk:decide_identity", args=[each.pk])
        yield Waiting("审批查看举报人身份", "身份申请", href, each.asked_by.name, each.asked_at.date())
    for envelope in identities_to_send(officer):
        href = reverse("desk:envelopes")
        yield Waiting("转交举报人身份", f"信封，报送{envelope.sent_to}", href, since=envelope.received_on)
    for left in identities_left_behind(officer):
        about = f"来件，已转{left.below.organ}"
        yield Waiting("转交举报人身份", about, reverse("desk:envelopes"), since=left.below.received_on)


def keys(officer: Officer, on: date) -> Iterator[Waiting]:
    """Colleagues who cannot work before somebody hands them their keys."""
    if may(officer, "protection.hand_keys"):
        for each in keys_awaited(officer):
            yield Waiting("交付密钥", each.name, reverse("desk:keys"))


def alerts(officer: Officer, on: date) -> Iterator[Waiting]:
    for each in open_alerts(officer):
        href = address("desk:alerts", fallback=reverse("desk:today"))
        yield Waiting("提醒", each.get_kind_display(), href, since=each.raised_at.date())


def filing(officer: Officer, on: date) -> Iterator[Waiting]:
    """Closed matters whose day of filing has passed, as one line: they are put away together."""
    if not may(officer, "resolution.archive_matter"):
        return
    late = [by for _, by in matters_to_file(officer) if by < on]
    if late:
        yield Waiting(
            "归档", f"{len(late)}个办结的事项过了归档的日子", reverse("desk:archive"), since=late[0]
        )
