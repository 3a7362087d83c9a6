"""What reception asks of somebody: people who wait, hand-overs, boxes, scans, terms, and promises of the day."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from yixian.desk.waiting.line import Waiting
from yixian.protection.officer import Officer
from yixian.reception.queries import (
    appointments_due,
    askers_of,
    boxes_to_confirm,
    callbacks_due,
    follow_ups_due,
    handed_to_me,
    needs_now,
    outings_due,
    refused_by_others,
    refused_changes,
    scans_waiting,
    waiting_changes,
)
from yixian.regulations.terms import term
from yixian.toolkit.wording import cn_date


def hand_overs(officer: Officer, on: date) -> Iterator[Waiting]:
    asked = list(handed_to_me(officer))
    askers = askers_of(asked)
    for each in asked:
        href = reverse("desk:accept_hand_over", args=[each.report_id])
        about = f"来件{each.report}（{each.get_why_display()}）"
        yield Waiting("接手承办", about, href, askers.get(each.pk, ""), each.since_on)


def refused_hand_overs(officer: Officer, on: date) -> Iterator[Waiting]:
    """What came back to its owner: to ask somebody else, or to handle it."""
    for each in refused_by_others(officer, on):
        href = reverse("desk:dossier", args=[each.report_id])
        about = f"来件{each.report}（{each.get_refused_because_display()}）"
        yield Waiting("移交被退回", about, href, each.staff.name, each.until_on)


def people_at_the_door(officer: Officer, on: date) -> Iterator[Waiting]:
    """Help that somebody who came still waits for."""
    for each in needs_now(officer):
        href = reverse("desk:dossier", args=[each.visit.report_id])
        yield Waiting("来访人眼下需要", f"{each}（来件{each.visit.report}）", href, since=each.noted_on)


def callbacks(officer: Officer, on: date) -> Iterator[Waiting]:
    for each in callbacks_due(officer, on):
        href = reverse("desk:dossier", args=[each.report_id])
        yield Waiting("回拨约定", f"{each}（来件{each.report}）", href, since=each.due_on)


def boxes(officer: Officer, on: date) -> Iterator[Waiting]:
    for each in boxes_to_confirm(officer):
        href = reverse("desk:confirm_box", args=[each.pk])
        yield Waiting(
            "确认开箱记录", f"{each.village}，{each.items}件", href, each.first_opener.name, each.opened_on
        )


def scans(officer: Officer, on: date) -> Iterator[Waiting]:
    """Letters on the glass that are no reports yet: the clocks of the law count from the day they came."""
    for each in scans_waiting(officer):
        about = f"{len(each.pages)}页，已校对{each.checked}页"
        href = reverse("desk:scan", args=[each.scan.pk])
        yield Waiting("登记扫描的来信", about, href, each.scan.scanned_by.name, each.scan.received_on)


def clock_changes(officer: Officer, on: date) -> Iterator[Waiting]:
    for each in waiting_changes(officer):
        about = f"来件{each.clock.report}，{term(each.clock.term_key).name}"
        href = reverse("desk:decide_clock_change", args=[each.clock.report_id, each.pk])
        yield Waiting(
            f"审批{each.get_kind_display()}", about, href, each.requested_by.name, each.requested_on
        )


def refused_changes_of_clocks(officer: Officer, on: date) -> Iterator[Waiting]:
    """What was asked for and not granted: the old day holds, and why stands in the dossier."""
    for each in refused_changes(officer, on):
        href = reverse("desk:dossier", args=[each.clock.report_id])
        about = f"来件{each.clock.report}，{term(each.clock.term_key).name}，{cn_date(each.clock.due_on)}到期"
        by = each.approved_by.name if each.approved_by else ""
        yield Waiting(f"{each.get_kind_display()}没有批准", about, href, by, each.decided_on)


def promised_meetings(officer: Officer, on: date) -> Iterator[Waiting]:
    """What this officer promised people for today or earlier: a duty, a visit to the place, an appointment."""
    for duty in follow_ups_due(officer, on):
        href = reverse("desk:finish_follow_up", args=[duty.report_id, duty.pk])
        yield Waiting("后续事项到期", f"来件{duty.report}", href, since=duty.due_on)
    for outing in outings_due(officer, on):
        href = reverse("desk:record_outing", args=[outing.report_id, outing.pk])
        yield Waiting("下访，去过请记录", f"来件{outing.report}", href, since=outing.goes_on)
    for each in appointments_due(officer, on):
        href = reverse("desk:dossier", args=[each.report_id])
        what = "约访：对方另提了时间" if each.proposed_on else "约访见面，见过请记录"
        yield Waiting(what, f"来件{each.report}", href, since=each.meets_on)
