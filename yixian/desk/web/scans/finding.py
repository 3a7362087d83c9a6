"""The scan that an address names, if this officer meets it."""

from uuid import UUID

from django.http import Http404, HttpRequest

from yixian.desk.web.frame import not_theirs, officer_of
from yixian.reception.queries import ScanItem, one_scan, own_scan
from yixian.reception.refusals import ReportedSide

OPEN = "reception.open_scan"


def scan_or_404(request: HttpRequest, scan_id: UUID) -> ScanItem:
    """Whoever scanned a letter that names them is told to hand the paper on; to others it does not exist."""
    officer = officer_of(request)
    found = one_scan(officer, scan_id)
    if found is not None:
        return found
    if own_scan(officer, scan_id) is not None:
        raise ReportedSide.registering()
    raise not_theirs(officer, OPEN, f"reception.scan:{scan_id}")


def page_or_404(request: HttpRequest, scan_id: UUID, number: int):  # type: ignore[no-untyped-def] # a ScanPage with its scan
    """Page ``number`` of the pages that count, from 1, with what lies around it."""
    item = scan_or_404(request, scan_id)
    if not 1 <= number <= len(item.pages):
        raise Http404
    page = item.pages[number - 1]
    page.scan = item.scan
    return item, page
