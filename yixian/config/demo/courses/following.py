"""What followed from closed clues in the demonstration: a name cleared, letters to units, a case handed on."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from yixian.config.demo.courses.work import Work
from yixian.config.demo.schedule import Scene, after
from yixian.regulations.classes import Truth
from yixian.regulations.outcomes import Adoption, Advice, ClarificationAsked, ClarificationWay, files_case
from yixian.resolution.actions import (
    ClarificationFacts,
    RecommendationFacts,
    ReferralFacts,
    answer_recommendation,
    carry_out_clarification,
    decide_clarification,
    hand_on_case,
    issue_recommendation,
    note_case_receipt,
    propose_clarification,
)
from yixian.resolution.clearing import NotToBeCleared, require_nothing_else_open
from yixian.resolution.enums import ClueState, Decision
from yixian.resolution.queries import clues_of

if TYPE_CHECKING:
    from yixian.resolution.models import Clue

FOUND = "有关资金使用情况没有按规定公开，村务监督没有跟上。"
ADVICE = "一、一个月内补齐公开内容。二、完善审批和公开程序，明确专人负责。"
ANSWER = "已补齐公开内容，修订了公开程序，村务监督委员会每月核对一次。"
FINDING = "此前反映的问题，经核查不属实。"
HANDED = "核查报告一份，证据材料一册三十二页，谈话笔录三份。"


def followings(works: list[Work], today: date) -> Iterator[Scene]:
    """Each on a clue that was closed in the year: the newest letters still wait for their answer."""
    found = [(work, clue) for work in works for clue in _closed(work)]
    for number, (work, clue) in enumerate(found):
        if any(files_case(each.proposal) for each in clue.reports.all()):
            yield _hand_on(work, clue, day=_later(clue, after(today, -20 + number)), received=number % 2 == 0)
        if clue.outcomes.filter(decision=Decision.APPROVED, truth=Truth.UNTRUE).exists():
            yield _clear(work, clue, day=_later(clue, after(today, -12)))
    for number, (work, clue) in enumerate(found[:3]):
        yield _advise(work, clue, day=_later(clue, after(today, -40 + 10 * number)), answered=number < 2)


def _later(clue: "Clue", day: date) -> date:
    """Not before the clue was closed."""
    return max(day, clue.closed_on or day)


def _closed(work: Work) -> "list[Clue]":
    if work.matter is None:
        return []
    return [clue for clue in clues_of(work.matter.pk) if clue.state == ClueState.CLOSED]


def _advise(work: Work, clue: "Clue", *, day: date, answered: bool) -> Scene:
    day = yield day
    facts = RecommendationFacts(
        kind=Advice.PARTY if work.number % 2 else Advice.STATE,
        unit="青禾镇农业农村办公室",
        found=FOUND,
        advice=ADVICE,
        due_on=day + timedelta(days=15),
    )
    sent = issue_recommendation(by=work.chief, clue=clue, facts=facts, on=day)
    if answered:
        day = yield after(day, 9)
        answer_recommendation(
            by=work.handler, recommendation=sent, adopted=Adoption.TAKEN, answer=ANSWER, on=day
        )


def _hand_on(work: Work, clue: "Clue", *, day: date, received: bool) -> Scene:
    day = yield day
    person = clue.outcomes.filter(decision=Decision.APPROVED).exclude(truth=Truth.UNTRUE).order_by("pk")[0]
    facts = ReferralFacts(
        person_id=person.person_id,
        receiver="云溪县纪委监委审查调查室",
        number=f"青纪移〔{day.year}〕{work.number}号",
        handed=HANDED,
    )
    handed = hand_on_case(by=work.handler, clue=clue, facts=facts, on=day)
    if received:
        day = yield after(day, 4)
        number = f"云纪收〔{day.year}〕{work.number}号"
        note_case_receipt(by=work.handler, referral=handed, received_on=day, receipt_number=number, on=day)


def _clear(work: Work, clue: "Clue", *, day: date) -> Scene:
    day = yield day
    untrue = clue.outcomes.filter(decision=Decision.APPROVED, truth=Truth.UNTRUE).order_by("pk")[0]
    facts = ClarificationFacts(
        person_id=untrue.person_id,
        way=ClarificationWay.WRITTEN,
        asked=ClarificationAsked.PERSON,
        receiver=f"{work.script.village}党总支",
        finding=FINDING,
        scope="村党总支委员和村民代表",
        consented_on=day,
    )
    proposed = propose_clarification(by=work.handler, clue=clue, facts=facts, on=day)
    day = yield after(day, 2)
    free = _nothing_else_open(clue, untrue.person_id)
    note = "同意，限于核查结论。" if free else "还有其他事项在办，全部了结以后再提。"
    row = decide_clarification(by=work.chief, clarification=proposed, approved=free, on=day, note=note)
    if not free:
        return
    day = yield after(day, 3)
    carry_out_clarification(
        by=work.handler, clarification=row, note="已当面送达村党总支，本人在场，没有意见。", on=day
    )


def _nothing_else_open(clue: "Clue", person_id: int) -> bool:
    """As the chief would find it before deciding."""
    try:
        require_nothing_else_open(clue, person_id)
    except NotToBeCleared:
        return False
    return True
