"""Narrowing a long list to a set of rows, whether that set is a handful or most of them.

A database that is told ``id IN (SELECT …)`` builds the set before it looks at the list; told ``EXISTS`` it looks
each row of the list up. The first is quick for a small set, the second for a large one, and neither SQLite nor
PostgreSQL knows beforehand which it has: a look at the first rows of the set tells.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from yixian.toolkit.paging import counted

SMALL = 1_000


def is_small(rows: QuerySet[Any]) -> bool:
    return counted(rows, SMALL) <= SMALL


def among(column: str, rows: QuerySet[Any], key: str = "pk") -> Q | Exists:
    """The condition that ``column`` is the ``key`` of one of ``rows``."""
    plain = rows.order_by()
    if is_small(plain):
        return Q(**{f"{column}__in": plain.values(key)})
    return Exists(plain.filter(**{key: OuterRef(column)}))
