"""What waits for someone: requests to see an identity, and what the chief must be told."""

from django.db.models import QuerySet

from yixian.protection.enums import RequestState
from yixian.protection.models import Alert, IdentityRequest, Recusal
from yixian.protection.officer import Officer
from yixian.protection.queries.permission import may
from yixian.roster.enums import Role
from yixian.roster.queries import active_roles


def pending_identity_requests(officer: Officer) -> list[IdentityRequest]:
    """The requests that this officer may grant or refuse, oldest first."""
    asked = IdentityRequest.objects.select_related("asked_by").filter(
        organ_id=officer.organ_id, state=RequestState.ASKED
    )
    act = "protection.grant_identity"
    return [request for request in asked.order_by("pk") if may(officer, act, request)]


def identity_requests_of(officer: Officer, subject: str = "") -> QuerySet[IdentityRequest]:
    """What this officer asked for, newest first, about one record when it is named."""
    asked = IdentityRequest.objects.filter(asked_by_id=officer.staff_id).select_related("decided_by")
    return (asked.filter(subject=subject) if subject else asked).order_by("-pk")


def decided_identity_requests(officer: Officer) -> list[IdentityRequest]:
    """What became of the office's requests, newest first, for those who grant them; never their own."""
    decided = IdentityRequest.objects.select_related("asked_by", "decided_by").filter(
        organ_id=officer.organ_id, decided_at__isnull=False
    )
    act = "protection.grant_identity"
    return [request for request in decided.order_by("-pk") if may(officer, act, request)]


def identity_request(request_id: int) -> IdentityRequest | None:
    return IdentityRequest.objects.select_related("asked_by", "decided_by").filter(pk=request_id).first()


def marks_of(officer: Officer) -> tuple[str, str]:
    """The columns in which this officer's role says that it has seen an alert."""
    return ("seen_by", "seen_at") if Role.CHIEF in officer.roles else ("looked_by", "looked_at")


def open_alerts(officer: Officer) -> QuerySet[Alert]:
    """What nobody of the officer's role has marked as seen; empty for whoever is told none."""
    _, when = marks_of(officer)
    alerts = Alert.objects.filter(organ_id=officer.organ_id, **{f"{when}__isnull": True})
    alerts = alerts.select_related("seen_by").order_by("-pk")
    return alerts if may(officer, "protection.see_alerts") else alerts.none()


def seen_alerts(officer: Officer) -> QuerySet[Alert]:
    """What somebody of the officer's role has marked as seen, latest first; empty for whoever is told none."""
    _, when = marks_of(officer)
    alerts = Alert.objects.filter(organ_id=officer.organ_id, **{f"{when}__isnull": False})
    told = alerts.select_related("seen_by", "looked_by").order_by(f"-{when}", "-pk")
    return told if may(officer, "protection.see_alerts") else told.none()


def recusals_of(subject: str) -> QuerySet[Recusal]:
    return Recusal.objects.filter(subject=subject).select_related("staff", "decided_by").order_by("pk")


def roles_without_keys(officer: Officer) -> list[Role]:
    """Roles that the administrator gave and whose keys nobody has handed over yet: they open nothing so far."""
    given = active_roles(officer.staff_id)
    return [role for role in Role if role in given and role not in officer.roles]
