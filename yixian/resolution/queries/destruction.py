"""销毁清册: which files may stand on one, which lists an officer meets, and what of the opinions is told."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from yixian.assessment.enums import MatterState
from yixian.assessment.queries import reports_of, unbarred_matters
from yixian.protection.officer import Officer
from yixian.resolution.enums import DestructionState, ListedState
from yixian.resolution.models import Appraisal, ArchiveFile, DestructionList, ListedFile
from yixian.resolution.queries.filing import held_files

if TYPE_CHECKING:
    from yixian.reception.models import Report

ON_A_LIST = (ListedState.WAITING, ListedState.AGREED)


def files_to_appraise(officer: Officer, on: date) -> list[ArchiveFile]:
    """Past their term, under no hold, and on no list that is still open; by their number. Whoever works on the archive
    meets every file but those of which they must not know, whoever handled it then.
    """
    known = unbarred_matters(officer).filter(state=MatterState.ARCHIVED, destroyed_on__isnull=True)
    listed = ListedFile.objects.filter(state__in=ON_A_LIST).order_by().values("file")
    found = ArchiveFile.objects.filter(matter__in=known.order_by().values("pk"), kept_until__lt=on)
    found = found.exclude(pk__in=held_files(on)).exclude(pk__in=listed)
    return list(found.select_related("matter").order_by("number"))


def lists_of(officer: Officer) -> QuerySet[DestructionList]:
    """Those all of whose files this officer may meet, the latest first: one who must not know of a file never meets
    its list.
    """
    hidden = ListedFile.objects.exclude(file__matter__in=unbarred_matters(officer).order_by().values("pk"))
    found = DestructionList.objects.filter(organ_id=officer.organ_id)
    found = found.exclude(pk__in=hidden.order_by().values("listing"))
    return found.select_related("organ", "drawn_by", "decided_by", "executed_by").order_by("-drawn_on", "-pk")


def list_by_uid(officer: Officer, uid: UUID) -> DestructionList | None:
    return lists_of(officer).filter(uid=uid).first()


def rows_of(listing: DestructionList) -> list[ListedFile]:
    return list(listing.files.select_related("file__matter").order_by("position"))


def opinions_told(officer: Officer, listing: DestructionList) -> list[Appraisal]:
    """Every opinion once both are given; before that, the officer's own."""
    said = Appraisal.objects.filter(listed__listing=listing).select_related("reviewer", "listed")
    if listing.state == DestructionState.REVIEWING:
        said = said.filter(reviewer=officer.staff_id)
    return list(said.order_by("listed__position", "pk"))


def reports_on(listing: DestructionList) -> "list[Report]":
    return [report for row in rows_of(listing) for report in reports_of(row.file.matter)]


def destroyed_with(file: ArchiveFile) -> ListedFile | None:
    """The line of the list with which a file was destroyed."""
    rows = ListedFile.objects.filter(file=file, state=ListedState.DESTROYED)
    return rows.select_related("listing").order_by("-pk").first()


def lists_open(officer: Officer) -> "Iterable[DestructionList]":
    """Those that wait for somebody, the oldest first."""
    states = (DestructionState.REVIEWING, DestructionState.REVIEWED, DestructionState.APPROVED)
    return lists_of(officer).filter(state__in=states).order_by("drawn_on", "pk")
