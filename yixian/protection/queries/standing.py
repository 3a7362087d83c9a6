"""Who must stay away: recusals, and the reported side."""

from django.db.models import Q

from yixian.protection.enums import RecusalState
from yixian.protection.models import Recusal
from yixian.protection.officer import By, Officer
from yixian.protection.permits import Guarded, RecusedByOthers


def tokens_of(officer: By) -> frozenset[bytes]:
    """What stands for this person, the own unit and near relatives on reports."""
    return officer.tokens if isinstance(officer, Officer) else frozenset()


def reported_side(officer: By, *fields: str) -> Q:
    """The rows to exclude from a list: ``visible.exclude(reported_side(officer, "persons__cadre_token"))``.

    Never matches for someone without any tie; matches every row that names somebody for an officer who is
    still without the key that tells.
    """
    barred = Q(pk__in=[])
    for name in fields:
        barred |= Q(**{f"{name}__in": sorted(tokens_of(officer))})
        if isinstance(officer, Officer) and officer.unguarded:
            barred |= Q(**{f"{name}__isnull": False})
    return barred


def is_on_reported_side(officer: By, subject: Guarded) -> bool:
    if not isinstance(officer, Officer):
        return False
    reported = subject.reported_tokens()
    return bool(reported & officer.tokens) or (officer.unguarded and bool(reported))


def is_recused(officer: By, subject: Guarded) -> bool:
    """From the record itself, or from another by whose name one stays away from it: a clue's reports."""
    if not isinstance(officer, Officer):
        return False
    recused = recused_subjects(officer)
    return bool(recused) and not recused.isdisjoint(names_of(subject))


def names_of(subject: Guarded) -> frozenset[str]:
    """``recusal_subjects`` where the record has them; the record's own name everywhere."""
    others = subject.recusal_subjects() if isinstance(subject, RecusedByOthers) else ()
    return frozenset({subject.trail_subject, *others})


def recused_subjects(officer: Officer) -> frozenset[str]:
    """The records, as the trail names them, from which this officer stays away."""
    standing = Recusal.objects.filter(staff_id=officer.staff_id, state=RecusalState.STANDING)
    return frozenset(standing.order_by("pk").values_list("subject", flat=True))


def recused_staff_ids(subject: str) -> frozenset[int]:
    """Who stays away from this record: they may not be assigned to it."""
    standing = Recusal.objects.filter(subject=subject, state=RecusalState.STANDING)
    return frozenset(standing.order_by("pk").values_list("staff_id", flat=True))
