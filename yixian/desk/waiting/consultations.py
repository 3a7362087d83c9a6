"""What 联席会诊 asks of somebody: the quarter's meeting, materials, opinions, items to decide, duties to follow."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.actions import waiting_months
from yixian.assessment.enums import ConsultationState, ItemState
from yixian.assessment.queries import (
    consultation_of_quarter,
    consultations_ahead,
    current_materials,
    handled_matters,
    items_to_answer,
    items_waiting,
    met_items,
    open_duties,
    open_matters,
    open_seat_duties,
)
from yixian.desk.waiting.line import Waiting
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.regulations.consultation import quarter_of
from yixian.roster.enums import Role
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.assessment.models import AgendaItem, ConsultDuty

AHEAD = timedelta(days=7)
ASKED_FROM = 20
"""The day of a month from which its own follow-up is asked for; the months before are asked for at once."""
DESK = frozenset({Role.CLERK, Role.HANDLER, Role.CHIEF})


def quarters(officer: Officer, on: date) -> Iterator[Waiting]:
    """The quarter's meeting until it is held; whoever convenes or reminds is told, and what waits for it."""
    if not may(officer, "assessment.see_consultations"):
        return
    for each in consultations_ahead(officer):
        if officer.staff_id in each.bench_ids():
            yield Waiting(
                "联席会诊",
                _next(each.state, each.held_on, on, str(each)),
                _meeting(each.pk),
                since=each.held_on,
            )
    convenes = may(officer, "assessment.convene_consultation")
    reminds = (convenes or Role.CLERK in officer.roles) and open_matters(officer).exists()
    if reminds and consultation_of_quarter(officer.organ_id, on) is None:
        quarter, count = quarter_of(on), items_waiting(officer).count()
        waits = f"，有{count}个事项等待上会" if count else ""
        remind = "" if convenes else "，请提醒纪委书记"
        about = f"{quarter}还没有召集，{cn_date(quarter.last)}前召开{waits}{remind}"
        yield Waiting("每季度联席会诊", about, reverse("desk:consultations"))


def _next(state: str, held_on: date, on: date, name: str) -> str:
    if state == ConsultationState.SITTING:
        return f"{name}正在会诊，逐个议题公开意见、登记决定"
    if held_on <= on and state == ConsultationState.CALLED:
        return f"{name}到了会诊日期，请登记到会"
    return f"{name}，" + ("通知已发出" if state == ConsultationState.CALLED else "定好议程以后发出通知")


def _meeting(key: object) -> str:
    return reverse("desk:consultation", args=[key])


def _item(item: "AgendaItem") -> str:
    return reverse("desk:consultation_item", args=[item.pk])


def materials(officer: Officer, on: date) -> Iterator[Waiting]:
    """To be written by whoever handles the matter, and to be issued by the bench."""
    if not officer.roles & DESK:
        return
    items = list(met_items(officer).filter(state=ItemState.LISTED))
    written, mine = current_materials([each.pk for each in items]), handled_matters(officer)
    benches = {each.consultation_id: each.consultation for each in items if each.consultation}
    own = {key for key, held in benches.items() if officer.staff_id in held.bench_ids()}
    for item in items:
        material, about = written.get(item.pk), f"事项{item.matter.number}，{item.consultation}"
        if material is None and item.matter_id in mine:
            yield Waiting("起草会诊材料", about, _item(item), since=item.asked_on)
        if material is not None and item.consultation_id in own:
            by, since = material.written_by.name, material.written_on
            yield Waiting("审定会诊材料", about, _item(item), by, since)


def opinions(officer: Officer, on: date) -> Iterator[Waiting]:
    """From this officer's own place in a meeting."""
    if not may(officer, "assessment.take_seat"):
        return
    for item in items_to_answer(officer):
        about = (
            f"{item.consultation}{item}，{cn_date(item.consultation.held_on)}会诊"
            if item.consultation
            else ""
        )
        yield Waiting("提会诊意见", about, reverse("desk:seat_item", args=[item.pk]))


def duties(officer: Officer, on: date) -> Iterator[Waiting]:
    """Those that are due about now or whose month was not recorded: the own ones, and for the office all it handles."""
    if not may(officer, "assessment.take_seat"):
        return
    own = list(open_seat_duties(officer))
    for duty in own:
        if told := _asked(duty, on):
            yield Waiting(
                "落实会诊任务", told, reverse("desk:seat_item", args=[duty.item_id]), since=duty.due_on
            )
    seen, mine = {each.pk for each in own}, handled_matters(officer)
    for duty in open_duties(officer):
        follows = Role.CHIEF in officer.roles or duty.item.matter_id in mine
        if duty.pk not in seen and follows and (told := _asked(duty, on)):
            yield Waiting("跟踪会诊任务", f"{duty.unit_name}：{told}", _item(duty.item), since=duty.due_on)


def _asked(duty: "ConsultDuty", on: date) -> str:
    """What is asked of the duty now; empty while nothing is."""
    first = on.replace(day=1)
    late = [each for each in waiting_months(duty, on) if each < first or on.day >= ASKED_FROM]
    told = [f"{each.month}月的情况还没有登记" for each in late]
    if duty.due_on < on:
        told.append("已超期")
    elif duty.due_on <= on + AHEAD:
        told.append(f"{cn_date(duty.due_on)}到期")
    return f"议题{duty.item.position}，" + "，".join(told) if told else ""
