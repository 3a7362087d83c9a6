"""The page of 对账: the four accounts of a period, and every stray by its number."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from yixian.insight.queries import Account, Stray, organs_in_sight, reconciliation
from yixian.insight.web.forms import SpanForm
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.web.door import officer_of, permit
from yixian.toolkit.today import today

OPENS = {
    "desk:dossier": "reception.read_report",
    "desk:matter": "assessment.read_matter",
    "desk:clue": "resolution.read_clue",
    "desk:envelopes": "reception.register_letter",
}


@dataclass(frozen=True, slots=True)
class StrayLine:
    thing: str
    stray: Stray
    href: str


@permit("insight.reconcile", reads_only=True)
def reconcile(request: HttpRequest) -> HttpResponse:
    """Counted anew at each opening; nothing is opened for it."""
    officer = officer_of(request)
    organs = organs_in_sight(officer)
    form = SpanForm(request.GET or None, organs=organs)
    period = form.period(today())
    accounts = reconciliation(officer, form.organ_ids(organs), period)
    context = {
        "form": form,
        "period": period,
        "accounts": accounts,
        "strays": [_line(officer, account, stray) for account in accounts for stray in account.strays],
        "ties": all(account.balance.ties for account in accounts),
    }
    return render(request, "insight/reconcile.html", context)


def _line(officer: Officer, account: Account, stray: Stray) -> StrayLine:
    """A link only for whoever may open such things at all; the page itself asks about this one."""
    if not stray.page or not may(officer, OPENS[stray.page]):
        return StrayLine(account.thing, stray, "")
    try:
        href = reverse(stray.page, args=[stray.key] if stray.key else [])
    except NoReverseMatch:
        href = ""
    return StrayLine(account.thing, stray, href)
