"""/desk/duty: the month, planning, swapping, cancelling."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yixian.desk.web.duty.forms import CancelForm, PlanForm, SwapForm
from yixian.desk.web.frame import officer_of, tried
from yixian.desk.web.month import Month
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.reception.actions import cancel_duty, plan_duty, swap_duty
from yixian.reception.duty import day_word, gaps, weekday_word
from yixian.reception.enums import DutyChangeReason
from yixian.reception.queries import cancelled_between, duty_between, duty_shift
from yixian.roster.queries import working_calendar
from yixian.toolkit.today import today
from yixian.toolkit.wording import cn_date_long

if TYPE_CHECKING:
    from yixian.reception.models import DutyShift

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DutyDay:
    """One line of the month. ``word`` says why it is no plain working day."""

    on: date
    weekday: str
    word: str
    shifts: list["DutyShift"]
    is_gap: bool


@permit("reception.list_reports", reads_only=True)
def month(request: HttpRequest) -> HttpResponse:
    officer, on = officer_of(request), today()
    shown = Month.read(request.GET.get("month", ""), on)
    days = days_of(officer, shown)
    context = {
        "month": shown,
        "days": days,
        "on": on,
        "count": sum(len(day.shifts) for day in days),
        "gaps": [day.on for day in days if day.is_gap],
        "cancelled": cancelled_between(officer.organ_id, shown.first, shown.last),
        "may_plan": may(officer, "reception.plan_duty"),
        "provisional": not working_calendar().is_published(shown.first.year),
    }
    return render(request, "desk/duty/month.html", context)


def days_of(officer: Officer, shown: Month) -> list[DutyDay]:
    """Every day of the month on which somebody receives, or somebody should."""
    calendar = working_calendar()
    by_day: dict[date, list[DutyShift]] = {}
    for shift in duty_between(officer.organ_id, shown.first, shown.last):
        by_day.setdefault(shift.on, []).append(shift)
    empty = set(gaps(shown.first, shown.last, by_day, calendar))
    every = (shown.first + ONE_DAY * number for number in range((shown.last - shown.first).days + 1))
    return [
        DutyDay(day, weekday_word(day), day_word(day, calendar), by_day.get(day, []), day in empty)
        for day in every
    ]


@permit("reception.plan_duty")
def plan(request: HttpRequest) -> HttpResponse:
    officer = officer_of(request)
    form = PlanForm(request.POST or None, officer=officer, initial=_usual(today()))
    if request.method == "POST" and form.is_valid():
        made = tried(form, lambda: plan_duty(by=officer, plan=form.plan(), on=today()))
        if made is not None:
            messages.success(request, f"已排 {len(made)} 班，节假日已经跳过。")
            return redirect(_month_address(made[0].on))
    return render(request, "desk/duty/plan.html", {"form": form})


def _usual(on: date) -> dict[str, Any]:
    """What most offices plan: the rest of the month, every working day, in office hours."""
    last = Month.read("", on).last
    return {
        "kind": "staff",
        "first": on,
        "last": last,
        "weekdays": ["0", "1", "2", "3", "4"],
        "make_up": True,
        "opens": "08:30",
        "closes": "17:30",
    }


@permit("reception.swap_duty")
def swap(request: HttpRequest, shift_id: int) -> HttpResponse:
    officer = officer_of(request)
    shift = _shift_or_404(officer, shift_id)
    form = SwapForm(request.POST or None, officer=officer, now_id=shift.staff_id)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        reason = DutyChangeReason(typed["reason"])
        swapped = tried(
            form, lambda: swap_duty(by=officer, shift=shift, to_id=typed["to"], reason=reason, on=today())
        )
        if swapped is not None:
            messages.success(request, "换班已登记。")
            return redirect(_month_address(shift.on))
    return _one(request, shift, form, "换班", "登记换班")


@permit("reception.cancel_duty")
def cancel(request: HttpRequest, shift_id: int) -> HttpResponse:
    officer = officer_of(request)
    shift = _shift_or_404(officer, shift_id)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = DutyChangeReason(form.cleaned_data["reason"])
        done = tried(form, lambda: cancel_duty(by=officer, shift=shift, reason=reason, on=today()))
        if done is not None:
            messages.success(request, "这一班已取消，举报窗口不再显示。")
            return redirect(_month_address(shift.on))
    return _one(request, shift, form, "取消值班", "取消这一班")


def _one(request: HttpRequest, shift: "DutyShift", form: Any, title: str, button: str) -> HttpResponse:
    context = {
        "shift": shift,
        "form": form,
        "title": title,
        "button": button,
        "when": cn_date_long(shift.on),
        "back": _month_address(shift.on),
    }
    return render(request, "desk/duty/change.html", context)


def _shift_or_404(officer: Officer, shift_id: int) -> "DutyShift":
    shift = duty_shift(officer.organ_id, shift_id)
    if shift is None:
        raise Http404
    return shift


def _month_address(day: date) -> str:
    return f"{reverse('desk:duty')}?month={day:%Y-%m}"
