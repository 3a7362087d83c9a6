"""Pages of a list that may be very long: it is counted no further than somebody would turn pages.

To count a million rows takes a second, to show fifty of them a few milliseconds; and nobody turns to page 20,000. A
list that goes on beyond the bound says so, and is narrowed by its filters; exact figures are insight's.
"""

from typing import TYPE_CHECKING, Any, cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

MOST = 5_000
if TYPE_CHECKING:
    Plain = Paginator[Any]
else:
    Plain = Paginator  # generic in its stubs alone


def counted(rows: QuerySet[Any], most: int = MOST) -> int:
    """How many rows there are, or ``most + 1`` where there are more."""
    return rows.order_by().values("pk")[: most + 1].count()


class LongPaginator(Plain):
    """``count`` stops at ``MOST``."""

    @cached_property
    def reached(self) -> int:
        return counted(cast("QuerySet[Any]", self.object_list))

    @property
    def goes_on(self) -> bool:
        """Whether there are more than are counted and paged through."""
        return self.reached > MOST

    @cached_property
    def count(self) -> int:
        return min(self.reached, MOST)
