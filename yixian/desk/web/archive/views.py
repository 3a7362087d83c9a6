"""The year's filing: closed matters by the day by which they go into a file, and the files with their terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.desk.web.frame import officer_of
from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT
from yixian.protection.web.door import permit
from yixian.regulations.archiving import FILING_TERM
from yixian.resolution.queries.filing import (
    filed_pages,
    files_of,
    held_files,
    matters_to_file,
    past_their_term,
)
from yixian.toolkit.due import Due
from yixian.toolkit.today import today

if TYPE_CHECKING:
    from yixian.assessment.models import Matter
    from yixian.resolution.models import ArchiveFile

ON_A_PAGE = 30
NEAR = 60
"""A matter to be put away within so many days is near."""


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A closed matter that is not yet in a file."""

    matter: "Matter"
    title: str
    due: Due

    @property
    def href(self) -> str:
        return reverse("desk:matter", args=[self.matter.pk])


@dataclass(frozen=True, slots=True)
class FileLine:
    file: "ArchiveFile"
    title: str
    is_over: bool
    is_held: bool

    @property
    def href(self) -> str:
        return reverse("desk:archive_file", args=[self.file.uid])


@permit("resolution.see_archive", reads_only=True)
def archive(request: HttpRequest) -> HttpResponse:
    officer, on = officer_of(request), today()
    waiting = matters_to_file(officer)
    page = Paginator(files_of(officer), ON_A_PAGE).get_page(request.GET.get("page"))
    files = list(page.object_list)
    held = set(held_files(on))
    titles = _titles(officer, [each for each, _ in waiting], files)
    context = {
        "waiting": [WaitingLine(each, titles.get(each.title, ""), _due(by, on)) for each, by in waiting],
        "overdue": sum(by < on for _, by in waiting),
        "lines": [
            FileLine(each, titles.get(each.matter.title, ""), _is_over(each, on), each.pk in held)
            for each in files
        ],
        "page": page,
        "pages": filed_pages(officer),
        "past": past_their_term(officer, on).count(),
        "article": f"{FILING_TERM.cite()}（{FILING_TERM.grade.label}）",
    }
    return render(request, "desk/archive/archive.html", context)


def _titles(officer: Officer, matters: "Sequence[Matter]", files: "Sequence[ArchiveFile]") -> dict[UUID, str]:
    """Every title of the page, opened in one entry of the trail."""
    seals = [*(each.title for each in matters), *(each.matter.title for each in files)]
    opened = open_seals(by=officer, seals=seals, slot=SLOT) if seals else {}
    return {seal: title for seal, title in opened.items() if seal is not None}


def _due(by: date, on: date) -> Due:
    left = (by - on).days
    return Due(on=by, left=left, unit="天", near=left <= NEAR)


def _is_over(file: "ArchiveFile", on: date) -> bool:
    return file.kept_until is not None and file.kept_until < on
