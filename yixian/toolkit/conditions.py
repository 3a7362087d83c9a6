"""What rows must satisfy, in words: the conditions that the constraints of many tables share."""

from functools import reduce
from operator import or_

from django.db.models import F, Q


def not_before(later: str, earlier: str) -> Q:
    """A day that may still be open comes on or after another, once it is known."""
    return Q(**{f"{later}__isnull": True}) | Q(**{f"{later}__gte": F(earlier)})


def unlike(column: str, other: str) -> Q:
    """Once given, it is not the same as the other: the decider is not the asker."""
    return Q(**{f"{column}__isnull": True}) | ~Q(**{column: F(other)})


def all_or_none(*columns: str) -> Q:
    """What belongs together is given together: the person and the day."""
    missing = Q(**{f"{column}__isnull": True for column in columns})
    return missing | Q(**{f"{column}__isnull": False for column in columns})


def either(one: str, other: str) -> Q:
    """One of the two is given, never both and never neither."""
    first = Q(**{f"{one}__isnull": False, f"{other}__isnull": True})
    return first | Q(**{f"{one}__isnull": True, f"{other}__isnull": False})


def one_of(*columns: str) -> Q:
    """Exactly one of them is given."""
    ways = [Q(**{f"{column}__isnull": column != given for column in columns}) for given in columns]
    return reduce(or_, ways)
