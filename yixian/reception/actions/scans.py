"""A scanned letter, from the glass to the desk: taken in under seal, arranged, read, corrected, given up."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Max

from yixian.protection.actions import require, reseal_slots
from yixian.protection.officer import Officer
from yixian.reception.enums import DiscardReason, PageChange, ScanState
from yixian.reception.facts import LIMITS, Missing, TooLong
from yixian.reception.models import Scan, ScanPage
from yixian.reception.models.scan import TURNS
from yixian.reception.page_pictures import NoPages
from yixian.reception.refusals import TooEarly
from yixian.reception.registration import check_dates
from yixian.reception.scanning import (
    PageContent,
    ScanIsClosed,
    open_picture,
    open_reading,
    pages_in,
    reading_slots,
    require_not_named,
    require_waiting,
    seal_page,
    seal_reading,
)
from yixian.toolkit.scans import MOST_PAGES, Doubt, PageRead, carried_over
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class TooManyPages(Refusal):
    """A letter has fewer pages than this."""

    key = "too_many_pages"


@leaves_trail("reception.take_scan")
def take_scan(*, by: Officer, pictures: Sequence[bytes], received_on: date, on: date) -> Scan:
    """Seal the pages of a letter as they came off the glass. Nothing of it is readable on the disk afterwards."""
    require(by, "reception.take_scan")
    check_dates(received_on, on)
    scan = Scan.objects.create(
        organ_id=by.organ_id, scanned_by_id=by.staff_id, scanned_on=on, received_on=received_on
    )
    _add(scan, pictures)
    return scan


@leaves_trail("reception.add_scan_pages")
def add_scan_pages(*, by: Officer, scan: Scan, pictures: Sequence[bytes]) -> Scan:
    """Further pages behind those that are there."""
    require(by, "reception.add_scan_pages", scan)
    locked = require_waiting(by, scan)
    _add(locked, pictures)
    return locked


def _add(scan: Scan, pictures: Sequence[bytes]) -> None:
    last = scan.pages.aggregate(last=Max("position"))["last"] or 0
    if not pictures:
        raise NoPages("请选择扫描或者拍照得到的文件。")
    if last + len(pictures) > MOST_PAGES:
        raise TooManyPages(f"一封信最多扫描{MOST_PAGES}页；更多的材料请登记以后作为证据材料附上。")
    for position, picture in enumerate(pictures, last + 1):
        seal_page(scan, position, picture)


@leaves_trail("reception.arrange_scan")
def arrange_scan(*, by: Officer, page: ScanPage, change: PageChange, on: date) -> ScanPage:
    """Move, turn, remove or put back one page. What was read of a page that is turned is read anew."""
    require(by, "reception.arrange_scan", page.scan)
    scan = require_waiting(by, page.scan)
    if change in (PageChange.UP, PageChange.DOWN):
        _swap(scan, page, -1 if change is PageChange.UP else 1)
    elif change is PageChange.TURN:
        page.turns, page.turned_by_hand = (page.turns + 1) % TURNS, True
        page.read_on = page.checked_on = None  # it is to be read anew
    else:
        page.removed_on = on if change is PageChange.REMOVE else None
    page.save()
    return page


def _swap(scan: Scan, page: ScanPage, step: int) -> None:
    """With the next page that counts; the first and the last stay where they are."""
    pages = pages_in(scan)
    at = next(i for i, each in enumerate(pages) if each.pk == page.pk) + step
    if not 0 <= at < len(pages):
        return
    other, here = pages[at], page.position
    page.position = 0  # no two pages may stand in one place, not even for a moment
    page.save(update_fields=["position"])
    page.position, other.position = other.position, here
    other.save(update_fields=["position"])


@leaves_trail("reception.read_scan")
def read_scan(*, by: Officer, page: ScanPage, read: PageRead, on: date) -> ScanPage:
    """Keep what was read of one page in this session. If it names whoever read it, they meet it no more.

    Reading itself is done before (``page_reading``): it takes seconds, and nobody should wait for this transaction.
    """
    require(by, "reception.read_scan", page.scan)
    scan = require_waiting(by, page.scan)
    page.turns = (page.turns + read.turned // 90) % TURNS
    page.scan = scan
    _keep(by, page, read.text, read.doubts)
    page.read_on, page.checked_on = on, None
    page.save()
    return page


def _keep(by: Officer, page: ScanPage, text: str, doubts: Sequence[Doubt]) -> None:
    if page.reading is None:
        page.reading = seal_reading(page, text, doubts)
    else:
        reseal_slots(by=by, seal=page.reading, slots=reading_slots(text, doubts))


@leaves_trail("reception.open_scan")
def open_scan(*, by: Officer, page: ScanPage) -> PageContent:
    """What one page says, for the correction beside its picture."""
    require(by, "reception.open_scan", page.scan)
    require_not_named(by, page.scan)
    return open_reading(by, page)


@leaves_trail("reception.see_scan_page")
def see_scan_page(*, by: Officer, page: ScanPage) -> bytes:
    """The picture of one page."""
    require(by, "reception.see_scan_page", page.scan)
    require_not_named(by, page.scan)
    if page.scan.state in (ScanState.REGISTERED, ScanState.SENT_UP):
        raise ScanIsClosed("这份扫描件的底稿已经销毁，页面随来件或者信封保存。")
    return open_picture(by, page)


@leaves_trail("reception.correct_scan")
def correct_scan(*, by: Officer, page: ScanPage, text: str, checked: bool, on: date) -> ScanPage:
    """The text as a person says it stands; ``checked`` ends all doubts. Earlier versions stay under seal."""
    require(by, "reception.correct_scan", page.scan)
    page.scan = require_waiting(by, page.scan)
    if len(text) > LIMITS["account"]:
        raise TooLong(f"一页最多{LIMITS['account']}个字，现在有{len(text)}个字，请核对。")
    before = open_reading(by, page)
    after = text.replace("\r\n", "\n").strip()
    _keep(by, page, after, () if checked else carried_over(before.text, after, before.doubts))
    typed_by_hand = page.read_on is None
    page.checked_on = on if checked or typed_by_hand else None
    page.save()
    return page


@leaves_trail("reception.discard_scan")
def discard_scan(*, by: Officer, scan: Scan, reason: str, on: date) -> Scan:
    """Not to be registered. Its pages stay under seal: a letter is not made to vanish by one person (检控规则 52)."""
    require(by, "reception.discard_scan", scan)
    locked = require_waiting(by, scan)
    if reason not in DiscardReason.values:
        raise Missing("请选择作废的原因。")
    if on < locked.scanned_on:
        raise TooEarly("作废日期不得早于扫描日期。")
    locked.state, locked.discard_reason, locked.closed_on = ScanState.DISCARDED, reason, on
    locked.save()
    return locked


@leaves_trail("reception.restore_scan")
def restore_scan(*, by: Officer, scan: Scan) -> Scan:
    """Back among those that wait."""
    require(by, "reception.restore_scan", scan)
    locked = Scan.objects.select_for_update().get(pk=scan.pk)
    if locked.state != ScanState.DISCARDED:
        raise ScanIsClosed("只有作废的扫描件可以取回。")
    if locked.scanned_by_id == by.staff_id or locked.pages.filter(reading__isnull=False).exists():
        require_not_named(by, locked)
    locked.state, locked.discard_reason, locked.closed_on = ScanState.WAITING, "", None
    locked.save()
    return locked
