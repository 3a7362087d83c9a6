"""复查、复核 (信访条例 35、36): what the petitioner asked and what was decided; each once, and then it ends."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.queries import classification_of
from yixian.protection.actions import require, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import TextMissing, seal_text, text_context
from yixian.reception.actions import meet_clock, start_clocks
from yixian.reception.refusals import TooEarly
from yixian.regulations.classes import ReportClass
from yixian.regulations.duties import Event, clocks_started_by
from yixian.regulations.outcomes import PetitionRound, PetitionRuling
from yixian.regulations.petition_regulations import may_accept_after_second_review
from yixian.resolution.enums import PetitionReviewState
from yixian.resolution.facts import PetitionReviewFacts
from yixian.resolution.models import PetitionReview
from yixian.resolution.steps import move
from yixian.resolution.workflow import PETITION_REVIEW
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Report

ASK, DECIDE = "resolution.ask_petition_review", "resolution.decide_petition_review"
EVENTS = {
    PetitionRound.REVIEW: Event.REVIEW_REQUESTED,
    PetitionRound.SECOND_REVIEW: Event.SECOND_REVIEW_REQUESTED,
}


class NotThisRound(Refusal):
    """复查 first, then 复核, each once, and only of a petition."""

    key = "not_this_round"


@leaves_trail(ASK)
def ask_petition_review(
    *, by: Officer, report: "Report", facts: PetitionReviewFacts, on: date
) -> PetitionReview:
    """Record the request and start the clock of its decision."""
    require(by, ASK, report)
    _check_round(report, facts.round)
    _check_words(facts, on)
    asked = PetitionReview(
        report=report,
        round=facts.round,
        served_on=facts.served_on,
        asked_on=facts.asked_on,
        asked_by_id=by.staff_id,
    )
    slots = {"organ": facts.organ.strip(), "request": facts.request.strip()}
    asked.words = seal(organ_id=report.organ_id, context=text_context(asked, "words"), slots=slots)
    asked.save()
    start_clocks(by=by, report=report, event=EVENTS[facts.round], on=facts.asked_on)
    return asked


def _check_round(report: "Report", asked: PetitionRound) -> None:
    found = classification_of(report.pk)
    if found is None or found.report_class != ReportClass.OUT_OF_SCOPE:
        raise NotThisRound("复查、复核只适用于业务范围外的信访事项；对检举控告结果有异议的，登记举报人意见。")
    known = {each.round: each for each in PetitionReview.objects.filter(report=report).order_by("pk")}
    if asked in known:
        ruling = may_accept_after_second_review(same_facts=True)
        ended = f"{ruling.sentence()}" if known[asked].ends_it else "每一程序只有一次"
        raise NotThisRound(f"已经登记过{asked.label}，{ended}。")
    first = known.get(PetitionRound.REVIEW)
    decided = first is not None and first.state == PetitionReviewState.DECIDED
    if asked is PetitionRound.SECOND_REVIEW and not decided:
        raise NotThisRound("对复查意见不服的，才请求复核；请先登记复查和复查意见。")


def _check_words(facts: PetitionReviewFacts, on: date) -> None:
    if not facts.organ.strip() or not facts.request.strip():
        raise TextMissing("请填写由哪个机关复查（复核）和请求的内容。")
    if not facts.served_on <= facts.asked_on <= on:
        raise TooEarly("先收到原意见，再提出请求，且都不得晚于今天，请核对日期。")


@leaves_trail(DECIDE)
def decide_petition_review(
    *, by: Officer, review: PetitionReview, ruling: PetitionRuling, words: str, on: date
) -> PetitionReview:
    """Record what was decided; the clock is met. After a 复核 the matter is at its end."""
    require(by, DECIDE, review)
    if on < review.asked_on:
        raise TooEarly("意见日期不得早于收到请求的日期。")
    sealed = seal_text(review, "decision", words, organ_id=review.organ_id, what="意见内容")
    columns = {"decision": sealed, "decided_on": on, "recorded_by_id": by.staff_id}
    decided = move(PETITION_REVIEW, DECIDE, review, ruling=ruling, **columns)
    (term_key,) = clocks_started_by(EVENTS[PetitionRound(review.round)], real_name=False)
    meet_clock(by=by, report=review.report, term_key=term_key, act=DECIDE, on=on)
    return decided
