"""Reading a report in a session that may: its account and the names of those reported."""

from dataclasses import dataclass

from yixian.protection.actions import open_seal, open_seals
from yixian.protection.officer import Officer
from yixian.protection.permits import NotPermitted
from yixian.protection.queries.permission import NOTHING_HERE
from yixian.reception.attaching import AttachmentContent, listed
from yixian.reception.enums import CadreCategory, ReportState
from yixian.reception.models import Report
from yixian.reception.people import names_of
from yixian.reception.sealing import AccountContent, context_of, read_account


@dataclass(frozen=True, slots=True)
class PersonContent:
    """A reported person or unit, opened."""

    person_id: int
    name: str
    post: str
    unit: str
    category: CadreCategory


@dataclass(frozen=True, slots=True)
class ReportContent:
    """A report, opened for the screen of one request. Never holds who reported."""

    report: Report
    account: AccountContent
    people: tuple[PersonContent, ...]
    files: tuple[AttachmentContent, ...] = ()


def read_in_inbox(by: Officer, report: Report) -> AccountContent:
    """Open a report that is not registered; whoever it names does not meet it, not even as a refusal.

    No tokens exist before registration, so the names are compared here, in the session that opens it.
    """
    content = _account(by, report)
    if names_of(by).stand_in(content):
        raise NotPermitted(NOTHING_HERE, hidden=True)
    return content


def read_whole(by: Officer, report: Report) -> ReportContent:
    """Open the account and the reported persons, wherever the report stands."""
    if report.state == ReportState.RECEIVED:
        return ReportContent(report, read_in_inbox(by, report), (), listed(by, report))
    return ReportContent(report, _account(by, report), tuple(_people(by, report)), listed(by, report))


def _account(by: Officer, report: Report) -> AccountContent:
    context = context_of(report.sealed_as or report.pk, "account")
    return read_account(open_seal(by=by, seal=report.account_seal(), about=report, context=context))


def _people(by: Officer, report: Report) -> list[PersonContent]:
    people = list(report.people.all())
    slots = {
        slot: open_seals(
            by=by, seals=[each.name_seal for each in people], slot=slot, subject=report.trail_subject
        )
        for slot in ("name", "post", "unit")
    }
    return [
        PersonContent(
            each.pk,
            slots["name"].get(each.name_seal, ""),
            slots["post"].get(each.name_seal, ""),
            slots["unit"].get(each.name_seal, ""),
            CadreCategory(each.category),
        )
        for each in people
    ]
