"""登记: choose a channel, fill one screen, get a number and a code."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from yixian.desk.entering import enter
from yixian.desk.web.entry.letter_screen import LetterInHand, LetterScreen
from yixian.desk.web.entry.receipt import show_receipt
from yixian.desk.web.entry.screen import PEOPLE, REPORTERS, Screen, with_another_row, with_person
from yixian.desk.web.entry.spoken_screens import CallScreen, VisitScreen
from yixian.desk.web.entry.ticks import show_ticks
from yixian.desk.web.frame import officer_of, tried
from yixian.desk.web.scans.finding import scan_or_404
from yixian.protection.actions import make_code
from yixian.protection.web.door import permit
from yixian.reception.actions import Submitted, open_scan
from yixian.reception.enums import Channel
from yixian.reception.queries import boxes_with_items
from yixian.regulations.petition_regulations import MOST_REPRESENTATIVES
from yixian.toolkit.today import today

ENTERED, KEPT_ENTRIES = "entered", 20
HEADINGS = {
    Channel.LETTER: "登记来信",
    Channel.VISIT: "登记来访",
    Channel.CALL: "登记来电",
    Channel.OTHER: "登记其他来件",
    Channel.BOX: "登记举报箱来件",
}
SCREENS: dict[Channel, type[Screen]] = {
    Channel.LETTER: LetterScreen,
    Channel.VISIT: VisitScreen,
    Channel.CALL: CallScreen,
}
TOLD_AT = {
    "signing_does_not_fit": "signing",
    "too_many_representatives": "people_count",
    "too_early": "callback_on",
    "no_number": "callback_by",
    "reporter_in_account": "account",
}
"""Refusals that one field of the screen mends."""
MORE = {"more_people": PEOPLE, "more_reporters": REPORTERS}


@permit("reception.register_letter", reads_only=True)
def choose(request: HttpRequest) -> HttpResponse:
    """By which channel did it come?"""
    return render(request, "desk/entry/choose.html", {"most": MOST_REPRESENTATIVES})


def entry_view(act: str, channel: Channel) -> Callable[..., HttpResponse]:
    """The screen of one channel, behind the permit of that channel."""

    @sensitive_post_parameters()
    @permit(act)
    def screen(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        officer = officer_of(request)
        opening = _opening(request, kwargs.get("opening_id")) if channel is Channel.BOX else None
        data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
        if data is not None and data.get("do") == "tick":
            return show_ticks(request)
        filled = SCREENS.get(channel, Screen)(officer, channel, today(), data, opening, files)
        return _answer(request, filled) if data is not None else _show(request, filled)

    return screen


@sensitive_post_parameters()
@permit("reception.register_scan")
def register_scan(request: HttpRequest, scan_id: UUID) -> HttpResponse:
    """The screen of a letter, filled with what its pages say."""
    data = request.POST if request.method == "POST" else None
    if data is not None and (before := request.session.get(ENTERED, {}).get(data.get("entry", ""))):
        return redirect("desk:dossier", before)
    item, officer = scan_or_404(request, scan_id), officer_of(request)
    texts = [open_scan(by=officer, page=page).text for page in item.pages]
    letter = LetterInHand(item.scan, "\n".join(filter(None, texts)), len(item.pages))
    filled = LetterScreen(officer, Channel.LETTER, today(), data, letter=letter)
    return _answer(request, filled) if data is not None else _show(request, filled)


def _opening(request: HttpRequest, opening_id: Any) -> Any:
    found = boxes_with_items(officer_of(request)).filter(pk=opening_id).first()
    if found is None:
        raise Http404
    return found


def _answer(request: HttpRequest, filled: Screen) -> HttpResponse:
    """What the button said: look again, one more row, add a person, seal for the superior; else register."""
    do, data = request.POST.get("do", ""), request.POST
    if do == "look":
        return _show(request, filled.quietly())
    if do in MORE:
        return _again(request, filled, with_another_row(data, MORE[do]))
    if do.startswith("add:"):
        return _again(request, filled, with_person(data, do.removeprefix("add:"), filled.look))
    return _seal_upward(request, filled) if do == "superior" else _register(request, filled)


def _again(request: HttpRequest, filled: Screen, data: QueryDict) -> HttpResponse:
    return _show(request, replace(filled, data=data).quietly())


def _show(request: HttpRequest, filled: Screen) -> HttpResponse:
    """The screen; for htmx only what stands beside the text."""
    partial = bool(getattr(request, "htmx", False))
    template = "desk/entry/panel_again.html" if partial else filled.template
    return render(request, template, {"screen": filled, "heading": HEADINGS[filled.channel]})


def _register(request: HttpRequest, filled: Screen) -> HttpResponse:
    filled.unlooked = filled.look is not None and "report_class" not in request.POST
    if not filled.is_valid() or filled.unlooked:
        return _show(request, filled)
    if before := _entered_before(request, filled.entry):
        messages.warning(request, "这一件刚才已经登记，没有重复登记。查询码只在登记时显示一次。")
        return redirect("desk:dossier", before)
    registered = tried(
        filled.form,
        lambda: enter(
            by=filled.officer,
            channel=filled.channel,
            facts=filled.facts(),
            assessed=filled.assessed(),
            on=filled.on,
            more={**filled.more(), "code": make_code()},
            beside=filled.beside,
        ),
        at=TOLD_AT,
    )
    if registered is None:
        return _show(request, filled)
    _remember(request, filled.entry, registered.report.pk)
    return show_receipt(request, registered, again_url=filled.again or request.path)


def _seal_upward(request: HttpRequest, filled: Screen) -> HttpResponse:
    """It belongs to the superior: what was typed is sealed past this office, which keeps an envelope."""
    if not filled.is_valid(for_superior=True):
        return _show(request, filled)
    submitted: Submitted | None = tried(filled.form, lambda: filled.sealed_upward(make_code()))
    if submitted is None:
        return _show(request, filled)
    return render(request, "desk/entry/sent_up.html", {"code": submitted.code})


def _entered_before(request: HttpRequest, entry: UUID) -> str:
    return str(request.session.get(ENTERED, {}).get(str(entry), ""))


def _remember(request: HttpRequest, entry: UUID, report_id: UUID) -> None:
    """Which screens have been registered: ids only, so that reloading the page registers nothing twice."""
    kept = {**request.session.get(ENTERED, {}), str(entry): str(report_id)}
    request.session[ENTERED] = dict(list(kept.items())[-KEPT_ENTRIES:])
