"""A recording in writing: by a person, or a draft that a person checks; the name stays out."""

import sys

import pytest

from tests.reception.township import MONDAY, TUESDAY
from tests.reception.visitors import a_call, a_visit
from tests.toolkit.files.samples import png, wav
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    GivesAway,
    attach_files,
    dictate,
    draft_transcript,
    read_interviews,
    read_transcripts,
    write_transcript,
)
from yixian.reception.actions.transcribing import NoDraft, NotChecked
from yixian.reception.enums import AttachmentKind, Section
from yixian.reception.facts import Missing
from yixian.toolkit.dictation import MARK
from yixian.toolkit.files import PICTURES, SOUNDS, take_in

SOUND = take_in("留言.wav", wav(), SOUNDS)


@pytest.fixture
def engine(settings) -> None:
    settings.YIXIAN_SPEECH = f"{sys.executable} -c \"print('村里的账没有公开')\""


def a_message(town):
    report = a_call(town)
    attach_files(by=town["clerk"], report=report, files=[SOUND], kind=AttachmentKind.VOICE, on=MONDAY)
    return report


def written(town, report, text):
    return write_transcript(by=town["clerk"], report=report, position=1, text=text, on=TUESDAY)


def test_what_a_person_heard_is_kept_and_corrected(town):
    report = a_message(town)
    written(town, report, "村里的账")

    written(town, report, "村里的账没有公开")

    (kept,) = read_transcripts(by=town["clerk"], report=report)
    assert (kept.text, kept.transcript.written_on) == ("村里的账没有公开", TUESDAY)


def test_a_machine_s_draft_is_kept_only_once_somebody_checked_it(town, engine):
    report = a_message(town)
    draft = draft_transcript(by=town["clerk"], report=report, position=1)

    with pytest.raises(NotChecked, match="核对后去掉"):
        written(town, report, draft)

    assert draft == f"{MARK}村里的账没有公开"
    assert read_transcripts(by=town["clerk"], report=report) == []


def test_the_caller_s_name_stays_out_of_it(town):
    with pytest.raises(GivesAway, match="密封的身份"):
        written(town, a_message(town), "我叫金丝雀姓名")


def test_nothing_is_no_transcript_and_a_picture_is_no_recording(town, engine):
    report = a_message(town)
    picture = take_in("图.png", png(), PICTURES)
    attach_files(by=town["clerk"], report=report, files=[picture], kind=AttachmentKind.PHOTO, on=MONDAY)

    with pytest.raises(Missing):
        written(town, report, " ")
    with pytest.raises(NoDraft, match="不是录音"):
        draft_transcript(by=town["clerk"], report=report, position=2)


def test_what_was_dictated_stands_behind_what_the_section_says(town, engine):
    report = a_visit(town)

    for _ in range(2):
        dictate(by=town["clerk"], report=report, section=Section.WHAT, sound=SOUND, on=MONDAY)

    (opened,) = read_interviews(by=town["clerk"], report=report)
    assert opened.words.sections[Section.WHAT] == "\n".join([f"{MARK}村里的账没有公开"] * 2)
    assert report.attachments.count() == 0


def test_without_an_engine_nothing_is_dictated(town):
    with pytest.raises(NoDraft, match="没有接入"):
        dictate(by=town["clerk"], report=a_visit(town), section=Section.WHAT, sound=SOUND, on=MONDAY)


def test_another_clerk_does_not_read_it(town):
    report = a_message(town)

    with pytest.raises(NotPermitted):
        read_transcripts(by=town["other_clerk"], report=report)
