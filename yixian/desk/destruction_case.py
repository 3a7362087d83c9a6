"""One 销毁清册 on the desk: what its page and the acts on it start from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.protection.officer import Officer
from yixian.resolution.actions import ListRead, read_destruction
from yixian.resolution.enums import DestructionState, ListedState

if TYPE_CHECKING:
    from yixian.resolution.models import DestructionList, ListedFile, Witness


@dataclass(frozen=True)
class DestructionSubject:
    """What the page's address names; permits are asked about ``listing``."""

    listing: "DestructionList"

    @property
    def pk(self) -> object:
        """The identifier in addresses; the row's number would count."""
        return self.listing.uid


@dataclass(frozen=True)
class DestructionCase:
    """Titles, reasons and opinions are opened once; opinions only when they may be told."""

    officer: Officer
    listing: "DestructionList"
    on: date

    @property
    def subject(self) -> DestructionSubject:
        return DestructionSubject(self.listing)

    @property
    def label(self) -> str:
        return f"{self.listing.number}清册"

    @property
    def home(self) -> str:
        return reverse("desk:destruction", args=[self.listing.uid])

    @cached_property
    def read(self) -> ListRead:
        return read_destruction(by=self.officer, listing=self.listing)

    @property
    def waiting(self) -> "list[ListedFile]":
        return [each for each in self.read.rows if each.state == ListedState.WAITING]

    def count(self, state: ListedState) -> int:
        return sum(each.state == state for each in self.read.rows)

    @cached_property
    def witnesses(self) -> "list[Witness]":
        return list(self.listing.witnesses.select_related("staff").order_by("pk"))

    @property
    def here_today(self) -> "list[Witness]":
        return [each for each in self.witnesses if each.came_on == self.on]

    def is_in(self, *states: DestructionState) -> bool:
        return self.listing.state in states
