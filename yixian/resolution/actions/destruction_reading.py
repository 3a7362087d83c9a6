"""销毁清册 on the screen and on paper: its titles and reasons opened, the opinions only when they may be told."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from yixian.protection.actions import open_seals, require
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT, read_text
from yixian.reception.actions import FilledPaper, require_discreet
from yixian.resolution.models import Appraisal, DestructionList, ListedFile
from yixian.resolution.papers.destruction_list import ListWords, destruction_list
from yixian.resolution.queries.destruction import opinions_told, reports_on, rows_of
from yixian.trail.actions import leaves_trail


@dataclass(frozen=True, slots=True)
class ListRead:
    """The rows of a list with their words; opinions and their reasons by the id of the row's own ``uid``."""

    rows: list[ListedFile]
    titles: dict[UUID, str] = field(repr=False)
    reasons: dict[UUID, str] = field(repr=False)
    opinions: list[Appraisal]
    said: dict[UUID, str] = field(repr=False)
    note: str = field(default="", repr=False)
    indexes: dict[UUID, str] = field(default_factory=dict, repr=False)

    def opinions_of(self, row: ListedFile) -> list[tuple[Appraisal, str]]:
        return [(each, self.said.get(each.uid, "")) for each in self.opinions if each.listed_id == row.pk]


@leaves_trail("resolution.see_destruction")
def read_destruction(*, by: Officer, listing: DestructionList) -> ListRead:
    """Before both opinions are given, each reviewer reads the own one alone."""
    require(by, "resolution.see_destruction", listing)
    rows, opinions = rows_of(listing), opinions_told(by, listing)
    wanted = [s for each in rows for s in (each.title, each.reason, each.file.index)]
    wanted += [each.reason for each in opinions]
    texts = open_seals(by=by, seals=wanted, slot=SLOT, subject=listing.trail_subject)
    return ListRead(
        rows=rows,
        titles={each.uid: texts.get(each.title, "") for each in rows},
        reasons={each.uid: texts[each.reason] for each in rows if each.reason in texts},
        opinions=opinions,
        said={each.uid: texts[each.reason] for each in opinions if each.reason in texts},
        note=read_text(listing, "note", by=by, about=listing),
        indexes={each.uid: texts.get(each.file.index, "") for each in rows},
    )


@leaves_trail("resolution.print_destruction_list")
def print_destruction_list(*, by: Officer, listing: DestructionList, on: date) -> FilledPaper:
    """清册 as it stands; nobody who reported is named on it."""
    require(by, "resolution.print_destruction_list", listing)
    read = read_destruction(by=by, listing=listing)
    words = ListWords(read.titles, read.reasons, read.opinions)
    paper = destruction_list(listing=listing, rows=read.rows, words=words, on=on)
    require_discreet(by=by, reports=reports_on(listing), text=paper.words.whole, what="销毁清册")
    return paper
