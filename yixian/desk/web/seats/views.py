"""/desk/seats: the own meetings and duties; one meeting; one item, as it was issued to this account."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.assessment.enums import DutyState
from yixian.assessment.queries import items_to_answer, own_opinions, seat_at, seat_duties, seats_of
from yixian.desk.consultation_case import SeatCase, SeatItemCase, due_of_duty, duty_line
from yixian.desk.web.frame import not_theirs, officer_of
from yixian.desk.web.seats.acts import ACTS, DUTY_ACTS, seat_case_or_404
from yixian.protection.actions import open_lent, require
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.texts import SLOT, text_context
from yixian.protection.web.door import permit
from yixian.toolkit.today import today


@permit("assessment.see_seats", reads_only=True)
def seats(request: HttpRequest) -> HttpResponse:
    officer, on = officer_of(request), today()
    duties = list(seat_duties(officer))
    words = _whats(officer, duties)
    context = {
        "seats": list(seats_of(officer)),
        "asked": list(items_to_answer(officer)),
        "duties": [(each, words.get(each.what, ""), due_of_duty(each, on)) for each in duties],
    }
    return render(request, "desk/seats/seats.html", context)


def _whats(officer: Officer, duties: list[Any]) -> dict[UUID, str]:
    """What each of the own duties is, by the loan of it."""
    if not duties:
        return {}
    contexts = {each.what: text_context(each, "what") for each in duties}
    return open_lent(by=officer, about=duties[0], contexts=contexts, slot=SLOT)


@permit("assessment.take_seat", reads_only=True)
def seat(request: HttpRequest, consultation_id: UUID) -> HttpResponse:
    officer = officer_of(request)
    found = seat_at(officer, consultation_id)
    if found is None:
        raise not_theirs(officer, "assessment.take_seat", f"assessment.consultation:{consultation_id}")
    case = SeatCase(officer, found, today())
    said = {each.item_id: each for each in own_opinions(officer)}
    context = {
        "case": case,
        "meeting": found.consultation,
        "items": [(each, said.get(each.pk)) for each in case.items],
    }
    return render(request, "desk/seats/seat.html", context)


@permit("assessment.take_seat", reads_only=True)
def item(request: HttpRequest, item_id: UUID) -> HttpResponse:
    case = seat_case_or_404(officer_of(request), item_id)
    require(case.officer, "assessment.take_seat", case.item)
    content = case.content
    context = {
        "case": case,
        "item": case.item,
        "text": content.said(content.material.text) if content.material else "",
        "opinions": [(each, content.said(each.words)) for each in content.opinions],
        "is_open": case.item.opened_on is not None,
        "decision": content.said(case.item.decision),
        "duties": [duty_line(content, each, case.on, _ways(case, each)) for each in content.duties],
        "acts": [each.as_act(case) for each in ACTS if each.stands(case)],
    }
    return render(request, "desk/seats/item.html", context)


def _ways(case: SeatItemCase, duty: Any) -> list[tuple[str, str]]:
    if duty.state != DutyState.OPEN:
        return []
    return [
        (each.label, each.address(case, duty.pk)) for each in DUTY_ACTS if may(case.officer, each.act, duty)
    ]
