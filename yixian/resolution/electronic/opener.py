"""Opening one paper of a file for its electronic copy. What gives a reporter away is named, and left out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from yixian.assessment.queries import people_of, reports_of
from yixian.protection.actions import NoKey, open_seals
from yixian.protection.officer import Officer
from yixian.reception.actions import FilledPaper, GivesAway, require_discreet
from yixian.reception.discretion import keep_apart
from yixian.regulations.archiving import FilePart
from yixian.resolution.filing import IndexLine

if TYPE_CHECKING:
    from yixian.assessment.models import Matter
    from yixian.reception.models import Report

APART = "写有举报人的情况，另行封存，没有装入"
NO_KEY = "本机关没有这一份的密钥，没有装入"
ON_PAPER = "没有电子文件，见纸质卷宗"
UNSEEN = "没有逐份看过是否写明举报人，没有装入"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One paper of the package; without ``content`` it is only named, and ``line.note`` says why."""

    part: FilePart
    line: IndexLine
    ending: str = ""
    content: bytes = field(default=b"", repr=False)

    @property
    def is_in(self) -> bool:
        return bool(self.ending)


@dataclass(frozen=True)
class Opener:
    """Whoever exports, and the matter. ``looked_through``: the files that came with the reports were read one by
    one, and none of them says who reports.
    """

    by: Officer
    matter: "Matter"
    looked_through: bool
    on: date

    @cached_property
    def reports(self) -> "list[Report]":
        return reports_of(self.matter)

    @cached_property
    def names(self) -> dict[int, str]:
        """Who is reported, by person; one opening for all."""
        people = people_of(self.matter)
        seals = [each.name_seal for each in people]
        opened = open_seals(by=self.by, seals=seals, slot="name", subject=self.matter.trail_subject)
        return {each.pk: opened.get(each.name_seal, "") for each in people}

    def paper(self, part: FilePart, line: IndexLine, make: Callable[[], FilledPaper]) -> Enclosed:
        """A paper as PDF, held against who reported like everything that leaves. In what the reporter told, the
        place may well be where the reporter lives: there only names and numbers count (``keep_apart``).
        """
        try:
            made = make()
            self._check(part, made.words.whole, line.title)
        except GivesAway:
            return left_out(part, line, APART)
        except NoKey:
            return left_out(part, line, NO_KEY)
        return Enclosed(part, line, "pdf", made.pdf)

    def _check(self, part: FilePart, text: str, what: str) -> None:
        if part is not FilePart.SOURCE:
            require_discreet(by=self.by, reports=self.reports, text=text, what=what)
            return
        for report in self.reports:
            keep_apart(self.by, report, text)

    def file(self, part: FilePart, line: IndexLine, make: Callable[[], tuple[str, bytes]]) -> Enclosed:
        """A file as it lies under seal, with the ending of its kind; its own name may say anything."""
        try:
            ending, content = make()
        except NoKey:
            return left_out(part, line, NO_KEY)
        return Enclosed(part, line, ending, content)


def left_out(part: FilePart, line: IndexLine, why: str) -> Enclosed:
    return Enclosed(part, IndexLine(line.title, 0, line.on, line.author, line.number, why))
