"""The middle column: what happened, newest first, composed from what each house remembers.

A source is a function of the case; later work adds its own to ``SOURCES``.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.enums import TransferReply
from yixian.assessment.queries import current_links
from yixian.desk.case import Case
from yixian.reception.queries import registered_reports, timeline
from yixian.regulations.jurisdiction import JurisdictionKind
from yixian.resolution.enums import Decision
from yixian.resolution.queries import archive_file_of, completions_of
from yixian.toolkit.pieces import Event

if TYPE_CHECKING:
    from yixian.resolution.models import Clue

BEGINS = "起算期限"
"""The running clocks stand in the left column; their start is no event of the story."""

Source = Callable[[Case], Iterator[Event]]
TONES = {"逾期完成": "late", "举报人来信": "active", "反馈结果": "done", "举报人撤回": "stopped"}


def received(case: Case) -> Iterator[Event]:
    for entry in timeline(case.report):
        if entry.label.startswith(BEGINS):
            continue
        tone = next((tone for words, tone in TONES.items() if entry.label.startswith(words)), "passed")
        yield Event(entry.on, entry.label, entry.who, tone=tone)


def assessed(case: Case) -> Iterator[Event]:
    for each in case.report.classifications.select_related("decided_by").order_by("decided_on", "pk"):
        issue = f"，{each.get_main_issue_display()}" if each.main_issue else ""
        yield Event(each.decided_on, f"定性：{each.get_report_class_display()}{issue}", each.decided_by.name)
    for decision in case.decisions:
        label = JurisdictionKind(decision.decision).label
        yield Event(
            decision.decided_on, f"确定管辖：{label}", decision.decided_by.name, article=decision.article
        )


def joined(case: Case) -> Iterator[Event]:
    """When this report came to its matter, and which others did."""
    if case.matter is None:
        return
    links = current_links().filter(matter=case.matter).select_related("report", "linked_by")
    for link in links:
        own = link.report_id == case.report.pk
        what = f"{link.get_reason_display()}（{case.matter.number}）"
        if own:
            yield Event(link.linked_on, what, link.linked_by.name)
        elif link.linked_on >= case.report.received_on:
            yield Event(link.linked_on, f"来件{link.report.number}关联到本事项", link.linked_by.name)


def transferred(case: Case) -> Iterator[Event]:
    for each in case.transfers:
        label = f"{each.get_kind_display()}{each.receiver}（{each.letter_number}）"
        yield Event(each.sent_on, label, each.sent_by.name)
        if each.reply != TransferReply.PENDING and each.reply_on:
            stopped = "stopped" if each.reply == TransferReply.REFUSED else "passed"
            yield Event(each.reply_on, f"{each.receiver}：{each.get_reply_display()}", tone=stopped)


def resolved(case: Case) -> Iterator[Event]:
    """Clues, their decisions and the closing, without a word of what they say."""
    if case.matter is None:
        return
    for clue in case.clues:
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
    for mark in completions_of(case.matter.pk):
        yield Event(mark.marked_on, mark.get_completion_display(), mark.marked_by.name, tone="done")
    if case.matter.closed_on:
        yield Event(case.matter.closed_on, "办结", tone="final")
    if filed := archive_file_of(case.matter.pk):
        yield Event(filed.archived_on, f"归档（{filed.number}）", filed.archived_by.name, tone="final")


def _verified(clue: "Clue") -> Iterator[Event]:
    """The team, and each member's word that nothing stands against taking part."""
    team = getattr(clue, "verification", None)
    if team is None:
        return
    yield Event(team.opened_on, f"组成核查组（{clue.code}）", team.opened_by.name)
    for member in team.members.all():
        if member.declared_on:
            yield Event(member.declared_on, f"确认无回避情形（{clue.code}）", member.staff.name)


def _decided(what: str, decided: object) -> Iterator[Event]:
    if decided.decision != Decision.PENDING and decided.decided_on:  # type: ignore[attr-defined]
        yield Event(
            decided.decided_on,  # type: ignore[attr-defined]
            f"{decided.get_decision_display()}{what}",  # type: ignore[attr-defined]
            decided.decided_by.name,  # type: ignore[attr-defined]
        )


SOURCES: tuple[Source, ...] = (received, assessed, joined, transferred, resolved)


def story_of(case: Case) -> list[Event]:
    """Newest first; within a day the later step stands above."""
    told = [event for source in SOURCES for event in source(case)]
    return sorted(told, key=_day)[::-1]


def _day(event: Event) -> date:
    return event.on


def siblings(case: Case) -> list[tuple[str, str]]:
    """The other reports of the matter that this officer may open: number and address."""
    if case.matter is None:
        return []
    links = current_links().filter(matter=case.matter).exclude(report=case.report)
    seen = registered_reports(case.officer).filter(pk__in=links.order_by().values("report"))
    return [(each.number or "", reverse("desk:dossier", args=[each.pk])) for each in seen]
