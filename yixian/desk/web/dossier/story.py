"""The middle column: what happened, newest first, composed from what each house remembers.

A source is a function of the case; later work adds its own to ``SOURCES``.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.enums import StepState, SupervisionState, TransferReply
from yixian.assessment.queries import (
    arrival_of,
    crossings_of,
    current_links,
    decisions_of,
    duties_of,
    items_of_matter,
    steps_of,
    supervisions_of_all,
    transfer_in_of,
)
from yixian.desk.case import Case
from yixian.desk.siblings import sibling_reports
from yixian.reception.queries import registered_reports, timeline
from yixian.reception.workflow import STEPS
from yixian.regulations.jurisdiction import JurisdictionKind
from yixian.resolution.enums import Decision
from yixian.resolution.queries import (
    archive_file_of,
    completions_of,
    evidence_of,
    lapsed_completions,
    reopenings_of,
    talks_of,
    tasks_of,
)
from yixian.toolkit.pieces import Event

if TYPE_CHECKING:
    from yixian.assessment.models import AgendaItem, Arrival, Transfer
    from yixian.resolution.models import Clue

BEGINS = "起算期限"
"""The running clocks stand in the left column; their start is no event of the story."""

Told = tuple[str, Event]
"""An event with the act that made it."""
Source = Callable[[Case], Iterator[Told]]
WORK = (
    ("reception.submit_web_report",),
    ("reception.deliver_report", "reception.take_in_parcel"),
    tuple(step.act for step in STEPS if step.act.startswith("reception.register_")),
    ("assessment.classify_report",),
    ("assessment.decide_jurisdiction",),
    ("reception.accept_report", "reception.decline_report", "reception.keep_as_repeat"),
    ("reception.take_up_kept", "reception.send_up_as_envelope"),
    ("assessment.open_matter", "assessment.link_report"),
    ("reception.issue_notice", "reception.make_promise"),
    ("reception.hand_over",),
    ("reception.accept_hand_over",),
    ("reception.pass_on_report", "assessment.transfer_out"),
    ("reception.take_back_report", "assessment.record_acceptance", "assessment.record_refusal"),
    ("reception.plan_outing", "reception.offer_appointment", "reception.plan_accompaniment"),
    ("reception.record_outing", "reception.note_answer", "reception.record_accompaniment"),
    ("reception.note_office_answer", "reception.note_answer_view", "reception.cancel_outing"),
    ("reception.add_follow_up", "reception.finish_follow_up"),
    ("assessment.decide_screened", "assessment.make_plan", "assessment.finish_plan_step"),
    ("",),
    ("resolution.open_clue", "resolution.propose_disposal", "resolution.end_inquiry"),
    ("resolution.submit_report", "assessment.record_result"),
    ("reception.give_feedback",),
    ("reception.record_view", "reception.rule_on_objection"),
    ("reception.reopen_report", "reception.rate_handling"),
    ("resolution.record_completion",),
    ("resolution.close_matter",),
    ("resolution.archive_matter", "resolution.supplement_file"),
)
"""The order of the work: records keep days and no hours, so that what happened on one day is told in it. Within
a line the order is that of the records; an act that stands in none, such as a letter, is in the middle.
"""
PLACE = {act: place for place, acts in enumerate(WORK) for act in acts}
TONES = {
    "逾期完成": "late",
    "逾期后移送": "late",
    "举报人来信": "active",
    "反馈结果": "done",
    "举报人撤回": "stopped",
    "下访：": "done",
    "约访见面": "done",
}


def received(case: Case) -> Iterator[Told]:
    for entry in timeline(case.report):
        if entry.label.startswith(BEGINS):
            continue
        tone = next((tone for words, tone in TONES.items() if entry.label.startswith(words)), "passed")
        yield entry.act, Event(entry.on, entry.label, entry.who, tone=tone)


def assessed(case: Case) -> Iterator[Told]:
    for each in case.report.classifications.select_related("decided_by").order_by("decided_on", "pk"):
        issue = f"，{each.get_main_issue_display()}" if each.main_issue else ""
        label = f"定性：{each.get_report_class_display()}{issue}"
        yield "assessment.classify_report", Event(each.decided_on, label, each.decided_by.name)
    for decision in case.decisions:
        label = JurisdictionKind(decision.decision).label
        yield (
            "assessment.decide_jurisdiction",
            Event(
                decision.decided_on, f"确定管辖：{label}", decision.decided_by.name, article=decision.article
            ),
        )


def joined(case: Case) -> Iterator[Told]:
    """When this report came to its matter, and which others did: only those that this officer may meet."""
    if case.matter is None:
        return
    met = set(
        registered_reports(case.officer).filter(matter_links__matter=case.matter).values_list("pk", flat=True)
    )
    links = current_links().filter(matter=case.matter).select_related("report", "linked_by")
    for link in links:
        if link.report_id == case.report.pk:
            what = f"{link.get_reason_display()}：本件归入事项{case.matter.number}"
        elif link.report_id in met and link.linked_on >= case.report.received_on:
            what = f"来件{link.report.number}归入事项{case.matter.number}"
        else:
            continue
        yield "assessment.link_report", Event(link.linked_on, what, link.linked_by.name)


def transferred(case: Case) -> Iterator[Told]:
    yield from crossed(case)
    for each in case.transfers:
        label = f"{each.get_kind_display()}{each.receiver}（{each.letter_number}）"
        yield "assessment.transfer_out", Event(each.sent_on, label, each.sent_by.name)
        if each.reply != TransferReply.PENDING and each.reply_on:
            stopped = "stopped" if each.reply == TransferReply.REFUSED else "passed"
            label = f"{each.receiver}：{each.get_reply_display()}"
            yield "assessment.record_acceptance", Event(each.reply_on, label, tone=stopped)
    came = transfer_in_of(case.report.pk)
    yield from _pressed(case, came)
    if came is not None:
        yield from ((act, Event(on, label)) for act, on, label in _answered(came) if on)
    by_file = arrival_of(case.report.pk)
    if by_file is not None:
        yield from ((act, Event(on, label)) for act, on, label in _answered_by_file(by_file) if on)


def _pressed(case: Case, came: "Transfer | None") -> Iterator[Told]:
    """督办、催办 on either side: the letter, the answer, and what was thought of it; of the other office no person."""
    ids = [*(each.pk for each in case.transfers), *([came.pk] if came else [])]
    for each in supervisions_of_all(ids) if ids else []:
        ours = each.organ_id == case.report.organ_id
        sender, receiver = str(each.transfer.report.organ), each.transfer.receiver
        settled = each.state == SupervisionState.SETTLED
        told = (
            (
                each.issued_on,
                f"{sender}{each.get_kind_display()}（{each.letter_number}）",
                each.issued_by,
                ours,
            ),
            (each.answered_on, f"{receiver}答复{each.get_kind_display()}", each.answered_by, not ours),
            (each.decided_on, f"{sender}{'认可答复' if settled else '退回重报'}", each.decided_by, ours),
        )
        for on, what, who, own in told:
            if on:
                yield "assessment.record_acceptance", Event(on, what, who.name if who and own else "")


def _answered(came: "Transfer") -> list[tuple[str, date | None, str]]:
    """What this office said to the one from which a report came, and what that one said to it."""
    sender = came.report.organ
    taken = came.reply_on if came.reply in (TransferReply.ACCEPTED, TransferReply.REPORTED) else None
    answer = "已向其报告办理结果" if came.reply == TransferReply.REPORTED else "本机关已接收"
    ruled = "同意异议，收回" if came.reply == TransferReply.REFUSED else "维持转办"
    return [
        ("assessment.record_acceptance", came.objected_on, f"向{sender}提出异议"),
        ("assessment.record_acceptance", came.ruled_on, f"{sender}{ruled}"),
        ("assessment.record_result", taken, f"{sender}{came.get_kind_display()}：{answer}"),
    ]


def _answered_by_file(came: "Arrival") -> list[tuple[str, date | None, str]]:
    """The same of one that came by a sealed file."""
    taken = came.reply_on if came.reply in (TransferReply.ACCEPTED, TransferReply.REPORTED) else None
    answer = "已写办理结果" if came.reply == TransferReply.REPORTED else "本机关已接收"
    ruled = "同意异议，收回" if came.is_gone else "维持转办"
    return [
        ("assessment.record_acceptance", came.objected_on, f"对{came.partner}提出异议"),
        ("assessment.record_acceptance", came.ruled_on, f"{came.partner}{ruled}"),
        ("assessment.record_result", taken, f"{came.partner}{came.get_kind_display()}：{answer}"),
        ("assessment.record_result", came.receipt_on, f"向{came.partner}导出回执"),
    ]


def crossed(case: Case) -> Iterator[Told]:
    """Lent to another township and taken back; of a report that was lent here, its own steps tell it."""
    for each in crossings_of(case.report.pk):
        to = each.lead.organ.name
        answer = "退回" if each.refused_for else "接受"
        days = (
            (each.proposed_on, "提请片区交叉办理", "passed"),
            (each.offered_on, f"商请{to}交叉办理", "passed"),
            (each.answered_on, f"{to}{answer}交叉办理", "stopped" if each.refused_for else "passed"),
            (each.handed_on, f"送交{to}{each.lead.name}交叉办理", "active"),
            (each.returned_on, f"{to}报来交叉办理结果", "passed"),
            (each.ended_on, "交叉办理结束", "done"),
        )
        yield from (("assessment.transfer_out", Event(on, what, tone=tone)) for on, what, tone in days if on)


def resolved(case: Case) -> Iterator[Told]:
    """Clues, their decisions and the closing, without a word of what they say."""
    if case.matter is None:
        return
    for clue in case.clues:
        yield from (("resolution.open_clue", event) for event in _of_clue(clue))
    for again in reopenings_of(case.report, case.matter):
        if again.closed_on:
            yield "resolution.close_matter", Event(again.closed_on, "办结", tone="final")
        yield "reception.reopen_report", Event(again.reopened_on, str(again), again.reopened_by.name)
    for mark in [*lapsed_completions(case.matter.pk), *completions_of(case.matter.pk)]:
        done = mark.get_completion_display()
        yield "resolution.record_completion", Event(mark.marked_on, done, mark.marked_by.name, tone="done")
    if case.matter.closed_on:
        yield "resolution.close_matter", Event(case.matter.closed_on, "办结", tone="final")
    if filed := archive_file_of(case.matter.pk):
        label = f"归档（{filed.number}）"
        yield (
            "resolution.archive_matter",
            Event(filed.archived_on, label, filed.archived_by.name, tone="final"),
        )
        for each in filed.supplements.select_related("added_by").order_by("added_on", "pk"):
            added = f"补充归档（{each.pages}页）"
            yield (
                "resolution.supplement_file",
                Event(each.added_on, added, each.added_by.name, tone="final"),
            )


def weighed(case: Case) -> Iterator[Told]:
    """What screenings decided of the matter, and its plan with each step that ended; never a word of why."""
    if case.matter is None:
        return
    for each in decisions_of(case.matter):
        label = f"{each.row.screening}：{each.get_verdict_display()}"
        yield "assessment.decide_screened", Event(each.decided_on, label, each.decided_by.name)
    for plan in case.matter.plans.select_related("made_by").order_by("pk"):
        label = "修订化解方案" if plan.supersedes_id else "制定化解方案"
        yield "assessment.make_plan", Event(plan.made_on, label, plan.made_by.name, tone="active")
    for step in steps_of(case.matter):
        if step.ended_on and step.ended_by:
            done = step.state == StepState.DONE
            label = f"方案步骤{'完成' if done else '调整'}：{step.get_kind_display()}"
            tone = "done" if done else "passed"
            yield "assessment.finish_plan_step", Event(step.ended_on, label, step.ended_by.name, tone=tone)


def consulted(case: Case) -> Iterator[Told]:
    """Each 联席会诊 of the matter, from being put forward to the last duty done; never a word of what was said."""
    if case.matter is None:
        return
    for item in items_of_matter(case.officer, case.matter):
        yield from (("assessment.decide_screened", event) for event in _of_item(item))


def _of_item(item: "AgendaItem") -> Iterator[Event]:
    held = f"：{item.consultation}" if item.consultation else ""
    yield Event(item.asked_on, f"提请联席会诊（{item.get_source_display()}）", item.asked_by.name)
    if item.opened_on and item.opened_by:
        yield Event(item.opened_on, f"会诊公开各单位意见{held}", item.opened_by.name)
    if item.decided_on and item.decided_by:
        label = f"会诊决定{held}，{item.get_way_display()}"
        yield Event(item.decided_on, label, item.decided_by.name, tone="active")
    if item.ended_on:
        yield Event(item.ended_on, f"会诊{item.get_state_display()}{held}", tone="stopped")
    for duty in duties_of(item):
        for note in duty.follow_ups.all():
            told = f"会诊任务（{duty.unit_name}）{note.get_result_display()}，{note.month.month}月跟踪"
            yield Event(note.recorded_on, told, tone="done" if note.result == "done" else "passed")
    if item.settled_on:
        yield Event(item.settled_on, f"会诊决定全部落实{held}", tone="done")


def _of_clue(clue: "Clue") -> Iterator[Event]:
    """One clue from its registration to its end, in the order of its own records."""
    yield Event(clue.received_on, f"登记线索（{clue.code}）", tone="active")
    for each in clue.disposals.all():
        named = f"{each.get_disposal_display()}（{clue.code}）"
        yield Event(each.proposed_on, f"提出处置意见：{named}", each.proposed_by.name)
        yield from _decided(f"处置意见：{named}", each)
    yield from _verified(clue)
    for report in clue.reports.all():
        yield Event(report.submitted_on, f"提交核查报告（{clue.code}）", report.submitted_by.name)
        yield from _decided(f"核查报告（{clue.code}）", report)
    for outcome in clue.outcomes.all():
        yield Event(outcome.proposed_on, f"提出处理结果（{clue.code}）", outcome.proposed_by.name)
        yield from _decided(f"处理结果（{clue.code}）", outcome)
    if clue.closed_on:
        yield Event(clue.closed_on, f"线索（{clue.code}）了结", tone="done")


def _verified(clue: "Clue") -> Iterator[Event]:
    """The team, and each member's word that nothing stands against taking part."""
    team = getattr(clue, "verification", None)
    if team is None:
        return
    yield Event(team.opened_on, f"组成核查组（{clue.code}）", team.opened_by.name)
    for member in team.members.all():
        if member.declared_on:
            yield Event(member.declared_on, f"确认无回避情形（{clue.code}）", member.staff.name)
    for change in team.team_changes.all():
        what = f"{change.staff.name}{change.get_kind_display()}（{clue.code}）"
        yield Event(change.changed_on, what, change.ordered_by.name)
    for task in tasks_of(team.pk):
        yield Event(task.given_on, f"布置{task}（{clue.code}）", task.given_by.name)
        if task.ended_on:
            yield Event(task.ended_on, f"{task}{task.get_state_display()}（{clue.code}）", task.staff.name)
    for talk in talks_of(team.pk):
        yield Event(talk.held_on, f"{talk}（{clue.code}）", talk.written_by.name)
    for item in evidence_of(team.pk):
        yield Event(item.noted_on, f"登记{item}（{clue.code}）", item.noted_by.name)


def _decided(what: str, decided: object) -> Iterator[Event]:
    if decided.decision != Decision.PENDING and decided.decided_on:  # type: ignore[attr-defined]
        yield Event(
            decided.decided_on,  # type: ignore[attr-defined]
            f"{decided.get_decision_display()}{what}",  # type: ignore[attr-defined]
            decided.decided_by.name,  # type: ignore[attr-defined]
        )


SOURCES: tuple[Source, ...] = (received, assessed, joined, transferred, weighed, consulted, resolved)


def story_of(case: Case) -> list[Event]:
    """Newest first; within a day the later step stands above."""
    told = [each for source in SOURCES for each in source(case)]
    return [event for _, event in sorted(told, key=_moment)[::-1]]


def _moment(told: Told) -> tuple[date, int]:
    act, event = told
    return event.on, PLACE.get(act, PLACE[""])


def siblings(case: Case) -> list[tuple[str, str]]:
    """The other reports of the matter that this officer may open: number and address."""
    return [(each.number or "", reverse("desk:dossier", args=[each.pk])) for each in sibling_reports(case)]
