"""What a report that is passed below takes along: files, records, transcripts; and what stays as it was above."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.reception.township import ANONYMOUS, LETTER, MONDAY, REPORTER, TUESDAY, WEDNESDAY, Township
from tests.reception.visitors import STROKE, WORDS
from tests.scenes import scene
from tests.toolkit.files.samples import wav
from yixian.protection.actions import IDENTITY, NoKey, make_code, open_bytes, present_code, rewrap
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    InterviewWords,
    WebCorrections,
    attach_files,
    deliver_report,
    pass_identity_on,
    pass_on_report,
    read_back_interview,
    read_interviews,
    read_messages,
    read_transcripts,
    register_call,
    register_visit,
    register_web_report,
    sign_interview,
    write_as_reporter,
    write_interview,
    write_transcript,
)
from yixian.reception.enums import AttachmentKind, ReadBackWay, Section, SignedAs, SourceKind
from yixian.reception.models import Interview, Report
from yixian.toolkit.files import SOUNDS, CleanFile, FileKind, take_in

SOUND = take_in("留言.wav", wav(), SOUNDS)
PAPER = CleanFile(FileKind.TEXT, "账.txt", "村里的账".encode())
CHANGED = InterviewWords({Section.WHAT: "下级另写的内容"})


def delivered(town: Township, report: Report) -> Report:
    return deliver_report(
        by=town["county_clerk"],
        report=pass_on_report(by=town["county_clerk"], report=report, on=TUESDAY),
        organ_id=town.organ.pk,
        source=SourceKind.PASSED_BY_SUPERIOR,
        on=TUESDAY,
    )


def registered_below(town: Township, copy: Report) -> Report:
    return register_web_report(by=town["clerk"], report=copy, corrections=WebCorrections(), on=WEDNESDAY)


@scene
def recorded_above(town: Township, *, signed: bool = True, anonymous: bool = False) -> Interview:
    """A visitor at the county, with a record, corrections beside it and, if ``signed``, a stroke or a reason."""
    clerk, facts = town["county_clerk"], ANONYMOUS if anonymous else LETTER
    report = register_visit(by=clerk, facts=facts, code=make_code(), on=MONDAY).report
    interview = write_interview(by=clerk, report=report, words=WORDS, on=MONDAY)
    way = ReadBackWay.ALOUD
    interview = read_back_interview(by=clerk, interview=interview, way=way, corrections="应为六月", on=MONDAY)
    if not signed:
        return interview
    as_ = SignedAs.ANONYMOUS if anonymous else SignedAs.PEN
    stroke = b"" if anonymous else STROKE
    return sign_interview(by=clerk, interview=interview, as_=as_, stroke=stroke, on=MONDAY)


@scene
def a_message_above(town: Township) -> Report:
    clerk = town["county_clerk"]
    report = register_call(by=clerk, facts=ANONYMOUS, code=make_code(), on=MONDAY).report
    attach_files(by=clerk, report=report, files=[SOUND], kind=AttachmentKind.VOICE, on=MONDAY)
    write_transcript(by=clerk, report=report, position=1, text="村里的账没有公开", on=MONDAY)
    return report


def told(town: Township, who: str, report: Report) -> list[tuple[object, ...]]:
    return [
        (
            each.words.sections[Section.WHEN],
            each.corrections,
            each.interview.signed_as,
            each.interview.written_on,
        )
        for each in read_interviews(by=town[who], report=report)
    ]


def heard(town: Township, who: str, report: Report) -> list[str]:
    return [each.text for each in read_transcripts(by=town[who], report=report)]


def test_the_record_of_a_visit_is_read_below_as_it_was_signed_above(town):
    above = recorded_above(town).report

    copy = registered_below(town, delivered(town, above))

    as_signed = [("去年五月", "应为六月", SignedAs.PEN, MONDAY)]
    assert (told(town, "clerk", copy), told(town, "county_clerk", above)) == (as_signed, as_signed)
    assert copy.interviews.get().written_by == town.staff["county_clerk"]


def test_the_signature_stays_closed_below_until_the_identity_is_passed_on(town):
    interview = recorded_above(town)
    copy = delivered(town, interview.report)
    below = copy.interviews.get().signature

    with pytest.raises(NoKey):
        open_bytes(by=town["clerk"], seal=below.content, slot="file")
    with pytest.raises(NoKey):
        rewrap(by=town["custodian"], seal=below.content, organ_id=town.organ.pk, purpose=IDENTITY)
    pass_identity_on(by=town["county_custodian"], report=interview.report, organ_id=town.organ.pk)

    rewrap(by=town["custodian"], seal=below.content, organ_id=town.organ.pk, purpose=IDENTITY)
    assert (below.report, below.identifies, below.pk != interview.signature_id) == (copy, True, True)


def test_what_is_written_below_leaves_the_record_above_as_it_was(town):
    above = recorded_above(town, signed=False).report
    copy = registered_below(town, delivered(town, above))

    write_interview(by=town["clerk"], report=copy, words=CHANGED, on=WEDNESDAY)

    (below,), (mine,) = (
        read_interviews(by=town[who], report=report)
        for who, report in (("clerk", copy), ("county_clerk", above))
    )
    assert (below.words.sections[Section.WHAT], mine.words.sections[Section.WHAT]) == (
        "下级另写的内容",
        "金丝雀正文：低保名单没有公示。",
    )
    assert (below.interview.stands, mine.interview.stands) == ("待宣读或者阅看", "已核对，待签名")


def test_a_transcript_is_read_below_and_corrected_there_alone(town):
    above = a_message_above(town)
    copy = registered_below(town, delivered(town, above))
    assert heard(town, "clerk", copy) == ["村里的账没有公开"]

    write_transcript(by=town["clerk"], report=copy, position=1, text="村里的路", on=WEDNESDAY)

    assert (heard(town, "clerk", copy), heard(town, "county_clerk", above)) == (
        ["村里的路"],
        ["村里的账没有公开"],
    )


@pytest.mark.parametrize("read", [read_interviews, read_transcripts])
def test_above_and_below_nobody_reads_the_row_of_the_other(town, read: Callable[..., object]):
    above = recorded_above(town, anonymous=True).report
    copy = delivered(town, above)

    for who, report in (("clerk", above), ("county_clerk", copy)):
        with pytest.raises(NotPermitted):
            read(by=town[who], report=report)


def test_a_file_that_came_with_a_letter_is_listed_once_beside_that_letter(town):
    registered = register_call(by=town["county_clerk"], facts=ANONYMOUS, code=make_code(), on=MONDAY)
    holder = present_code(registered.code)
    write_as_reporter(by=holder, text="补充一份账。", on=MONDAY, files=[PAPER])

    copy = delivered(town, registered.report)

    ((letter, _),) = read_messages(by=town["county_clerk"], report=registered.report, on=TUESDAY)
    assert [each.report for each in letter.enclosures.all()] == [registered.report]
    assert copy.attachments.get().letter is None


def test_a_correction_without_words_stays_without(town):
    interview = recorded_above(town, signed=False)
    read_back_interview(
        by=town["county_clerk"], interview=interview, way=ReadBackWay.ALOUD, corrections="", on=MONDAY
    )

    copy = delivered(town, interview.report)

    assert copy.interviews.get().corrections is None


def test_how_many_of_a_visit_were_heard_goes_along(town):
    clerk, facts = town["county_clerk"], replace(LETTER, reporters=(REPORTER, REPORTER), people_count=6)
    above = register_visit(by=clerk, facts=facts, code=make_code(), on=MONDAY).report

    copy = registered_below(town, delivered(town, above))

    assert (copy.representatives, copy.people_count) == (2, 6)
