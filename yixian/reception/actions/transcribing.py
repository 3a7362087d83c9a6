"""听写: a recording in writing, by hand beside the player or from a draft of the office's own engine."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yixian.protection.actions import open_seals, require, reseal_slots
from yixian.protection.officer import Officer
from yixian.reception.actions.interviews import read_interviews, write_interview
from yixian.reception.attaching import file_at, opened
from yixian.reception.discretion import keep_apart
from yixian.reception.enums import Section
from yixian.reception.facts import Missing, check_length
from yixian.reception.models import Attachment, Interview, Report, Transcript
from yixian.reception.sealing import seal_text
from yixian.reception.spoken import TRANSCRIPT, InterviewWords
from yixian.toolkit.dictation import MARK, NotTranscribed, transcribe
from yixian.toolkit.files import SOUNDS, CleanFile
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class NoDraft(Refusal):
    """The engine is not there, or answered nothing."""

    key = "no_draft"


class NotChecked(Refusal):
    """A machine's words are kept only once a person has taken the mark away."""

    key = "not_checked"


@dataclass(frozen=True, slots=True)
class OpenedTranscript:
    transcript: Transcript
    text: str


@leaves_trail("reception.draft_transcript")
def draft_transcript(*, by: Officer, report: Report, position: int) -> str:
    """What the office's engine makes of a recording. Nothing is kept of it."""
    require(by, "reception.draft_transcript", report)
    found = opened(by, file_at(report, position))
    if found.kind not in SOUNDS:
        raise NoDraft("这份材料不是录音。")
    return _heard(found.content, found.media_type)


@leaves_trail("reception.write_transcript")
def write_transcript(*, by: Officer, report: Report, position: int, text: str, on: date) -> Transcript:
    """Keep what a person heard; a machine's draft only when it was checked."""
    require(by, "reception.write_transcript", report)
    if not text.strip():
        raise Missing("听写稿还没有内容。")
    check_length("talk", text)
    if MARK in text:
        raise NotChecked(f"请听着录音核对机器转写的文字，核对后去掉“{MARK}”再保存。")
    keep_apart(by, report, text)
    attachment = file_at(report, position)
    kept = Transcript.objects.filter(attachment=attachment).first()
    if kept is None:
        return _begin(by, attachment, seal_text(report, TRANSCRIPT, text), on)
    reseal_slots(by=by, seal=kept.words, slots={"text": text.strip()})
    kept.written_on, kept.written_by_id = on, by.staff_id
    kept.save()
    return kept


def _begin(by: Officer, attachment: Attachment, words: UUID, on: date) -> Transcript:
    return Transcript.objects.create(
        attachment=attachment, written_on=on, written_by_id=by.staff_id, words=words
    )


@leaves_trail("reception.read_transcripts")
def read_transcripts(*, by: Officer, report: Report) -> list[OpenedTranscript]:
    require(by, "reception.read_transcripts", report)
    found = list(
        Transcript.objects.filter(attachment__report=report)
        .select_related("attachment", "written_by")
        .order_by("attachment__position")
    )
    texts = open_seals(by=by, seals=[each.words for each in found], slot="text", subject=report.trail_subject)
    return [OpenedTranscript(each, texts[each.words]) for each in found if each.words in texts]


@leaves_trail("reception.dictate")
def dictate(*, by: Officer, report: Report, section: Section, sound: CleanFile, on: date) -> Interview:
    """Put what somebody dictated behind what a section says, marked as a machine's. The sound is not kept."""
    require(by, "reception.dictate", report)
    heard = _heard(sound.content, sound.media_type)
    last = read_interviews(by=by, report=report)[-1:]
    words = last[0].words if last and not last[0].interview.is_final else InterviewWords()
    said = "\n".join(filter(None, (words.sections.get(section, ""), heard)))
    told = InterviewWords({**words.sections, section: said}, words.talk)
    return write_interview(by=by, report=report, words=told, on=on)


def _heard(sound: bytes, media_type: str) -> str:
    try:
        return transcribe(sound, media_type)
    except NotTranscribed as refused:
        raise NoDraft(refused.message) from refused
