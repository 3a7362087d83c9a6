"""What resolution asks of somebody: approvals, declarations, tasks, evidence to receive, clues handed back."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.queries import hidden_matters
from yixian.desk.waiting.line import Waiting, on_clue
from yixian.protection.officer import Officer
from yixian.protection.queries import may
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
    reviews_waiting,
    tasks_in_hand,
)
from yixian.resolution.reviewing import review_ruling
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.resolution.models import VerificationReport

NEXT_WORD = {
    ClueState.CONCLUDING: "提出处理结果、了结",
    ClueState.VERIFYING: "核查报告已退回，重新提交",
    ClueState.RECEIVED: "处置意见已退回，重新提出",
}


def approvals(officer: Officer, on: date) -> Iterator[Waiting]:
    """What later work asks the chief to decide; never what this chief proposed."""
    if not may(officer, "resolution.decide_disposal"):
        return
    hidden, me = hidden_matters(officer), officer.staff_id
    for each in pending_disposals(officer.organ_id).exclude(clue__matter__in=hidden):
        if each.proposed_by_id != me:
            yield on_clue("审批处置意见", each.clue, each.proposed_by.name, each.proposed_on)
    for report in pending_reports(officer.organ_id).exclude(clue__matter__in=hidden):
        if report.submitted_by_id != me:
            yield on_clue(_of_report(report), report.clue, report.submitted_by.name, report.submitted_on)
    for outcome in pending_outcomes(officer.organ_id).exclude(clue__matter__in=hidden):
        if outcome.proposed_by_id != me:
            yield on_clue("审批处理结果", outcome.clue, outcome.proposed_by.name, outcome.proposed_on)


def _of_report(report: "VerificationReport") -> str:
    """With what the county said, or that it has to be asked first."""
    reviews = list(report.county_reviews.all())
    if reviews:
        return f"审批核查报告（{reviews[-1].get_state_display()}）"
    return "审批核查报告（先报县审）" if review_ruling(report) else "审批核查报告"


def county_reviews(officer: Officer, on: date) -> Iterator[Waiting]:
    """What townships sent for review: to take, and to answer for whoever took it."""
    for each in reviews_waiting(officer):
        what = "答复县审" if each.reviewer_id == officer.staff_id else "接审：乡案县审"
        about = f"{each.report.clue.organ.name}线索（{each.report.clue.code}）"
        yield Waiting(what, about, reverse("desk:county_review", args=[each.uid]), since=each.asked_on)


def declarations(officer: Officer, on: date) -> Iterator[Waiting]:
    for each in declarations_awaited(officer.staff_id):
        yield on_clue("确认有无回避情形", each.verification.clue, "", None)


def verification_tasks(officer: Officer, on: date) -> Iterator[Waiting]:
    """The questions that this member is to find out, and the evidence that waits to be received."""
    for each in tasks_in_hand(officer.staff_id):
        clue = each.verification.clue
        if may(officer, "resolution.answer_task", each):
            href = reverse("desk:answer_task", args=[clue.pk, each.pk])
            late = "，已超过期限" if each.due_on < on else ""
            about = f"线索（{clue.code}）{each}，{cn_date(each.due_on)}前{late}"
            yield Waiting("答复核查任务", about, href, each.given_by.name, each.given_on)
    for offered in custody_offered(officer.staff_id):
        clue = offered.evidence.verification.clue
        if may(officer, "resolution.receive_custody", offered):
            href = reverse("desk:receive_custody", args=[clue.pk, offered.pk])
            by = offered.offered_by.name if offered.offered_by else ""
            yield Waiting("接收证据", f"线索（{clue.code}）{offered.evidence}", href, by, offered.offered_on)


def own_clues(officer: Officer, on: date) -> Iterator[Waiting]:
    """Clues on which another person has decided, and that wait for this officer's next word."""
    if not may(officer, "resolution.propose_outcome"):
        return
    met = clue_ledger(officer.organ_id, hidden=hidden_matters(officer), member=officer.staff_id)
    for each in handed_back(met, officer.staff_id):
        if not is_recused_from(each, officer.staff_id):
            yield on_clue(NEXT_WORD[ClueState(each.state)], each, "", None)


def rechecks(officer: Officer, on: date) -> Iterator[Waiting]:
    """暂存待查 whose day has come, for whoever meets the matter."""
    if may(officer, "resolution.propose_disposal"):
        for each in rechecks_due(officer.organ_id, on).exclude(clue__matter__in=hidden_matters(officer)):
            yield on_clue("暂存待查到期复查", each.clue, "", each.recheck_on)
