"""立案移交: a case is filed and examined outside this system; it is handed on, and the receipt comes back."""

from datetime import date

from yixian.assessment.queries import reports_of
from yixian.protection.actions import require, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import TextMissing, text_context
from yixian.reception.actions import require_discreet
from yixian.reception.refusals import TooEarly
from yixian.regulations.classes import CaseAuthority
from yixian.regulations.discipline_enforcement import must_have_county_review
from yixian.resolution.actions.outcomes import NotOfThisMatter
from yixian.resolution.actions.verify import NotReviewed
from yixian.resolution.facts import ReferralFacts
from yixian.resolution.found_out import require_found_out
from yixian.resolution.models import Clue, Referral
from yixian.resolution.queries import person_ids_of
from yixian.resolution.reviewing import agreed_review_of
from yixian.resolution.steps import move
from yixian.resolution.workflow import REFERRAL
from yixian.roster.enums import OrganLevel
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

HAND_ON, RECEIVE = "resolution.hand_on_case", "resolution.note_case_receipt"


class HandedOnAlready(Refusal):
    """Each person once."""

    key = "handed_on_already"


@leaves_trail(HAND_ON)
def hand_on_case(*, by: Officer, clue: Clue, facts: ReferralFacts, on: date) -> Referral:
    """Hand on the case of one person; of a township only after the county has agreed."""
    require(by, HAND_ON, clue)
    require_found_out(clue, "移交立案")
    _check(clue, facts)
    said = f"{facts.receiver}\n{facts.handed}"
    require_discreet(by=by, reports=reports_of(clue.matter), text=said, what="移交材料清单")
    handed = Referral(
        clue=clue,
        person_id=facts.person_id,
        number=facts.number.strip(),
        handed_by_id=by.staff_id,
        handed_on=on,
    )
    slots = {"receiver": facts.receiver.strip(), "text": facts.handed.strip()}
    handed.words = seal(organ_id=clue.organ_id, context=text_context(handed, "words"), slots=slots)
    handed.save()
    return handed


def _check(clue: Clue, facts: ReferralFacts) -> None:
    for words, what in (
        (facts.receiver, "移交给哪个机关"),
        (facts.handed, "移交的材料"),
        (facts.number, "文号"),
    ):
        if not words.strip():
            raise TextMissing(f"请填写{what}。")
    if facts.person_id not in person_ids_of(clue):
        raise NotOfThisMatter("所选的人不是本事项的被反映人，请重新选择。")
    if Referral.objects.filter(clue=clue, person_id=facts.person_id).exists():
        raise HandedOnAlready("这名被反映人已经移交立案。")
    review = must_have_county_review(level=CaseAuthority(OrganLevel(clue.organ.level).value))
    if review and agreed_review_of(clue) is None:
        raise NotReviewed(f"{review.sentence()}。请先“报请县审”，县审同意以后再移交。")


@leaves_trail(RECEIVE)
def note_case_receipt(
    *, by: Officer, referral: Referral, received_on: date, receipt_number: str, on: date
) -> Referral:
    """The receipt came: from which day the other office has it."""
    require(by, RECEIVE, referral)
    if not referral.handed_on <= received_on <= on:
        raise TooEarly("回执日期应当在移交以后、今天以前，请核对。")
    return move(
        REFERRAL,
        RECEIVE,
        referral,
        received_on=received_on,
        receipt_number=receipt_number.strip(),
        recorded_by_id=by.staff_id,
    )
