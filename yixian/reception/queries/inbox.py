"""What waits to be registered. It is opened in the session that asks, and whoever it names does not see it."""

from dataclasses import dataclass
from uuid import UUID

from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.protection.queries import may, recused_subjects
from yixian.reception.enums import ReportState
from yixian.reception.models import Report
from yixian.reception.people import OwnNames, names_of
from yixian.reception.sealing import AccountContent, read_reported
from yixian.reception.visibility import meant_for_another

SLOTS = ("title", "account", "reported")


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A report that waits, with its title as opened for this screen."""

    report: Report
    title: str


def inbox(officer: Officer) -> list[InboxItem]:
    """Oldest first. The number of queries does not grow with the number of reports."""
    if not may(officer, "reception.register_web_report"):
        return []
    recused = recused_subjects(officer)
    found = Report.objects.filter(organ_id=officer.organ_id, state=ReportState.RECEIVED)
    found = found.exclude(meant_for_another(officer))
    waiting = [each for each in found.order_by("received_on", "pk") if each.trail_subject not in recused]
    opened = {
        slot: open_seals(by=officer, seals=[each.account for each in waiting], slot=slot) for slot in SLOTS
    }
    items = [InboxItem(each, opened["title"].get(each.account_seal(), "")) for each in waiting]
    own = names_of(officer)
    return [item for item in items if not _names(own, item, opened)]


def _names(own: OwnNames, item: InboxItem, opened: dict[str, dict[UUID, str]]) -> bool:
    """Whether it names the officer's side; what does not open for this officer isn't shown either."""
    seal = item.report.account_seal()
    if seal not in opened["account"]:
        return True
    reported = read_reported(opened["reported"].get(seal, "[]"))
    return own.stand_in(AccountContent(item.title, opened["account"][seal], "", "", reported))
