"""纪律检查建议、监察建议: issued by the chief to a unit, with a day by which it answers, and the answer recorded."""

from datetime import date

from yixian.assessment.queries import reports_of
from yixian.protection.actions import open_bytes, require, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import LONGEST, TextMissing, TextTooLong, seal_text, text_context
from yixian.reception.actions import UNNUMBERED, FilledPaper, require_discreet
from yixian.reception.numbering import next_paper_number
from yixian.reception.refusals import TooEarly
from yixian.regulations.outcomes import Adoption
from yixian.resolution.enums import AdviceState
from yixian.resolution.facts import RecommendationFacts
from yixian.resolution.found_out import require_found_out
from yixian.resolution.models import Clue, Recommendation
from yixian.resolution.papers.letters import advice_letter
from yixian.resolution.steps import move
from yixian.resolution.workflow import ADVICE
from yixian.trail.actions import leaves_trail

ISSUE, ANSWER = "resolution.issue_recommendation", "resolution.answer_recommendation"
PREVIEW = "resolution.preview_recommendation"
CHECK, PRINT = "resolution.check_recommendation", "resolution.print_recommendation"


@leaves_trail(ISSUE)
def issue_recommendation(*, by: Officer, clue: Clue, facts: RecommendationFacts, on: date) -> Recommendation:
    """Issue the letter; it is held against who reported and the letter first."""
    require(by, ISSUE, clue)
    number = next_paper_number(by.organ_id, on)
    letter = _checked_letter(by, clue, facts, number, on)
    issued = Recommendation(
        clue=clue,
        kind=facts.kind,
        number=number,
        issued_by_id=by.staff_id,
        issued_on=on,
        due_on=facts.due_on,
    )
    slots: dict[str, str | bytes] = {
        "unit": facts.unit.strip(),
        "text": f"{facts.found.strip()}\n建议：{facts.advice.strip()}",
        "docx": letter.docx,
    }
    issued.words = seal(organ_id=by.organ_id, context=text_context(issued, "words"), slots=slots)
    issued.save()
    return issued


@leaves_trail(PREVIEW)
def preview_recommendation(*, by: Officer, clue: Clue, facts: RecommendationFacts, on: date) -> FilledPaper:
    """The letter as it would be issued, without its number, held against the same as when it goes out."""
    require(by, PREVIEW, clue)
    return _checked_letter(by, clue, facts, UNNUMBERED, on)


def _checked_letter(
    by: Officer, clue: Clue, facts: RecommendationFacts, number: str, on: date
) -> FilledPaper:
    require_found_out(clue, "发建议书")
    _check_words(facts, on)
    reports = reports_of(clue.matter)
    said = f"{facts.unit}\n{facts.found}\n{facts.advice}"
    require_discreet(by=by, reports=reports, text=said, what="建议书", of_the_letter=True)
    letter = advice_letter(by, facts, number, on)
    require_discreet(by=by, reports=reports, text=letter.words.whole, what="建议书")
    return letter


def _check_words(facts: RecommendationFacts, on: date) -> None:
    for words, what in ((facts.unit, "受文单位"), (facts.found, "发现的问题"), (facts.advice, "建议内容")):
        if not words.strip():
            raise TextMissing(f"请填写{what}。")
        if len(words) > LONGEST:
            raise TextTooLong(f"{what}最多{LONGEST}个字，请精简。")
    if facts.due_on < on:
        raise TooEarly("回复期限不得早于今天，请重新填写。")


@leaves_trail(ANSWER)
def answer_recommendation(
    *, by: Officer, recommendation: Recommendation, adopted: Adoption, answer: str, on: date
) -> Recommendation:
    """The unit answered on this day: what it put right, or why not."""
    require(by, ANSWER, recommendation)
    if on < recommendation.issued_on:
        raise TooEarly("回复日期不得早于发出日期。")
    sealed = seal_text(recommendation, "answer", answer, organ_id=by.organ_id, what="对方的回复")
    columns = {"answer": sealed, "adopted": adopted, "answered_on": on, "recorded_by_id": by.staff_id}
    return move(ADVICE, ANSWER, recommendation, **columns)


@leaves_trail(CHECK)
def check_recommendation(
    *, by: Officer, recommendation: Recommendation, settled: bool, found: str, on: date
) -> Recommendation:
    """Look whether it was put right; what was not is asked for by another letter."""
    require(by, CHECK, recommendation)
    if recommendation.answered_on and on < recommendation.answered_on:
        raise TooEarly("核对日期不得早于回复日期。")
    sealed = seal_text(recommendation, "checked", found, organ_id=by.organ_id, what="整改情况")
    columns = {"checked": sealed, "checked_on": on, "checked_by_id": by.staff_id}
    to = AdviceState.SETTLED if settled else AdviceState.WANTING
    return move(ADVICE, CHECK, recommendation, to=to, **columns)


@leaves_trail(PRINT)
def print_recommendation(*, by: Officer, recommendation: Recommendation) -> FilledPaper:
    """The letter as it went out."""
    require(by, PRINT, recommendation)
    context = text_context(recommendation, "words")
    return FilledPaper(
        open_bytes(by=by, seal=recommendation.words, slot="docx", about=recommendation, context=context)
    )
