"""One archived file on the desk: what its page and the acts on it start from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.protection.officer import Officer
from yixian.resolution.actions import read_file

if TYPE_CHECKING:
    from yixian.resolution.models import ArchiveFile, Hold


@dataclass(frozen=True)
class FileSubject:
    """What the page's address names; permits are asked about the matter of ``file``."""

    file: "ArchiveFile"

    @property
    def pk(self) -> object:
        """The identifier in addresses; the row's number would count."""
        return self.file.uid


@dataclass(frozen=True)
class FileCase:
    """Texts are opened once, for whoever may read them."""

    officer: Officer
    file: "ArchiveFile"
    on: date

    @property
    def subject(self) -> FileSubject:
        return FileSubject(self.file)

    @property
    def label(self) -> str:
        return f"卷宗{self.file.number}"

    @property
    def home(self) -> str:
        return reverse("desk:archive_file", args=[self.file.uid])

    @cached_property
    def hold(self) -> "Hold | None":
        """The hold that stands on it today."""
        return next((each for each in self.file.holds.all() if each.stands(self.on)), None)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The reasons that were given, by the uid of the row that holds each."""
        return read_file(by=self.officer, file=self.file)
