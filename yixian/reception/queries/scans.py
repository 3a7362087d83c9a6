"""Which scanned letters an officer meets, each opened in the session that asks."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from yixian.protection.officer import Officer
from yixian.protection.queries import may, recused_subjects
from yixian.reception.enums import ScanState
from yixian.reception.models import Scan, ScanPage
from yixian.reception.people import names_of
from yixian.reception.scanning import meets, texts_of
from yixian.roster.enums import Role


@dataclass(frozen=True, slots=True)
class ScanItem:
    """A scan in a list. Nothing of what it says is here."""

    scan: Scan
    pages: tuple[ScanPage, ...]

    @property
    def read(self) -> int:
        return sum(1 for page in self.pages if page.read_on or page.checked_on)

    @property
    def checked(self) -> int:
        return sum(1 for page in self.pages if page.checked_on)

    @property
    def unread(self) -> ScanPage | None:
        """The next page to be read."""
        return next((page for page in self.pages if not (page.read_on or page.checked_on)), None)


def scans_waiting(officer: Officer) -> list[ScanItem]:
    """Oldest first. The number of queries does not grow with the number of scans."""
    return _met(officer, _own(officer).filter(state=ScanState.WAITING))


def scans_discarded(officer: Officer) -> list[ScanItem]:
    """What was thrown away, newest first: the chief sees also what nobody has read, as a day and a reason."""
    found = _own(officer).filter(state=ScanState.DISCARDED).order_by("-closed_on", "-pk")
    return _met(officer, found, unread_too=True)


def one_scan(officer: Officer, scan_id: UUID) -> ScanItem | None:
    """One that waits, or None as if it did not exist."""
    found = _met(officer, _own(officer).filter(state=ScanState.WAITING, pk=scan_id))
    return found[0] if found else None


def own_scan(officer: Officer, scan_id: UUID) -> Scan | None:
    """One that this officer scanned and that waits, whomever it names."""
    return Scan.objects.filter(
        pk=scan_id, organ_id=officer.organ_id, scanned_by_id=officer.staff_id, state=ScanState.WAITING
    ).first()


def _own(officer: Officer) -> QuerySet[Scan]:
    if not may(officer, "reception.take_scan"):
        return Scan.objects.none()
    hands = Q() if Role.CHIEF in officer.roles else Q(scanned_by_id=officer.staff_id)
    pages = Prefetch("pages", ScanPage.objects.filter(removed_on__isnull=True).order_by("position"))
    found = Scan.objects.filter(hands, organ_id=officer.organ_id).prefetch_related(pages)
    return found.select_related("scanned_by").order_by("scanned_on", "pk")


def _met(officer: Officer, scans: QuerySet[Scan], *, unread_too: bool = False) -> list[ScanItem]:
    recused = recused_subjects(officer)
    items = [ScanItem(each, tuple(each.pages.all())) for each in scans if each.trail_subject not in recused]
    texts = texts_of(officer, [page for item in items for page in item.pages])
    own = names_of(officer)
    return [
        item
        for item in items
        if meets(officer, own, item.scan, told := [texts.get(page.reading, "") for page in item.pages])
        or (unread_too and not "".join(told).strip())
    ]
