"""乡案县审: asked by the township before it decides, answered by the county, in the system or on paper.

The report of verification and the list of evidence are sealed anew to the county; who reported, and the letter, stay.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yixian.assessment.queries import reports_of
from yixian.protection.actions import open_bytes, open_seal, require, rewrap, seal, withdraw_wrap
from yixian.protection.officer import Officer
from yixian.protection.texts import TextMissing, read_text, seal_text, text_context
from yixian.reception.actions import require_discreet
from yixian.reception.refusals import TooEarly
from yixian.regulations.discipline_enforcement import COUNTY_REVIEW
from yixian.resolution.enums import ReviewState
from yixian.resolution.models import CountyReview, ReviewBar, VerificationReport
from yixian.resolution.reviewing import (
    barred_at,
    brief_of,
    material_of,
    may_ask_review,
    reviewing_organ,
    standing_review,
)
from yixian.resolution.workflow import ANSWERS, REVIEW
from yixian.toolkit.files import CleanFile, FileKind
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

ASK, TAKE = "resolution.ask_county_review", "resolution.take_county_review"
ANSWER, RECORD = "resolution.answer_county_review", "resolution.record_county_opinion"
WITHDRAW, READ = "resolution.withdraw_county_review", "resolution.read_county_review"
OPEN_PAPER = "resolution.open_county_paper"
SENT = ("brief", "material")


class NothingToReview(Refusal):
    """Only a township's report, while it or what follows from it is to be decided."""

    key = "nothing_to_review"


class AlreadyInReview(Refusal):
    """One at a time; what the county agreed to is not asked again."""

    key = "already_in_review"


class NotAnAnswer(Refusal):
    """The county agrees, asks for more, or disagrees."""

    key = "not_an_answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyOpinion:
    """What the county wrote on paper: ``number`` and ``dated_on`` are the paper's, ``file`` its scan."""

    answer: ReviewState
    words: str
    number: str
    dated_on: date
    file: CleanFile | None = None


@leaves_trail(ASK)
def ask_county_review(
    *, by: Officer, report: VerificationReport, words: str, on: date, on_paper: bool = False
) -> CountyReview:
    """Send report and evidence list to the county; ``on_paper`` where its answer will come as a letter."""
    require(by, ASK, report)
    _check_may_ask(report, words)
    county = None if on_paper else reviewing_organ(report.organ_id)
    review = CountyReview(
        report=report,
        to_organ=county,
        state=REVIEW.step(ASK, ReviewState.ASKED if county else ReviewState.ON_PAPER).to_state,
        asked_by_id=by.staff_id,
        asked_on=on,
    )
    review.brief = seal_text(review, "brief", brief_of(by, report), organ_id=by.organ_id, what="被反映一方")
    told = material_of(by, report, words)
    review.material = seal(
        organ_id=by.organ_id, context=text_context(review, "material"), slots={"text": told}
    )
    review.save()
    if county is not None:
        _let_county_read(by, review, county.pk)
    return review


def _check_may_ask(report: VerificationReport, words: str) -> None:
    if not words.strip():
        raise TextMissing("请填写报审意见：拟怎样处理，依据是什么。")
    standing = standing_review(report)
    if standing is not None:
        raise AlreadyInReview(f"这份核查报告已经报县审，目前是“{standing.get_state_display()}”。")
    if not may_ask_review(report):
        raise NothingToReview(
            "县审适用于乡镇（街道）：建议立案的核查报告在审批以前报，拟给予处分的在提出处理结果以前报"
            f"（{COUNTY_REVIEW.cite()}）。"
        )


def _let_county_read(by: Officer, review: CountyReview, county_id: int) -> None:
    for field in SENT:
        rewrap(by=by, seal=getattr(review, field), organ_id=county_id)
    barred = barred_at(by, review.report.clue, county_id)
    ReviewBar.objects.bulk_create(ReviewBar(review=review, staff_id=each) for each in barred)


@leaves_trail(TAKE)
def take_county_review(*, by: Officer, review: CountyReview, on: date) -> CountyReview:
    """Say that no ground of recusal applies, and take it: only now is the material read."""
    require(by, TAKE, review)
    taken = _moved(TAKE, review, ReviewState.TAKEN, on)
    taken.reviewer_id, taken.taken_on = by.staff_id, on
    taken.save()
    return taken


@leaves_trail(ANSWER)
def answer_county_review(
    *, by: Officer, review: CountyReview, answer: ReviewState, words: str, on: date
) -> CountyReview:
    """Agree, ask for more with what, or disagree with the reason; sealed to both offices."""
    require(by, ANSWER, review)
    answered = _moved(ANSWER, review, _as_answer(answer), on)
    answered.opinion = seal_text(answered, "opinion", words, organ_id=by.organ_id, what="审核意见")
    rewrap(by=by, seal=answered.opinion, organ_id=review.organ_id)
    answered.answered_on = on
    answered.save()
    return answered


@leaves_trail(RECORD)
def record_county_opinion(
    *, by: Officer, review: CountyReview, opinion: CountyOpinion, on: date
) -> CountyReview:
    """The county answered on paper: its number, its day, what it says, and the scan."""
    require(by, RECORD, review)
    recorded = _moved(RECORD, review, _as_answer(opinion.answer), on)
    if not opinion.number.strip():
        raise TextMissing("请填写县纪委文书的文号。")
    if not review.asked_on <= opinion.dated_on <= on:
        raise TooEarly("县纪委文书的日期应当在报审以后、今天以前，请核对。")
    require_discreet(
        by=by, reports=reports_of(review.report.clue.matter), text=opinion.words, what="审核意见"
    )
    recorded.opinion = seal_text(recorded, "opinion", opinion.words, organ_id=by.organ_id, what="审核意见")
    recorded.paper_number, recorded.paper_on = opinion.number.strip(), opinion.dated_on
    if opinion.file is not None:
        recorded.paper = _seal_paper(recorded, opinion.file)
    recorded.answered_on, recorded.recorded_by_id = on, by.staff_id
    recorded.save()
    return recorded


def _seal_paper(review: CountyReview, file: CleanFile) -> UUID:
    slots: dict[str, str | bytes] = {"name": file.name, "kind": file.kind.name, "file": file.content}
    return seal(organ_id=review.organ_id, context=text_context(review, "paper"), slots=slots)


@leaves_trail(WITHDRAW)
def withdraw_county_review(*, by: Officer, review: CountyReview, on: date) -> CountyReview:
    """Taken back before the county has answered: it reads the material no more."""
    require(by, WITHDRAW, review)
    back = _moved(WITHDRAW, review, ReviewState.WITHDRAWN, on)
    if back.to_organ_id is not None:
        for field in SENT:
            withdraw_wrap(by=by, seal=getattr(back, field), organ_id=back.to_organ_id)
    back.save()
    return back


@leaves_trail(READ)
def read_county_review(*, by: Officer, review: CountyReview) -> dict[str, str]:
    """What is for this side: the county reads the material once one of it has taken the review."""
    require(by, READ, review)
    fields = ["brief", "opinion"]
    if by.organ_id == review.organ_id or review.reviewer_id == by.staff_id or review.is_answered:
        fields.append("material")
    return {field: read_text(review, field, by=by, about=review) for field in fields}


@leaves_trail(OPEN_PAPER)
def open_county_paper(*, by: Officer, review: CountyReview) -> CleanFile:
    """The scan of the county's paper."""
    require(by, OPEN_PAPER, review)
    if review.paper is None:
        raise NothingToReview("这次县审没有附扫描件。")
    context = text_context(review, "paper")
    named = open_seal(by=by, seal=review.paper, slots=("name", "kind"), about=review, context=context)
    content = open_bytes(by=by, seal=review.paper, slot="file", about=review, context=context)
    return CleanFile(FileKind[named["kind"]], named["name"], content)


def _as_answer(answer: ReviewState) -> ReviewState:
    if answer not in ANSWERS:
        raise NotAnAnswer("审核意见只有同意、补充核查、不同意三种，请选择。")
    return answer


def _moved(act: str, review: CountyReview, to: ReviewState, on: date) -> CountyReview:
    """The locked row in its next state; not saved."""
    locked = CountyReview.objects.select_for_update(of=("self",)).get(pk=review.pk)
    locked.state = REVIEW.after(act, locked.state, to)
    if on < (locked.taken_on or locked.asked_on):
        raise TooEarly("日期不得早于上一步的日期，请核对。")
    return locked
