"""排查: calling a session, deciding each matter that was shown in it, and closing it with minutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yixian.assessment.consulting import ended, forwarded
from yixian.assessment.enums import ItemSource, ItemState, MatterState, ScreeningKind, ScreeningState, Verdict
from yixian.assessment.minutes import minutes_of
from yixian.assessment.models import AgendaItem, Matter, ScreenedMatter, Screening, ScreeningDecision
from yixian.assessment.queries import reports_of
from yixian.assessment.queries.consultations import pending_item
from yixian.assessment.queries.elsewhere import matters_elsewhere
from yixian.assessment.queries.screenings import (
    matters_not_taken_in,
    matters_to_screen,
    monthly_screening,
    rows_of,
    undecided_rows,
)
from yixian.assessment.queries.weighing import standings_of
from yixian.assessment.workflow import SCREENING
from yixian.protection.actions import require, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT, seal_text, seal_text_if_any, text_context
from yixian.reception.actions import require_discreet
from yixian.regulations.classes import VillageIssue
from yixian.toolkit.wording import cn_date
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

NAMED = 8
"""So many numbers are named in a refusal; it says how many there are."""


class MonthIsHeld(Refusal):
    """One monthly session an office and month."""

    key = "month_is_held"


class NothingToScreen(Refusal):
    """No open matter that this officer may meet, or none that is not in the session already."""

    key = "nothing_to_screen"


class ScreeningIsOver(Refusal):
    """A closed session is not changed."""

    key = "screening_is_over"


class NotInScreening(Refusal):
    """What was ticked is not a row of this session, as far as this officer may meet it."""

    key = "not_in_screening"


class VerdictNeedsReason(Refusal):
    """Only to go on with a matter in which nothing is overdue needs no reason."""

    key = "verdict_needs_reason"


class NotAllDecided(Refusal):
    """No matter leaves a session unseen; those that wait are named."""

    key = "not_all_decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningFacts:
    """``subject`` and ``issue`` belong to a special session; the subject is sealed."""

    kind: ScreeningKind
    subject: str = ""
    issue: VillageIssue | None = None


@leaves_trail("assessment.open_screening")
def open_screening(*, by: Officer, facts: ScreeningFacts, on: date) -> Screening:
    """Call a session; it takes in every open matter that its opener may meet at this moment."""
    require(by, "assessment.open_screening")
    monthly, special = facts.kind is ScreeningKind.MONTHLY, facts.kind is ScreeningKind.SPECIAL
    if monthly:
        require(by, "assessment.open_monthly_screening")
        _check_month(by, on)
    issue = facts.issue or "" if special else ""
    matters = list(matters_to_screen(by, issue))
    if not matters and not monthly:
        raise NothingToScreen("没有您可以排查的未结事项。")
    session = Screening(
        organ_id=by.organ_id,
        kind=facts.kind,
        month=on.replace(day=1) if monthly else None,
        issue=issue,
        opened_by_id=by.staff_id,
        opened_on=on,
    )
    if special:
        session.subject = seal_text(
            session, "subject", facts.subject, organ_id=by.organ_id, what="专项排查的内容"
        )
    session.save()
    _take_in(by, session, matters, on)
    return session


def _check_month(by: Officer, on: date) -> None:
    held = monthly_screening(by.organ_id, on)
    if held is not None:
        raise MonthIsHeld(
            f"{held}已于{cn_date(held.opened_on)}由{held.opened_by.name}召集，一个月只开一次；"
            "后来立项的事项，请在那次排查中纳入，或者召集每日研判。"
        )


def _take_in(by: Officer, session: Screening, matters: Sequence[Matter], on: date) -> None:
    ScreenedMatter.objects.bulk_create(
        ScreenedMatter(screening=session, matter=each, taken_by_id=by.staff_id, taken_on=on)
        for each in matters
    )


@leaves_trail("assessment.take_in_matters")
def take_in_matters(*, by: Officer, screening: Screening, on: date) -> int:
    """Take in what was opened after the session began; gives how many."""
    require(by, "assessment.take_in_matters", screening)
    _check_open(screening)
    matters = list(matters_not_taken_in(by, screening))
    if not matters:
        raise NothingToScreen("没有需要补充纳入的事项，未结事项都在本次排查中。")
    _take_in(by, screening, matters, on)
    return len(matters)


def _check_open(screening: Screening) -> None:
    now = Screening.objects.select_for_update().get(pk=screening.pk)
    if now.state != ScreeningState.OPEN:
        raise ScreeningIsOver(f"{now}已经结束，不再改动；请在下一次排查中作出决定。")


@leaves_trail("assessment.decide_screened")
def decide_screened(
    *,
    by: Officer,
    screening: Screening,
    matter_ids: Sequence[UUID],
    verdict: Verdict,
    on: date,
    reason: str = "",
) -> list[ScreeningDecision]:
    """Decide one matter, or several at once: those that were ticked on the page, and no other."""
    require(by, "assessment.decide_screened", screening)
    _check_open(screening)
    rows = _ticked(by, screening, matter_ids)
    matters = [row.matter for row in rows]
    for matter in matters:
        require(by, "assessment.decide_screened", matter)
    _check_reason(by, matters, verdict, reason, on)
    reports = [report for matter in matters for report in reports_of(matter)]
    require_discreet(by=by, reports=reports, text=reason, what="理由", of_the_letter=True)
    return [_decided(by, row, verdict, reason, on) for row in rows]


def _ticked(by: Officer, screening: Screening, matter_ids: Sequence[UUID]) -> list[ScreenedMatter]:
    wanted = set(matter_ids)
    if not wanted:
        raise NotInScreening("请先勾选要决定的事项。")
    rows = list(rows_of(by, screening).filter(matter__in=wanted))
    if len(rows) != len(wanted):
        raise NotInScreening("勾选的事项中有的不在本次排查中，请重新打开本页再选。")
    if over := [row.matter.number for row in rows if row.matter.state != MatterState.OPEN]:
        raise NotInScreening(f"{_some(over)}已经办结，不需要再作决定，请去掉勾选。")
    gone = matters_elsewhere(row.matter_id for row in rows)
    if sent := [row.matter.number for row in rows if row.matter_id in gone]:
        raise NotInScreening(f"{_some(sent)}已经转出，由接收的机关办理，请去掉勾选。")
    return rows


def _check_reason(by: Officer, matters: Sequence[Matter], verdict: Verdict, reason: str, on: date) -> None:
    if reason.strip():
        return
    if verdict is not Verdict.CONTINUE:
        raise VerdictNeedsReason(f"决定“{verdict.label}”的，请写明理由。")
    if late := [each.matter.number for each in standings_of(by, matters, on) if each.overdue]:
        raise VerdictNeedsReason(f"{_some(late)}有期限已经超期，继续办理也请写明理由。")


def _some(numbers: Sequence[str]) -> str:
    more = f"等{len(numbers)}个事项" if len(numbers) > NAMED else ""
    return "、".join(numbers[:NAMED]) + more


def _decided(by: Officer, row: ScreenedMatter, verdict: Verdict, reason: str, on: date) -> ScreeningDecision:
    row.decisions.filter(is_current=True).update(is_current=False)
    decision = ScreeningDecision(
        row=row, matter=row.matter, verdict=verdict, decided_by_id=by.staff_id, decided_on=on
    )
    decision.reason = seal_text_if_any(decision, "reason", reason, organ_id=by.organ_id, what="理由")
    decision.save()
    _put_forward(by, decision, reason, on)
    return decision


def _put_forward(by: Officer, decision: ScreeningDecision, reason: str, on: date) -> None:
    """提请联席会诊 waits for the next meeting's agenda; another decision in the same session takes it back."""
    matter = decision.matter
    waiting = pending_item(matter.pk)
    if decision.verdict == Verdict.CONSULT and waiting is None:
        item = forwarded(by, matter, ItemSource.SCREENING, on)
        item.reason = seal_text_if_any(item, "reason", reason, organ_id=by.organ_id, what="理由")
        item.save()
    elif decision.verdict != Verdict.CONSULT and waiting is not None and _is_of(waiting, decision):
        ended(waiting, "assessment.take_off_item", f"排查改作其他决定：{reason.strip()}", on)


def _is_of(item: AgendaItem, decision: ScreeningDecision) -> bool:
    """Whether an earlier decision of the same session put it forward, and no meeting has taken it."""
    before = decision.row.decisions.filter(verdict=Verdict.CONSULT, is_current=False)
    asked = item.state == ItemState.WAITING and item.source == ItemSource.SCREENING
    return asked and before.filter(decided_on=item.asked_on).exists()


@leaves_trail("assessment.close_screening")
def close_screening(*, by: Officer, screening: Screening, on: date, note: str = "") -> Screening:
    """End the session and seal its minutes; refused while a matter is undecided, with how many and which."""
    require(by, "assessment.close_screening", screening)
    locked = Screening.objects.select_for_update().select_related("organ", "opened_by").get(pk=screening.pk)
    state = SCREENING.after("assessment.close_screening", locked.state)
    if waiting := [row.matter.number for row in undecided_rows(by, locked)]:
        raise NotAllDecided(f"还有{len(waiting)}个事项没有作出决定，不能结束排查：{_some(waiting)}。")
    paper = minutes_of(by, locked, on, note)
    reports = [report for row in rows_of(by, locked) for report in reports_of(row.matter)]
    require_discreet(by=by, reports=reports, text=paper.words.whole, what="排查记录")
    slots: dict[str, str | bytes] = {SLOT: f"{paper.title}\n{paper.text}", "docx": paper.docx}
    locked.minutes = seal(organ_id=by.organ_id, context=text_context(locked, "minutes"), slots=slots)
    locked.state, locked.closed_on, locked.closed_by_id = state, on, by.staff_id
    locked.save(update_fields=["minutes", "state", "closed_on", "closed_by"])
    return locked
