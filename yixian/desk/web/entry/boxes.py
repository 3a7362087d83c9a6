"""举报箱: two people open it, both say so, and its items are registered one by one."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.desk.web.entry.box_forms import BoxForm, item_rows, with_more_rows
from yixian.desk.web.entry.screen import hush, hush_rows, told_once
from yixian.desk.web.frame import officer_of, tried
from yixian.desk.web.paper_files import paper_file
from yixian.protection.web.door import permit
from yixian.reception.actions import confirm_box_opening, open_box, print_box_record
from yixian.reception.queries import boxes_to_confirm, boxes_with_items, own_boxes
from yixian.toolkit.today import today
from yixian.toolkit.wording import cn_date

RECENT = 20
"""Openings whose record can be printed from the page."""


@permit("reception.open_box")
def box(request: HttpRequest) -> HttpResponse:
    """Record an opening; below, what is still to be registered out of earlier ones."""
    officer = officer_of(request)
    data: Any = request.POST if request.method == "POST" else None
    if request.POST.get("do") == "more_items":
        data = with_more_rows(data)
    form, rows = BoxForm(data, officer=officer), item_rows(data)
    if request.POST.get("do") == "more_items":
        hush(form, *rows.forms)
        hush_rows(rows)
    elif data is not None and all([form.is_valid(), rows.is_valid()]) and form.agrees_with(rows.facts()):
        facts = form.facts(rows.facts())
        opened = tried(form, lambda: open_box(by=officer, facts=facts, on=today()))
        if opened is not None:
            messages.success(request, f"开箱记录（{opened.number}）已登记，等共同开箱人确认后登记箱内来件。")
            return redirect("desk:box")
    context = {
        "form": form,
        "rows": rows,
        "openings": boxes_with_items(officer),
        "opened": own_boxes(officer)[:RECENT],
        "troubles": told_once(form, *rows.forms),
    }
    return render(request, "desk/entry/box.html", context)


@permit("reception.confirm_box_opening")
def confirm_box(request: HttpRequest, opening_id: int) -> HttpResponse:
    """The witness confirms in the own account."""
    officer = officer_of(request)
    opening = boxes_to_confirm(officer).filter(pk=opening_id).first()
    if opening is None:
        raise Http404
    if request.method == "POST":
        confirm_box_opening(by=officer, opening=opening, on=today())
        messages.success(request, "已确认开箱记录，可以登记箱内来件。")
        return redirect("desk:box")
    return render(request, "desk/confirm.html", _question(opening))


@permit("reception.print_box_record")
def box_record(request: HttpRequest, opening_id: int) -> HttpResponse:
    """开箱记录, for the two to sign. A POST, because a print leaves its line in the trail."""
    officer = officer_of(request)
    opening = own_boxes(officer).filter(pk=opening_id).first()
    if opening is None or request.method != "POST":
        raise Http404
    paper = print_box_record(by=officer, opening=opening, on=today())
    return paper_file(paper, f"开箱记录{opening.village}{opening.opened_on}", request.POST.get("as", ""))


def _question(opening: object) -> dict[str, object]:
    return {
        "question": "确认这次开箱记录吗？",
        "consequences": [
            f"{opening.village}举报箱，{cn_date(opening.opened_on)}由{opening.first_opener.name}和您共同开启。",  # type: ignore[attr-defined]
            f"开箱前封条号{opening.seal_numbers}（{opening.get_strip_state_display()}），"  # type: ignore[attr-defined]
            f"开箱后封条号{opening.strip_after or '未登记'}。",  # type: ignore[attr-defined]
            f"箱内共{opening.items}件：{_listed(opening)}。",  # type: ignore[attr-defined]
            "确认后，两名开箱人都可以逐件登记；记录不能再改。",
        ],
        "confirm_label": "我在场，记录属实",
        "cancel_href": "/desk/",
        "kind": "primary",
    }


def _listed(opening: object) -> str:
    return "；".join(str(each) for each in opening.listed.order_by("position")) or "没有逐件列出"  # type: ignore[attr-defined]
