"""What waits for this officer's own word: a hand-over, a confirmation, an approval, a declaration.

One line each, of one shape, so that the page of today is one list. A line whose page is not there yet leads to
the dossier of its matter.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from yixian.assessment.queries import (
    crossings_waiting,
    hidden_matters,
    monthly_screening,
    open_matters,
    open_screenings,
    plan_steps_due,
    undecided_rows,
)
from yixian.protection.actions import keys_awaited
from yixian.protection.officer import Officer
from yixian.protection.queries import may, open_alerts, pending_identity_requests
from yixian.reception.queries import (
    appointments_due,
    askers_of,
    boxes_to_confirm,
    callbacks_due,
    follow_ups_due,
    handed_to_me,
    identities_left_behind,
    identities_to_send,
    needs_now,
    outings_due,
    scans_waiting,
    waiting_changes,
)
from yixian.regulations.terms import term
from yixian.resolution.enums import ClueState
from yixian.resolution.queries import (
    clue_ledger,
    custody_offered,
    declarations_awaited,
    handed_back,
    is_recused_from,
    pending_disposals,
    pending_outcomes,
    pending_reports,
    rechecks_due,
    tasks_in_hand,
)
from yixian.roster.enums import Role
from yixian.toolkit.wording import cn_date


@dataclass(frozen=True, slots=True)
class Waiting:
    """``what`` is the act that is asked for, ``about`` on what, ``by`` who asked, ``since`` when."""

    what: str
    about: str
    href: str
    by: str = ""
    since: date | None = None


def waiting_for(officer: Officer, on: date) -> list[Waiting]:
    """Everything that waits, in the order of the work."""
    return [line for source in SOURCES for line in source(officer, on)]


def hand_overs(officer: Officer, on: date) -> Iterator[Waiting]:
    asked = list(handed_to_me(officer))
    askers = askers_of(asked)
    for each in asked:
        href = reverse("desk:accept_hand_over", args=[each.report_id])
        about = f"来件{each.report}（{each.get_why_display()}）"
        yield Waiting("接手承办", about, href, askers.get(each.pk, ""), each.since_on)


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


def approvals(officer: Officer, on: date) -> Iterator[Waiting]:
    """What later work asks the chief to decide; never what this chief proposed."""
    if not may(officer, "resolution.decide_disposal"):
        return
    hidden, me = hidden_matters(officer), officer.staff_id
    for each in pending_disposals(officer.organ_id).exclude(clue__matter__in=hidden):
        if each.proposed_by_id != me:
            yield _on_clue("审批处置意见", each.clue, each.proposed_by.name, each.proposed_on)
    for report in pending_reports(officer.organ_id).exclude(clue__matter__in=hidden):
        if report.submitted_by_id != me:
            yield _on_clue("审批核查报告", report.clue, report.submitted_by.name, report.submitted_on)
    for outcome in pending_outcomes(officer.organ_id).exclude(clue__matter__in=hidden):
        if outcome.proposed_by_id != me:
            yield _on_clue("审批处理结果", outcome.clue, outcome.proposed_by.name, outcome.proposed_on)


def declarations(officer: Officer, on: date) -> Iterator[Waiting]:
    for each in declarations_awaited(officer.staff_id):
        yield _on_clue("确认有无回避情形", each.verification.clue, "", None)


def verification_tasks(officer: Officer, on: date) -> Iterator[Waiting]:
    """The questions that this member is to find out, and the evidence that waits to be received."""
    for each in tasks_in_hand(officer.staff_id):
        clue = each.verification.clue
        if may(officer, "resolution.answer_task", each) and not is_recused_from(clue, officer.staff_id):
            href = reverse("desk:answer_task", args=[clue.pk, each.pk])
            late = "，已超过期限" if each.due_on < on else ""
            about = f"线索（{clue.code}）{each}，{cn_date(each.due_on)}前{late}"
            yield Waiting("答复核查任务", about, href, each.given_by.name, each.given_on)
    for offered in custody_offered(officer.staff_id):
        clue = offered.evidence.verification.clue
        if may(officer, "resolution.receive_custody", offered) and not is_recused_from(
            clue, officer.staff_id
        ):
            href = reverse("desk:receive_custody", args=[clue.pk, offered.pk])
            by = offered.offered_by.name if offered.offered_by else ""
            yield Waiting("接收证据", f"线索（{clue.code}）{offered.evidence}", href, by, offered.offered_on)


NEXT_WORD = {
    ClueState.CONCLUDING: "提出处理结果、了结",
    ClueState.VERIFYING: "核查报告已退回，重新提交",
    ClueState.RECEIVED: "处置意见已退回，重新提出",
}


def own_clues(officer: Officer, on: date) -> Iterator[Waiting]:
    """Clues on which another person has decided, and that wait for this officer's next word."""
    if not may(officer, "resolution.propose_outcome"):
        return
    met = clue_ledger(officer.organ_id, hidden=hidden_matters(officer), member=officer.staff_id)
    for each in handed_back(met, officer.staff_id):
        if not is_recused_from(each, officer.staff_id):
            yield _on_clue(NEXT_WORD[ClueState(each.state)], each, "", None)


def crossings(officer: Officer, on: date) -> Iterator[Waiting]:
    """片区交叉办理 that waits for the county's decision or for this side's answer."""
    for each in crossings_waiting(officer):
        own = each.organ_id == officer.organ_id
        what = (AT_THE_COUNTY if own else _asked_of(each, officer))[each.state]
        about = f"来件{each.report}" if own else f"主办{each.lead.name}，协办{each.second.name}"
        since = each.returned_on or each.answered_on or each.offered_on or each.proposed_on
        by = each.proposed_by.name if own else ""
        yield Waiting(what, about, reverse("desk:crossing", args=[each.uid]), by, since)


AT_THE_COUNTY = {
    "proposed": "决定交叉办理人选",
    "accepted": "送交交叉办理的件",
    "returned": "交叉办理已报结果",
}


def _asked_of(crossing: Any, officer: Officer) -> dict[str, str]:
    clears = officer.staff_id in crossing.pair_ids() and crossing.cleared_on(officer.staff_id) is None
    asked = "交叉办理：确认有无回避情形" if clears else "答复交叉办理"
    return {"offered": asked, "under_way": "交叉办理，办完请报结果"}


def rechecks(officer: Officer, on: date) -> Iterator[Waiting]:
    """暂存待查 whose day has come, for whoever meets the matter."""
    if may(officer, "resolution.propose_disposal"):
        for each in rechecks_due(officer.organ_id, on).exclude(clue__matter__in=hidden_matters(officer)):
            yield _on_clue("暂存待查到期复查", each.clue, "", each.recheck_on)


def identities(officer: Officer, on: date) -> Iterator[Waiting]:
    for each in pending_identity_requests(officer):
        href = reverse("desk:decide_identity", args=[each.pk])
        yield Waiting("审批查看举报人身份", "身份申请", href, each.asked_by.name, each.asked_at.date())
    for envelope in identities_to_send(officer):
        href = reverse("desk:envelopes")
        yield Waiting("转交举报人身份", f"信封，报送{envelope.sent_to}", href, since=envelope.received_on)
    for left in identities_left_behind(officer):
        about = f"来件，已转{left.below.organ}"
        yield Waiting("转交举报人身份", about, reverse("desk:envelopes"), since=left.below.received_on)


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


def plan_steps(officer: Officer, on: date) -> Iterator[Waiting]:
    """Steps of a plan that this officer answers for, a week before they are due."""
    for each in plan_steps_due(officer, on + STEPS_AHEAD):
        href = reverse("desk:finish_plan_step", args=[each.matter_id, each.pk])
        late = "，已超期" if each.due_on < on else ""
        yield Waiting("办理化解方案步骤", f"事项{each.matter.number}，{each}{late}", href, since=each.due_on)


def screenings(officer: Officer, on: date) -> Iterator[Waiting]:
    """The month's session, until it is held; and every session that this officer called and has not ended."""
    if not may(officer, "assessment.see_screening"):
        return
    for each in open_screenings(officer):
        count = undecided_rows(officer, each).count()
        about = f"{each}，还有{count}个事项没有决定" if count else f"{each}，全部决定，可以结束"
        yield Waiting("排查研判", about, reverse("desk:screening", args=[each.pk]), since=each.opened_on)
    reminds = officer.roles & {Role.CHIEF, Role.CLERK} and open_matters(officer).exists()
    if reminds and monthly_screening(officer.organ_id, on) is None:
        calls = may(officer, "assessment.open_monthly_screening")
        about = "本月还没有召集" if calls else "本月还没有召集，请提醒纪委书记"
        yield Waiting("每月排查", about, reverse("desk:screenings"))


def keys(officer: Officer, on: date) -> Iterator[Waiting]:
    """Colleagues who cannot work before somebody hands them their keys."""
    if may(officer, "protection.hand_keys"):
        for each in keys_awaited(officer):
            yield Waiting("交付密钥", each.name, reverse("desk:keys"))


def alerts(officer: Officer, on: date) -> Iterator[Waiting]:
    for each in open_alerts(officer):
        href = address("desk:alerts", fallback=reverse("desk:today"))
        yield Waiting("提醒", each.get_kind_display(), href, since=each.raised_at.date())


Source = Callable[[Officer, date], Iterator[Waiting]]
SOURCES: tuple[Source, ...] = (
    people_at_the_door,
    alerts,
    hand_overs,
    callbacks,
    boxes,
    scans,
    clock_changes,
    approvals,
    declarations,
    verification_tasks,
    own_clues,
    crossings,
    rechecks,
    identities,
    promised_meetings,
    plan_steps,
    screenings,
    keys,
)
STEPS_AHEAD = timedelta(days=7)


def _on_clue(what: str, clue: Any, by: str, since: date | None) -> Waiting:
    matter: UUID = clue.matter_id
    href = address("desk:clue", clue.pk, fallback=reverse("desk:matter", args=[matter]))
    return Waiting(what, f"线索（{clue.code}）", href, by, since)


def address(page: str, *args: object, fallback: str) -> str:
    """The page, or where to go while it does not exist."""
    try:
        return reverse(page, args=args)
    except NoReverseMatch:
        return fallback
