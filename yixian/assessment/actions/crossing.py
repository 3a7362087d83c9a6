"""片区联动交叉办理: proposed and decided by the county, taken by the other township, and ended by the county.

Nothing of the report leaves before the other side has taken it: the offer says who and which unit is reported, that
grounds of recusal can be declared, and no more. What follows is lent (``reception.lend_report``) and taken back.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.crossing import Bar, HandlerFacts, MatterFacts, NoProposal, bar_of, propose
from yixian.assessment.crossing_workflow import CROSSING
from yixian.assessment.enums import CrossingGround, CrossingRefusal, CrossingState
from yixian.assessment.matching import CrossingFacts, handler_facts, matter_facts
from yixian.assessment.models import CrossHandling
from yixian.assessment.queries import classification_of
from yixian.protection.actions import forget_own_wrap, require, rewrap, withdraw_wrap
from yixian.protection.officer import Officer
from yixian.protection.texts import read_text, seal_text, seal_text_if_any
from yixian.reception.actions import lend_report, require_discreet, take_lent_back
from yixian.reception.opening import read_whole
from yixian.roster.enums import OrganLevel, Skill
from yixian.roster.queries import organ_of, organs_under
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Report


class NobodyFree(Refusal):
    """No two people of another township may take it; the message counts what stands in the way."""

    key = "nobody_free"


class NotForCounty(Refusal):
    """Only a county lends reports, and only about a township of its own."""

    key = "not_for_county"


class NoLongerFree(Refusal):
    """Since the proposal a tie or a recusal became known."""

    key = "no_longer_free"


class NotCleared(Refusal):
    """Lead and second have not both said that no ground of recusal applies."""

    key = "not_cleared"


class AlreadyCrossing(Refusal):
    """One at a time."""

    key = "already_crossing"


@leaves_trail("assessment.propose_crossing")
def propose_crossing(*, by: Officer, report: "Report", facts: CrossingFacts, on: date) -> CrossHandling:
    """Have lead and second proposed, with reasons and the runner-up. Nobody is told yet."""
    require(by, "assessment.propose_crossing", report)
    _check_place(report, facts.township_id)
    if CrossHandling.objects.filter(report=report).exclude(state__in=CROSSING.final).exists():
        raise AlreadyCrossing("这一件正在交叉办理，先结束才能另提。")
    (found,) = propose([matter_facts(by, report, facts)], handler_facts(report.organ_id, on))
    if isinstance(found, NoProposal):
        raise NobodyFree(f"没有可以提出的人员：{''.join(found.reasons)}")
    other = found.runner_up
    crossing = CrossHandling(
        report=report,
        ground=facts.ground,
        township_id=facts.township_id,
        difficulty=facts.difficulty,
        skills=",".join(each.value for each in Skill if each in facts.skills),
        lead_id=found.pair.lead.id,
        second_id=found.pair.second.id,
        other_lead_id=other.lead.id if other else None,
        other_second_id=other.second.id if other else None,
        proposed_by_id=by.staff_id,
        proposed_on=on,
    )
    words = "\n".join([*found.reasons, found.why_second])
    crossing.reasons = seal_text(crossing, "reasons", words, organ_id=report.organ_id, what="提出理由")
    crossing.save()
    return crossing


def _check_place(report: "Report", township_id: int) -> None:
    organ = organ_of(report.organ_id)
    below = {each.pk for each in organs_under(organ.pk) if each.level == OrganLevel.TOWNSHIP}
    if organ.level != OrganLevel.COUNTY or township_id not in below:
        raise NotForCounty("片区交叉办理由县（市、区）纪委监委提出，请选定本县的一个乡镇（街道）。")


@leaves_trail("assessment.offer_crossing")
def offer_crossing(
    *, by: Officer, crossing: CrossHandling, on: date, runner_up: bool = False
) -> CrossHandling:
    """The chief decides on the pair and asks the other side, after the ties were looked at once more."""
    require(by, "assessment.offer_crossing", crossing)
    locked = _taken("assessment.offer_crossing", crossing)
    if runner_up:
        _swap(locked)
    _check_free(by, locked, on)
    brief = _brief(by, locked)
    require_discreet(by=by, reports=[locked.report], text=brief, what="商请内容")
    locked.brief = seal_text(locked, "brief", brief, organ_id=locked.organ_id, what="商请内容")
    rewrap(by=by, seal=locked.brief, organ_id=locked.to_organ_id)
    locked.offered_by_id, locked.offered_on = by.staff_id, on
    locked.save()
    return locked


def _swap(crossing: CrossHandling) -> None:
    if crossing.other_lead is None or crossing.other_second is None:
        raise NobodyFree("没有备选的人员。")
    first = crossing.lead, crossing.second
    crossing.lead, crossing.second = crossing.other_lead, crossing.other_second
    crossing.other_lead, crossing.other_second = first


def _check_free(by: Officer, crossing: CrossHandling, on: date) -> None:
    """As of today: kinships and recusals may have been declared since. A full hand is no bar to what it holds."""
    everyone = {each.id: each for each in handler_facts(crossing.organ_id, on)}
    facts = CrossingFacts(
        ground=CrossingGround(crossing.ground),
        township_id=crossing.township_id,
        difficulty=crossing.difficulty,
    )
    matter = matter_facts(by, crossing.report, facts)
    for staff in (crossing.lead, crossing.second):
        bar = _bar(matter, everyone.get(staff.pk))
        if bar:
            raise NoLongerFree(f"{staff.name}{bar}，请结束这一次，重新提出。")


def _bar(matter: MatterFacts, handler: HandlerFacts | None) -> str:
    if handler is None:
        return "已经不是在岗的承办人"
    bar = bar_of(matter, handler)
    return bar.value if bar not in (None, Bar.FULL) else ""


def _brief(by: Officer, crossing: CrossHandling) -> str:
    """Who is reported and of what kind of issue: enough to declare a ground of recusal, nothing of the account."""
    people = [
        f"{each.name}（{'，'.join(part for part in (each.unit, each.post) if part) or each.category.label}）"
        for each in read_whole(by, crossing.report).people
    ]
    found = classification_of(crossing.report_id)
    issue = f"主要问题：{found.get_main_issue_display()}。" if found and found.main_issue else ""
    return f"被反映一方：{'、'.join(people) or '没有指明具体的人'}。{issue}"


@leaves_trail("assessment.clear_crossing")
def clear_crossing(*, by: Officer, crossing: CrossHandling, on: date) -> CrossHandling:
    """Say, in one's own sitting, that no ground of recusal applies."""
    require(by, "assessment.clear_crossing", crossing)
    locked = CrossHandling.objects.select_for_update().get(pk=crossing.pk)
    if by.staff_id == locked.lead_id:
        locked.lead_cleared_on = on
    else:
        locked.second_cleared_on = on
    locked.save(update_fields=["lead_cleared_on", "second_cleared_on"])
    return locked


@leaves_trail("assessment.accept_crossing")
def accept_crossing(*, by: Officer, crossing: CrossHandling, on: date) -> CrossHandling:
    """The chief of the other township takes it, once both have cleared themselves."""
    require(by, "assessment.accept_crossing", crossing)
    locked = _taken("assessment.accept_crossing", crossing)
    waiting = [each.name for each in (locked.lead, locked.second) if locked.cleared_on(each.pk) is None]
    if waiting:
        raise NotCleared(f"请先由{'、'.join(waiting)}本人确认无回避情形，再接受。")
    locked.answered_by_id, locked.answered_on = by.staff_id, on
    locked.save()
    return locked


@leaves_trail("assessment.refuse_crossing")
def refuse_crossing(
    *, by: Officer, crossing: CrossHandling, why: CrossingRefusal, on: date, note: str = ""
) -> CrossHandling:
    """Sent back with a reason, by the chief or by one of the two; the next proposal passes over who refused."""
    require(by, "assessment.refuse_crossing", crossing)
    locked = _taken("assessment.refuse_crossing", crossing)
    locked.refusal = seal_text_if_any(locked, "refusal", note, organ_id=locked.organ_id, what="退回说明")
    if locked.brief is not None:
        forget_own_wrap(by=by, seal=locked.brief)
    locked.refused_for, locked.answered_by_id, locked.answered_on = why, by.staff_id, on
    locked.save()
    return locked


@leaves_trail("assessment.hand_down_crossing")
def hand_down_crossing(*, by: Officer, crossing: CrossHandling, on: date) -> CrossHandling:
    """Now the content goes: sealed to the other organ as well, for the lead to register."""
    require(by, "assessment.hand_down_crossing", crossing)
    locked = _taken("assessment.hand_down_crossing", crossing)
    _check_free(by, locked, on)
    locked.copy = lend_report(by=by, report=locked.report, to_id=locked.lead_id, on=on)
    locked.handed_on = on
    locked.save()
    return locked


@leaves_trail("assessment.return_crossing")
def return_crossing(*, by: Officer, crossing: CrossHandling, result: str, on: date) -> CrossHandling:
    """What was found, sealed to the county alone."""
    require(by, "assessment.return_crossing", crossing)
    locked = _taken("assessment.return_crossing", crossing)
    require_discreet(by=by, reports=_lent(locked), text=result, what="办理结果")
    locked.result = seal_text(locked, "result", result, organ_id=locked.organ_id, what="办理结果")
    locked.returned_on = on
    locked.save()
    return locked


def _lent(crossing: CrossHandling) -> "Iterable[Report]":
    return [crossing.copy] if crossing.copy else []


@leaves_trail("assessment.end_crossing")
def end_crossing(*, by: Officer, crossing: CrossHandling, on: date) -> CrossHandling:
    """Over, for whatever reason: the other side's way to the content is destroyed, its own papers stay there."""
    require(by, "assessment.end_crossing", crossing)
    locked = _taken("assessment.end_crossing", crossing)
    if locked.brief is not None:
        withdraw_wrap(by=by, seal=locked.brief, organ_id=locked.to_organ_id)
    if locked.copy is not None:
        take_lent_back(by=by, copy=locked.copy, on=on)
    locked.ended_by_id, locked.ended_on = by.staff_id, on
    locked.save()
    return locked


@leaves_trail("assessment.read_crossing")
def read_crossing(*, by: Officer, crossing: CrossHandling) -> dict[str, str]:
    """The sealed texts that are for this side: reasons, refusal and result, or the brief."""
    require(by, "assessment.read_crossing", crossing)
    fields = ("reasons", "refusal", "result") if by.organ_id == crossing.organ_id else ("brief",)
    return {field: read_text(crossing, field, by=by, about=crossing) for field in fields}


def _taken(act: str, crossing: CrossHandling) -> CrossHandling:
    """The locked row with its next state; not saved."""
    locked = CrossHandling.objects.select_for_update(of=("self",)).get(pk=crossing.pk)
    locked.state = CrossingState(CROSSING.after(act, locked.state))
    return locked
