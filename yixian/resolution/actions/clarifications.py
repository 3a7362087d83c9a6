"""澄清正名 (检控规则 50): proposed with the person's consent, decided by the chief, done, and limited to the result."""

from datetime import date

from yixian.assessment.queries import reports_of
from yixian.protection.actions import open_bytes, open_seal, require, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import TextMissing, seal_text, seal_text_if_any, text_context
from yixian.reception.actions import FilledPaper, require_discreet
from yixian.reception.numbering import next_paper_number
from yixian.reception.refusals import TooEarly
from yixian.regulations.outcomes import ClarificationAsked, ClarificationWay
from yixian.resolution.actions.outcomes import NotOfThisMatter
from yixian.resolution.clearing import NotToBeCleared, named, require_nothing_else_open, require_untrue
from yixian.resolution.deciders import require_another_decider
from yixian.resolution.enums import ClarificationState as S
from yixian.resolution.facts import ClarificationFacts
from yixian.resolution.models import Clarification, Clue
from yixian.resolution.papers.letters import clarification_letter
from yixian.resolution.queries import person_ids_of
from yixian.resolution.steps import move
from yixian.resolution.workflow import CLEARING
from yixian.trail.actions import leaves_trail

PROPOSE, DECIDE = "resolution.propose_clarification", "resolution.decide_clarification"
DO, PRINT = "resolution.carry_out_clarification", "resolution.print_clarification"
SLOTS = ("receiver", "finding", "scope")


@leaves_trail(PROPOSE)
def propose_clarification(*, by: Officer, clue: Clue, facts: ClarificationFacts, on: date) -> Clarification:
    """Propose whom to clear, how, and in which words; the words hold neither who reported nor the letter."""
    require(by, PROPOSE, clue)
    require_another_decider(by, clue.organ_id)
    if facts.person_id not in person_ids_of(clue):
        raise NotOfThisMatter("所选的人不是本事项的被反映人，请重新选择。")
    require_untrue(clue, facts.person_id, consents=facts.consented_on is not None)
    consented_on = _check_words(facts, on)
    if Clarification.objects.filter(clue=clue, person_id=facts.person_id).exclude(state=S.RETURNED).exists():
        raise NotToBeCleared("这名被反映人的澄清已经提出或者办完，不重复提出。")
    said = "\n".join(getattr(facts, slot) for slot in SLOTS)
    require_discreet(by=by, reports=reports_of(clue.matter), text=said, what="澄清的内容", of_the_letter=True)
    proposed = Clarification(
        clue=clue,
        person_id=facts.person_id,
        way=facts.way,
        asked=facts.asked,
        consented_on=consented_on,
        proposed_by_id=by.staff_id,
        proposed_on=on,
    )
    slots = {slot: getattr(facts, slot).strip() for slot in SLOTS}
    proposed.words = seal(organ_id=clue.organ_id, context=text_context(proposed, "words"), slots=slots)
    proposed.save()
    return proposed


def _check_words(facts: ClarificationFacts, on: date) -> date:
    """Everything is said; back comes the day of the person's consent."""
    for slot, what in zip(SLOTS, ("向谁澄清", "核查结论", "知悉范围"), strict=True):
        if not getattr(facts, slot).strip():
            raise TextMissing(f"请填写{what}。")
    if facts.consented_on is None or facts.consented_on > on:
        raise TooEarly("本人同意的日期不得晚于今天，请核对。")
    return facts.consented_on


@leaves_trail(DECIDE)
def decide_clarification(
    *, by: Officer, clarification: Clarification, approved: bool, on: date, note: str = ""
) -> Clarification:
    """Approve, and a written one gets its number and letter; or return it."""
    require(by, DECIDE, clarification)
    clue = clarification.clue
    columns: dict[str, object] = {"decided_by_id": by.staff_id, "decided_on": on}
    columns["note"] = seal_text_if_any(clarification, "note", note, organ_id=clue.organ_id, what="审批意见")
    if approved:
        require_untrue(clue, clarification.person_id, consents=True)
        require_nothing_else_open(clue, clarification.person_id)
        if ClarificationWay(clarification.way).has_letter:
            columns |= _letter(by, clarification, on)
    return move(CLEARING, DECIDE, clarification, to=S.APPROVED if approved else S.RETURNED, **columns)


def _letter(by: Officer, row: Clarification, on: date) -> dict[str, object]:
    words = open_seal(by=by, seal=row.words, about=row, context=text_context(row, "words"))
    facts = ClarificationFacts(
        person_id=row.person_id,
        way=ClarificationWay(row.way),
        asked=ClarificationAsked(row.asked),
        consented_on=row.consented_on,
        **{slot: words[slot] for slot in SLOTS},
    )
    number = next_paper_number(by.organ_id, on)
    letter = clarification_letter(by, facts, named(by, row.clue, row.person_id), number, on)
    require_discreet(by=by, reports=reports_of(row.clue.matter), text=letter.words.whole, what="澄清函")
    slots: dict[str, str | bytes] = {"docx": letter.docx}
    sealed = seal(organ_id=row.organ_id, context=text_context(row, "letter"), slots=slots)
    return {"number": number, "letter": sealed}


@leaves_trail(DO)
def carry_out_clarification(
    *, by: Officer, clarification: Clarification, note: str, on: date
) -> Clarification:
    """It was done: where, before whom, what the person said of it. Asked once more whether anything is open."""
    require(by, DO, clarification)
    require_nothing_else_open(clarification.clue, clarification.person_id)
    sealed = seal_text(clarification, "done_note", note, organ_id=clarification.organ_id, what="澄清经过")
    return move(CLEARING, DO, clarification, done_by_id=by.staff_id, done_on=on, done_note=sealed)


@leaves_trail(PRINT)
def print_clarification(*, by: Officer, clarification: Clarification) -> FilledPaper:
    """The letter as the chief approved it."""
    require(by, PRINT, clarification)
    if clarification.letter is None:
        raise NotToBeCleared("这次澄清没有函件：当面、会议澄清不发函，没有批准的不能发函。")
    context = text_context(clarification, "letter")
    return FilledPaper(
        open_bytes(by=by, seal=clarification.letter, slot="docx", about=clarification, context=context)
    )
