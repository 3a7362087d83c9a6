"""Cadres, found by what a clerk remembers of them or by what a letter says."""

from django.db.models import Q, QuerySet

from yixian.roster.models import Cadre


def cadres_of(organ_id: int) -> QuerySet[Cadre]:
    """The cadres in office of an organ and of the organs under it, with unit and village at hand."""
    return (
        Cadre.objects.select_related("unit__village", "unit__organ")
        .filter(Q(unit__organ_id=organ_id) | Q(unit__organ__parent_id=organ_id), is_active=True)
        .order_by("unit_id", "pk")
    )


def find_cadres(organ_id: int, text: str) -> QuerySet[Cadre]:
    """Cadres for whom each word of the text stands in the name, the post, the unit or the village.

    An empty text finds nobody: a list of everyone is asked for by ``cadres_of``.
    """
    words = text.split()
    if not words:
        return Cadre.objects.none()
    found = cadres_of(organ_id)
    for word in words:
        found = found.filter(
            Q(name__icontains=word)
            | Q(post__icontains=word)
            | Q(unit__name__icontains=word)
            | Q(unit__village__name__icontains=word)
        )
    return found


def cadres_named_in(organ_id: int, text: str) -> list[Cadre]:
    """Cadres whose full name stands in the text, in the order in which they are first named.

    A suggestion for the registration screen only: people share names, so a person must choose.
    """
    named = [cadre for cadre in cadres_of(organ_id) if cadre.name in text]
    return sorted(named, key=lambda cadre: text.index(cadre.name))
