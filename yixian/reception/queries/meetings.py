"""The four ways on the timeline of a report, and each for the panels of the desk. Nothing of them is opened here."""

from collections.abc import Iterator

from django.db.models import Prefetch, Q, QuerySet

from yixian.reception.enums import AppointmentState, HalfDay, OutingState
from yixian.reception.models import (
    Accompaniment,
    Appointment,
    AppointmentStep,
    Attachment,
    FollowUp,
    Outing,
    Report,
)
from yixian.reception.queries.entry import TimelineEntry

FILES = Prefetch("files", Attachment.objects.order_by("position"))


def outings_of(report: Report) -> QuerySet[Outing]:
    """Those planned for it, and those that were about it too."""
    found = Outing.objects.filter(Q(report=report) | Q(also_about=report)).distinct()
    ready = found.select_related("report", "planned_by", "recorded_by").prefetch_related("goers", FILES)
    return ready.order_by("goes_on", "pk")


def appointments_of(report: Report) -> QuerySet[Appointment]:
    found = Appointment.objects.filter(report=report).select_related("report", "offered_by", "host")
    steps = Prefetch("steps", AppointmentStep.objects.order_by("pk"))
    return found.prefetch_related(steps, FILES).order_by("offered_on", "pk")


def accompaniments_of(report: Report) -> QuerySet[Accompaniment]:
    found = Accompaniment.objects.filter(report=report).select_related("report", "planned_by", "goer")
    return found.prefetch_related(FILES).order_by("planned_on", "pk")


def follow_ups_of(report: Report) -> QuerySet[FollowUp]:
    found = FollowUp.objects.filter(report=report).select_related("report", "owner", "added_by", "done_by")
    return found.order_by("due_on", "pk")


def meetings(report: Report) -> Iterator[TimelineEntry]:
    """Seven queries at most, however many meetings there were."""
    for outing in outings_of(report):
        yield from _outing(outing)
    for appointment in appointments_of(report):
        yield from _appointment(appointment)
    for accompaniment in accompaniments_of(report):
        yield from _accompaniment(accompaniment)
    for follow_up in follow_ups_of(report):
        yield from _follow_up(follow_up)


def _outing(outing: Outing) -> Iterator[TimelineEntry]:
    day, goers = outing.goes_on, "、".join(sorted(each.name for each in outing.goers.all()))
    planned = f"安排下访（{day.month}月{day.day}日，{goers}）"
    yield TimelineEntry(outing.planned_on, planned, outing.planned_by.name, "reception.plan_outing")
    if outing.state == OutingState.DONE and outing.went_on and outing.recorded_by:
        done = f"下访：{outing.get_result_display()}"
        yield TimelineEntry(outing.went_on, done, outing.recorded_by.name, "reception.record_outing")
    if outing.cancelled_on:
        yield TimelineEntry(outing.cancelled_on, "下访未成行", act="reception.cancel_outing")


OFFERED = {
    AppointmentState.OFFERED: "约访",
    AppointmentState.COUNTERED: "约访：对方另提了时间",
    AppointmentState.AGREED: "约访：约定",
    AppointmentState.HELD: "约访见面",
    AppointmentState.CLOSED: "约访没有约成",
}


def _appointment(appointment: Appointment) -> Iterator[TimelineEntry]:
    """From its steps. Only the offer has a name beside it: everything later may be the person's own."""
    for number, step in enumerate(appointment.steps.all()):
        who = appointment.offered_by.name if number == 0 else ""
        label, act = OFFERED[AppointmentState(step.state)], "reception.offer_appointment"
        day = step.meets_on
        if day is not None and step.state != AppointmentState.HELD:
            label += f"（{day.month}月{day.day}日{HalfDay(step.half).label}）"
        yield TimelineEntry(step.taken_on, label, who, act if number == 0 else "reception.note_answer")


def _accompaniment(each: Accompaniment) -> Iterator[TimelineEntry]:
    kind = each.get_kind_display()
    consented = f"陪访代办：本人同意{kind}（{each.get_consent_way_display()}）"
    yield TimelineEntry(each.planned_on, consented, each.planned_by.name, "reception.plan_accompaniment")
    if each.went_on:
        yield TimelineEntry(each.went_on, kind, each.goer.name, "reception.record_accompaniment")
    if each.answered_on:
        label = "陪访代办：对方单位答复"
        yield TimelineEntry(each.answered_on, label, act="reception.note_office_answer")
    if each.viewed_on:
        label = f"对方单位的答复，本人{each.get_view_display()}"
        yield TimelineEntry(each.viewed_on, label, act="reception.note_answer_view")


def _follow_up(each: FollowUp) -> Iterator[TimelineEntry]:
    due = each.due_on
    label = f"后续事项：由{each.owner.name}在{due.month}月{due.day}日前完成"
    yield TimelineEntry(each.added_on, label, each.added_by.name, "reception.add_follow_up")
    if each.done_on and each.done_by:
        late = "（逾期）" if each.done_on > due else ""
        label = f"后续事项完成{late}"
        yield TimelineEntry(each.done_on, label, each.done_by.name, "reception.finish_follow_up")
