"""The entries, for the auditor's page and for the history of one record."""

from django.db.models import QuerySet

from yixian.trail.models import Entry


def entries(
    *,
    actor: str = "",
    organ_id: int | None = None,
    act: str = "",
    subject: str = "",
    outcome: str = "",
) -> QuerySet[Entry]:
    """Newest first; an empty filter does not filter. ``act`` may be a prefix such as ``reception.``"""
    wanted = {
        "actor": actor,
        "organ": organ_id,
        "act__startswith": act,
        "subject": subject,
        "outcome": outcome,
    }
    return Entry.objects.filter(**{key: value for key, value in wanted.items() if value}).order_by("-seq")
