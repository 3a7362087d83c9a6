"""来访笔录: written, read back, stood by. What was signed is never written again; more is a supplement."""

from datetime import date
from uuid import UUID

from yixian.protection.actions import open_seal, open_seals, require, reseal_slots, seal
from yixian.protection.officer import Officer
from yixian.reception.attaching import put
from yixian.reception.discretion import keep_apart
from yixian.reception.enums import AttachmentKind, Channel, ReadBackWay, SignedAs
from yixian.reception.facts import Missing, check_length
from yixian.reception.models import Attachment, Interview, Report
from yixian.reception.refusals import TooEarly
from yixian.reception.sealing import context_of, seal_if_any
from yixian.reception.spoken import (
    INTERVIEW,
    INTERVIEW_CORRECTIONS,
    INTERVIEW_REASON,
    InterviewWords,
    OpenedInterview,
)
from yixian.reception.steps import check_not_before
from yixian.toolkit.files import CleanFile, FileKind
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

SIGNATURE_NAME = "签名.png"
NAMED = frozenset({SignedAs.PEN, SignedAs.PAPER, SignedAs.THUMB})
"""What shows who came."""


class NotAnInterview(Refusal):
    """Only of somebody who came or rang is there a record of what was said."""

    key = "not_an_interview"


class AlreadyFinal(Refusal):
    """A signed record is not changed; what is missing is a supplement."""

    key = "already_final"


class NotReadBack(Refusal):
    """Nobody signs what was not read to them."""

    key = "not_read_back"


class CannotSignSo(Refusal):
    """Declined without a reason, or somebody unknown is to leave a name."""

    key = "cannot_sign_so"


@leaves_trail("reception.write_interview")
def write_interview(*, by: Officer, report: Report, words: InterviewWords, on: date) -> Interview:
    """Write the record, or write anew what nobody has signed: it must then be read back again."""
    require(by, "reception.write_interview", report)
    check_not_before(report, on)
    words.check()
    keep_apart(by, report, words.text)
    if report.channel not in (Channel.VISIT, Channel.CALL):
        raise NotAnInterview("只有来访、来电有笔录。")
    if words.is_empty:
        raise Missing("笔录还没有内容，请至少写一段。")
    last = Report.objects.select_for_update().get(pk=report.pk).interviews.order_by("position").last()
    if last is None or last.is_final:
        return _begin(by, report, words, on, position=last.position + 1 if last else 1)
    return _write_anew(by, last, words, on)


def _begin(by: Officer, report: Report, words: InterviewWords, on: date, position: int) -> Interview:
    return Interview.objects.create(
        report=report,
        position=position,
        written_on=on,
        written_by_id=by.staff_id,
        words=_seal_words(report, words),
    )


def _write_anew(by: Officer, draft: Interview, words: InterviewWords, on: date) -> Interview:
    """The next version under the same seal. What was read back was another text: it is read back again."""
    reseal_slots(by=by, seal=draft.words, slots=words.slots())
    draft.written_on, draft.written_by_id = on, by.staff_id
    draft.read_back, draft.read_back_on, draft.corrections = "", None, None
    draft.save()
    return draft


def _seal_words(report: Report, words: InterviewWords) -> UUID:
    return seal(organ_id=report.organ_id, context=context_of(report.pk, INTERVIEW), slots=words.slots())


@leaves_trail("reception.read_back_interview")
def read_back_interview(
    *, by: Officer, interview: Interview, way: ReadBackWay, corrections: str, on: date
) -> Interview:
    """It was read to the visitor, or by the visitor; what they corrected stands beside it."""
    require(by, "reception.read_back_interview", interview.report)
    check_length("corrections", corrections)
    keep_apart(by, interview.report, corrections)
    draft = _unsigned(interview)
    if on < draft.written_on:
        raise TooEarly("宣读、阅看的日期不得早于记录日期，请核对。")
    draft.read_back, draft.read_back_on = way, on
    draft.corrections = seal_if_any(draft.report, INTERVIEW_CORRECTIONS, corrections)
    draft.save()
    return draft


@leaves_trail("reception.sign_interview")
def sign_interview(
    *, by: Officer, interview: Interview, as_: SignedAs, on: date, stroke: bytes = b"", reason: str = ""
) -> Interview:
    """The visitor stands by it, or does not; from now on it is final. ``stroke`` is a picture of ``stroke_of``."""
    require(by, "reception.sign_interview", interview.report)
    check_length("reason", reason)
    keep_apart(by, interview.report, reason)
    draft = _unsigned(interview)
    if draft.read_back_on is None:
        raise NotReadBack("请先向来访人宣读，或者请来访人阅看，再签名。")
    _check_signed_as(draft.report, as_, stroke, reason)
    draft.signed_as, draft.signed_on = as_, on
    draft.reason = seal_if_any(draft.report, INTERVIEW_REASON, reason)
    draft.signature = _keep_stroke(by, draft.report, stroke, on) if as_ == SignedAs.PEN else None
    draft.save()
    return draft


def _check_signed_as(report: Report, as_: SignedAs, stroke: bytes, reason: str) -> None:
    unknown = report.identity is None
    if as_ == SignedAs.ANONYMOUS and not unknown:
        raise CannotSignSo("来访人留了姓名，请选择签名、捺印，或者写明不签名的原因。")
    if as_ in NAMED and unknown:
        raise CannotSignSo("匿名来访不签名，请选“匿名来访，不签名”。")
    if as_ == SignedAs.PEN and not stroke:
        raise CannotSignSo("还没有签名。请来访人在框内签名，或者选择其他方式。")
    if as_ == SignedAs.DECLINED and not reason.strip():
        raise CannotSignSo("来访人不签名的，请写明原因。")


def _keep_stroke(by: Officer, report: Report, stroke: bytes, on: date) -> Attachment:
    """With the identity: a name can be read in it."""
    drawn = CleanFile(FileKind.PNG, SIGNATURE_NAME, stroke)
    (kept,) = put(report, [drawn], AttachmentKind.SIGNATURE, on, by, identifies=True)
    return kept


def _unsigned(interview: Interview) -> Interview:
    locked = Interview.objects.select_for_update().select_related("report").get(pk=interview.pk)
    if locked.is_final:
        raise AlreadyFinal("笔录已经签名，不能再改。需要补充、更正的，另写补充笔录。")
    return locked


@leaves_trail("reception.read_interviews")
def read_interviews(*, by: Officer, report: Report) -> list[OpenedInterview]:
    """Every record of the report, opened, in order. Signatures stay closed: they tell who came."""
    require(by, "reception.read_interviews", report)
    found = list(report.interviews.select_related("written_by", "report").order_by("position"))
    beside = [seal for each in found for seal in (each.corrections, each.reason)]
    texts = open_seals(by=by, seals=beside, slot="text", subject=report.trail_subject)
    return [
        OpenedInterview(
            each,
            InterviewWords.of(
                open_seal(by=by, seal=each.words, about=report, context=context_of(report.pk, INTERVIEW))
            ),
            texts.get(each.corrections, "") if each.corrections else "",
            texts.get(each.reason, "") if each.reason else "",
        )
        for each in found
    ]
