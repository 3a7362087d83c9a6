"""谈话笔录: written once, read back, signed. The office's questions carry no word of the letter and no reporter; who
was talked to and what they answered is not held against who reported: a refusal would tell whose name it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from yixian.assessment.queries import reports_of
from yixian.protection.actions import open_seal, require, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import (
    LONGEST,
    TextMissing,
    TextTooLong,
    read_text,
    seal_text,
    seal_text_if_any,
    text_context,
)
from yixian.reception.actions import FilledPaper, require_discreet
from yixian.reception.enums import ReadBackWay
from yixian.regulations.discipline_enforcement import LEAST_TEAM, VERIFICATION
from yixian.resolution.actions.evidence import TakenLater
from yixian.resolution.enums import TalkSigned
from yixian.resolution.models import Clue, Talk, TalkMember
from yixian.resolution.papers.talk_record import talk_record
from yixian.resolution.team import check_may_take, verification_going_on
from yixian.roster.queries import organ_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

ASKED = ("问：", "问:")
SLOTS = {"person": "被谈话人", "talk": "问答"}


class TooFewPresent(Refusal):
    """Nobody of the team talks to anybody alone."""

    key = "too_few_present"


class NotAtThisStep(Refusal):
    """A talk is read back, then signed, each once; what was corrected is no longer signed."""

    key = "not_at_this_step"


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkFacts:
    """``talk`` has a line for each question (问：) and answer (答：). ``corrects`` is what this record puts right."""

    person: str
    post: str
    place: str
    why: str
    talk: str
    held_on: date
    member_ids: Sequence[int]
    corrects: Talk | None = None


def _questions_in(talk: str) -> str:
    """What the office said: the lines that begin with 问."""
    return "\n".join(line for line in talk.splitlines() if line.strip().startswith(ASKED))


@leaves_trail("resolution.record_talk")
def record_talk(*, by: Officer, clue: Clue, facts: TalkFacts, on: date) -> Talk:
    """Write the record of a talk at which at least two members were present, the writer among them or beside."""
    require(by, "resolution.record_talk", clue)
    verification = verification_going_on(clue)
    _check(by, clue, facts, on)
    if facts.corrects is not None:
        _standing(facts.corrects)
    asked = f"{facts.why}\n{_questions_in(facts.talk)}"
    require_discreet(by=by, reports=reports_of(clue.matter), text=asked, what="提问", of_the_letter=True)
    last = verification.talks.aggregate(last=Max("position"))["last"] or 0
    talk = Talk(
        verification=verification,
        position=last + 1,
        corrects=facts.corrects,
        held_on=facts.held_on,
        written_by_id=by.staff_id,
    )
    slots = {name: getattr(facts, name).strip() for name in ("person", "post", "place", "why", "talk")}
    talk.words = seal(organ_id=clue.organ_id, context=text_context(talk, "words"), slots=slots)
    talk.save()
    TalkMember.objects.bulk_create(
        TalkMember(talk=talk, staff_id=each) for each in dict.fromkeys(facts.member_ids)
    )
    return talk


def _check(by: Officer, clue: Clue, facts: TalkFacts, on: date) -> None:
    for name, what in SLOTS.items():
        if not getattr(facts, name).strip():
            raise TextMissing(f"请填写{what}。")
    if len(facts.talk) > LONGEST:
        raise TextTooLong(f"问答最多{LONGEST}个字，请分几份笔录。")
    if facts.held_on > on:
        raise TakenLater("谈话日期不得晚于今天，请核对。")
    present = set(facts.member_ids)
    if len(present) < LEAST_TEAM:
        raise TooFewPresent(f"谈话应当由{LEAST_TEAM}名以上核查组成员进行（{VERIFICATION.cite()}）。")
    for each in present:
        check_may_take(by, clue, each)


@leaves_trail("resolution.read_back_talk")
def read_back_talk(*, by: Officer, talk: Talk, way: ReadBackWay, corrections: str, on: date) -> Talk:
    """It was read to the person, or by the person; what they put right stands beside it."""
    require(by, "resolution.read_back_talk", talk)
    verification_going_on(talk.verification.clue)
    locked = _standing(talk)
    if locked.read_back_on is not None:
        raise NotAtThisStep("这份笔录已经核对，请签名；还要更正的，另写一份更正笔录。")
    locked.read_back, locked.read_back_on = way, on
    locked.corrections = seal_text_if_any(
        locked, "corrections", corrections, organ_id=talk.organ_id, what="更正"
    )
    locked.save(update_fields=["read_back", "read_back_on", "corrections"])
    return locked


@leaves_trail("resolution.sign_talk")
def sign_talk(*, by: Officer, talk: Talk, as_: TalkSigned, reason: str, on: date) -> Talk:
    """Signed on the print, or refused with the reason; nothing is written into it any more."""
    require(by, "resolution.sign_talk", talk)
    verification_going_on(talk.verification.clue)
    locked = _standing(talk)
    if locked.read_back_on is None or locked.signed_on is not None:
        raise NotAtThisStep("笔录先宣读或者阅看，再签名，且只签一次。")
    if as_ == TalkSigned.DECLINED:
        locked.reason = seal_text(locked, "reason", reason, organ_id=talk.organ_id, what="不签名的原因")
    locked.signed_as, locked.signed_on = as_, on
    locked.save(update_fields=["signed_as", "signed_on", "reason"])
    return locked


def _standing(talk: Talk) -> Talk:
    locked = Talk.objects.select_for_update(of=("self",)).get(pk=talk.pk)
    if Talk.objects.filter(corrects=locked).exists():
        raise NotAtThisStep("这份笔录已有更正笔录，请在更正笔录上办理。")
    return locked


@leaves_trail("resolution.print_talk")
def print_talk(*, by: Officer, talk: Talk) -> FilledPaper:
    """谈话笔录 for the signatures, and later for the file."""
    require(by, "resolution.print_talk", talk)
    words = open_seal(by=by, seal=talk.words, about=talk, context=text_context(talk, "words"))
    names = [each.staff.name for each in talk.members.select_related("staff").order_by("pk")]
    return talk_record(
        talk=talk,
        words=words,
        organ=organ_of(talk.organ_id).name,
        present="、".join(names),
        corrections=read_text(talk, "corrections", by=by, about=talk),
        reason=read_text(talk, "reason", by=by, about=talk),
    )
