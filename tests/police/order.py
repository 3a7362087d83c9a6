"""Rows that nobody ordered come in any order: here they really do."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import QuerySet


@contextmanager
def shuffled_unless_ordered() -> Iterator[None]:
    """Shuffle the result of every queryset that has more than one row and no order."""
    fetch = QuerySet._fetch_all

    def shuffling(self: "QuerySet[Any]") -> None:
        fresh = self._result_cache is None
        fetch(self)
        if fresh and not self.ordered and not self.query.is_sliced and isinstance(self._result_cache, list):
            random.shuffle(self._result_cache)

    QuerySet._fetch_all = shuffling  # type: ignore[method-assign]
    try:
        yield
    finally:
        QuerySet._fetch_all = fetch  # type: ignore[method-assign]
