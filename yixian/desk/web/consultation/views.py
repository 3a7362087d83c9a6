"""/desk/consultations: the meetings by quarter with what is still open; one meeting; one item of its agenda."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.assessment.enums import ConsultationState, DutyState, ItemState
from yixian.assessment.queries import (
    consultation_of_quarter,
    consultations_of,
    items_waiting,
    materials_of,
    met_items,
    open_duties,
)
from yixian.desk.consultation_case import ItemCase, MeetingCase, due_of_duty, duty_line
from yixian.desk.web.consultation.base import item_case_or_404, meeting_case_or_404
from yixian.desk.web.consultation.duty_acts import DUTY_ACTS, DecideItem, ways_of
from yixian.desk.web.consultation.item_acts import (
    DeferItem,
    IssueMaterial,
    NoteSeatRecusal,
    OpenOpinions,
    PrintMaterial,
    RecordOpinion,
    TakeOffItem,
    WriteMaterial,
)
from yixian.desk.web.consultation.meeting_acts import ACTS, PrintInvitation, UninviteUnit
from yixian.desk.web.frame import officer_of
from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.texts import SLOT
from yixian.protection.web.door import permit
from yixian.regulations.consultation import quarter_of, quorum_sentence
from yixian.toolkit.pieces import Fact
from yixian.toolkit.today import today
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.assessment.models import AgendaItem, Consultation

ON_A_PAGE = 20
TONES = {
    ItemState.WAITING: "waiting",
    ItemState.LISTED: "waiting",
    ItemState.ISSUED: "active",
    ItemState.OPENED: "active",
    ItemState.DECIDED: "active",
    ItemState.SETTLED: "done",
    ItemState.DEFERRED: "stopped",
    ItemState.TAKEN_OFF: "stopped",
}
MEETING_TONES = {ConsultationState.CLOSED: "done", ConsultationState.CANCELLED: "stopped"}
ITEM_ACTS = (
    WriteMaterial,
    IssueMaterial,
    PrintMaterial,
    NoteSeatRecusal,
    OpenOpinions,
    DecideItem,
    DeferItem,
    TakeOffItem,
)


@permit("assessment.see_consultations", reads_only=True)
def consultations(request: HttpRequest) -> HttpResponse:
    """Each meeting with its items and duties that are not done; what waits for the next; and the open duties."""
    officer, on = officer_of(request), today()
    page = Paginator(consultations_of(officer), ON_A_PAGE).get_page(request.GET.get("page"))
    waiting = list(items_waiting(officer))
    duties = list(open_duties(officer))
    titles = open_seals(by=officer, seals=[each.matter.title for each in waiting], slot=SLOT)
    context = {
        "page": page,
        "lines": _lines(officer, list(page.object_list), [each.item.consultation_id for each in duties]),
        "quarter": quarter_of(on),
        "held": consultation_of_quarter(officer.organ_id, on),
        "convenes": may(officer, "assessment.convene_consultation"),
        "waiting": [(each, titles.get(each.matter.title, "")) for each in waiting],
        "duties": [(each, due_of_duty(each, on)) for each in duties],
    }
    return render(request, "desk/consultation/consultations.html", context)


def _lines(
    officer: Officer, held: "Sequence[Consultation]", duties: Sequence[UUID | None]
) -> list[dict[str, Any]]:
    found = _items_by_meeting(officer, held)
    return [
        {
            "meeting": each,
            "tone": MEETING_TONES.get(ConsultationState(each.state), "active"),
            "items": len(found.get(each.pk, [])),
            "undecided": sum(item.state in UNDECIDED for item in found.get(each.pk, [])),
            "settled": sum(item.state == ItemState.SETTLED for item in found.get(each.pk, [])),
            "duties": list(duties).count(each.pk),
        }
        for each in held
    ]


UNDECIDED = (ItemState.LISTED, ItemState.ISSUED, ItemState.OPENED)


def _items_by_meeting(
    officer: Officer, held: "Sequence[Consultation]"
) -> "dict[UUID | None, list[AgendaItem]]":
    found: dict[UUID | None, list[AgendaItem]] = {}
    for item in met_items(officer).filter(consultation__in=held).exclude(state=ItemState.TAKEN_OFF):
        found.setdefault(item.consultation_id, []).append(item)
    return found


@permit("assessment.see_consultations", reads_only=True)
def consultation(request: HttpRequest, consultation_id: UUID) -> HttpResponse:
    case = meeting_case_or_404(officer_of(request), consultation_id)
    titles = open_seals(by=case.officer, seals=[each.matter.title for each in case.items], slot=SLOT)
    ways = _ways(case)
    context = {
        "case": case,
        "meeting": case.consultation,
        "facts": facts_of(case),
        "tone": MEETING_TONES.get(case.state, "active"),
        "items": [
            (each, titles.get(each.matter.title, ""), TONES[ItemState(each.state)]) for each in case.items
        ],
        "seats": [(each, ways[each.pk]) for each in case.seats],
        "waiting": items_waiting(case.officer).count(),
        "quorum": quorum_sentence(),
        "acts": [each.as_act(case) for each in ACTS if each.stands(case)],
    }
    return render(request, "desk/consultation/consultation.html", context)


def facts_of(case: MeetingCase) -> list[Fact]:
    held = case.consultation
    at = f"{cn_date(held.held_on)} {held.starts_at:%H:%M}"
    return [
        Fact("时间", at),
        Fact("地点", held.place),
        Fact("记录人", held.recorder.name),
        Fact("召集", f"{held.convened_by.name}，{cn_date(held.convened_on)}"),
        *([Fact("发出通知", cn_date(held.called_on))] if held.called_on else []),
        *([Fact("开会", cn_date(held.opened_on))] if held.opened_on else []),
        *([Fact(held.get_state_display(), cn_date(held.closed_on))] if held.closed_on else []),
    ]


def _ways(case: MeetingCase) -> dict[int, list[tuple[str, str]]]:
    """Place on the list → what may be done about it; the bench is asked once for all."""
    offered = [
        each for each in (UninviteUnit, PrintInvitation) if case.state in each.states and case.may(each.act)
    ]
    return {
        seat.pk: [
            (each.label, each.address(case, seat.pk))
            for each in offered
            if each is not PrintInvitation or seat.letter is not None
        ]
        for seat in case.seats
    }


@permit("assessment.see_consultations", reads_only=True)
def item(request: HttpRequest, item_id: UUID) -> HttpResponse:
    case = item_case_or_404(officer_of(request), item_id)
    content = case.content
    context = {
        "case": case,
        "item": case.item,
        "tone": TONES[ItemState(case.item.state)],
        "reason": content.said(case.item.reason),
        "material": content.material,
        "text": content.said(content.material.text) if content.material else "",
        "versions": materials_of(case.item).count(),
        "recusals": list(case.item.recusals.select_related("invitee").order_by("pk")),
        "opinions": _opinions(case),
        "decision": content.said(case.item.decision),
        "ended": content.said(case.item.ended_reason),
        "duties": [
            duty_line(content, each, case.on, ways_of(case, each, DUTY_ACTS)) for each in content.duties
        ],
        "undone": sum(each.state == DutyState.OPEN for each in content.duties),
        "quorum": quorum_sentence(),
        "own_seat": _own_seat(case),
        "acts": [each.as_act(case) for each in ITEM_ACTS if each.stands(case)],
    }
    return render(request, "desk/consultation/item.html", context)


def _own_seat(case: ItemCase) -> str:
    """The own place, for whoever of the office sits in the meeting and may still give an opinion."""
    said = {each.invitee.staff_id for each in case.content.opinions}
    ready = case.item.state == ItemState.ISSUED and case.officer.staff_id not in said
    called = case.item.consultation is not None and case.item.consultation.called_on is not None
    seated = ready and called and may(case.officer, "assessment.take_seat", case.item)
    return reverse("desk:seat_item", args=[case.item.pk]) if seated else ""


def _opinions(case: ItemCase) -> list[dict[str, Any]]:
    """One line for each who sits for the item: what was said once it is open, and before that only whether."""
    given = {each.invitee_id: each for each in case.content.opinions}
    takes_down = case.item.state == ItemState.ISSUED and case.may(RecordOpinion.act)
    lines = []
    for seat in case.sitting if case.item.position else []:
        opinion = given.get(seat.pk)
        guest = seat.staff_id is None and opinion is None and takes_down
        lines.append(
            {
                "seat": seat,
                "opinion": opinion,
                "words": case.content.said(opinion.words) if opinion else "",
                "href": RecordOpinion.address(case, seat.pk) if guest else "",
            }
        )
    return lines
