"""Scanned letters that wait: who meets one, what its pages say, and how its copies come to an end.

Whoever scanned a letter meets it, and the chief; nobody whom it names. Before a page is read nobody knows whom it
names, so until then only whoever scanned it, and held the paper, meets it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yixian.protection.actions import erase_copy, new_seal_context, open_bytes, open_seal, open_seals, seal
from yixian.protection.officer import Officer
from yixian.protection.permits import NotPermitted
from yixian.protection.queries.permission import NOTHING_HERE
from yixian.reception.enums import ScanState
from yixian.reception.models import Scan, ScanPage
from yixian.reception.people import OwnNames, names_of
from yixian.reception.refusals import ReportedSide
from yixian.reception.sealing import AccountContent
from yixian.toolkit.files import CleanFile, FileKind
from yixian.toolkit.scans import Doubt, doubtful_share, turned
from yixian.trail.refusal import Refusal

PICTURE, TEXT, DOUBTS = "page", "text", "doubts"


class ScanIsClosed(Refusal):
    """It is a report by now, or was sent up or discarded."""

    key = "scan_is_closed"


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a page says, opened: the text as it stands, and the places that a person should look at."""

    page: ScanPage
    text: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def doubtful_share(self) -> float:
        return doubtful_share(self.text, self.doubts)


def context_of(page: ScanPage, field: str) -> str:
    return new_seal_context("reception.scanpage", page.uid, field)


def seal_page(scan: Scan, position: int, picture: bytes) -> ScanPage:
    """One more page, under the office key, before the answer to the upload is given."""
    page = ScanPage(scan=scan, position=position)
    page.picture = seal(organ_id=scan.organ_id, context=context_of(page, PICTURE), slots={PICTURE: picture})
    page.save()
    return page


def seal_reading(page: ScanPage, text: str, doubts: Sequence[Doubt]) -> UUID:
    slots = reading_slots(text, doubts)
    return seal(organ_id=page.scan.organ_id, context=context_of(page, TEXT), slots=slots)


def reading_slots(text: str, doubts: Sequence[Doubt]) -> dict[str, str | bytes]:
    told = [[each.start, each.end, round(each.sure, 3)] for each in doubts]
    return {TEXT: text, DOUBTS: json.dumps(told)}


def pages_in(scan: Scan) -> list[ScanPage]:
    """The pages that count, in order."""
    return list(scan.pages.filter(removed_on__isnull=True).order_by("position"))


def open_picture(by: Officer, page: ScanPage) -> bytes:
    """The page as it stands now, turned as a person or the reader turned it."""
    context = context_of(page, PICTURE)
    held = open_bytes(by=by, seal=page.picture, slot=PICTURE, about=page.scan, context=context)
    return turned(held, 90 * page.turns)


def open_reading(by: Officer, page: ScanPage) -> PageContent:
    if page.reading is None:
        return PageContent(page)
    opened = open_seal(by=by, seal=page.reading, about=page.scan, context=context_of(page, TEXT))
    return PageContent(page, opened[TEXT], _doubts(opened[DOUBTS]))


def _doubts(told: str) -> tuple[Doubt, ...]:
    return tuple(Doubt(start, end, sure) for start, end, sure in json.loads(told))


def letter_text(by: Officer, scan: Scan) -> str:
    """What the pages say together."""
    texts = texts_of(by, pages_in(scan))
    return "\n".join(text for page in pages_in(scan) if (text := texts.get(page.reading, "").strip()))


def texts_of(by: Officer, pages: Iterable[ScanPage]) -> dict[UUID | None, str]:
    return dict(open_seals(by=by, seals=[each.reading for each in pages], slot=TEXT).items())


def require_waiting(by: Officer, scan: Scan) -> Scan:
    """The locked row, if it still waits and does not name this officer."""
    locked = Scan.objects.select_for_update().get(pk=scan.pk)
    if locked.state != ScanState.WAITING:
        raise ScanIsClosed(f"这份扫描件{locked.get_state_display()}，不能再改动。")
    require_not_named(by, locked)
    return locked


def require_not_named(by: Officer, scan: Scan) -> None:
    """Whoever scanned it is told to hand the paper on; to anyone else it does not exist."""
    if is_named(by, scan):
        raise ReportedSide.registering() if scan.scanned_by_id == by.staff_id else hidden()


def is_named(by: Officer, scan: Scan) -> bool:
    """Also true, for anyone but whoever scanned it, while nothing of it has been read."""
    return not meets(by, names_of(by), scan, [letter_text(by, scan)])


def meets(by: Officer, own: OwnNames, scan: Scan, texts: Iterable[str]) -> bool:
    told = "\n".join(texts)
    if not told.strip():
        return scan.scanned_by_id == by.staff_id
    return not own.stand_in(AccountContent("", told, "", ""))


def hidden() -> NotPermitted:
    return NotPermitted(NOTHING_HERE, hidden=True)


def as_files(by: Officer, scan: Scan) -> tuple[CleanFile, ...]:
    """The pages as they go with the report."""
    pages = pages_in(scan)
    return tuple(
        CleanFile(FileKind.JPEG, f"第{number}页.jpg", open_picture(by, page))
        for number, page in enumerate(pages, start=1)
    )


def close(by: Officer, scan: Scan, state: ScanState, on: date) -> Scan:
    """It waits no longer. Its own copies are destroyed: the pages lie with the report, or in the envelope."""
    for page in scan.pages.order_by("position"):
        for held, field in ((page.picture, PICTURE), (page.reading, TEXT)):
            if held is not None:
                erase_copy(by=by, seal=held, context=context_of(page, field), on=on)
    scan.state, scan.closed_on = state, on
    scan.save()
    return scan
