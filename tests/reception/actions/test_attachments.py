"""Files beside a report: sealed as they come, opened by whoever may read the report, and gone with it."""

from dataclasses import replace

import pytest

from tests.reception.township import (
    ANONYMOUS,
    LETTER,
    MONDAY,
    SECRETARY,
    SUBMISSION,
    TUESDAY,
    WEDNESDAY,
    Township,
    a_letter,
    about_the_secretary,
)
from tests.toolkit.files import samples
from yixian.protection.actions import NoKey, SealBroken, make_code
from yixian.protection.officer import PUBLIC
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    attach_files,
    deliver_report,
    draft_transcript,
    open_attachment,
    pass_on_report,
    read_report,
    register_letter,
    send_identity_up,
    send_up_as_envelope,
    submit_web_report,
    write_transcript,
)
from yixian.reception.attaching import MOST, KeptWithIdentity, NoSuchFile, TooManyFiles, put
from yixian.reception.enums import AttachmentKind, SourceKind
from yixian.reception.models import Attachment, Report
from yixian.reception.refusals import TooEarly
from yixian.toolkit.files import EVIDENCE, CleanFile, FileKind, take_in
from yixian.vault.models import DataKeyWrap, SealedItem

PHOTO = take_in("现场.png", samples.png(), EVIDENCE)
NOTE = take_in("账.txt", "村里的账".encode(), EVIDENCE)


def wraps_of(seal) -> list[int]:
    """The organs that can open a seal."""
    wraps = DataKeyWrap.objects.filter(data_key=seal).order_by("organ_key__organ_ref")
    return list(wraps.values_list("organ_key__organ_ref", flat=True))


def attached(town: Township, report: Report, *files: CleanFile) -> list[Attachment]:
    kind = AttachmentKind.EVIDENCE
    return attach_files(by=town["clerk"], report=report, files=files, kind=kind, on=TUESDAY)


def test_files_are_listed_in_order_with_the_report_and_opened_one_by_one(town):
    report = a_letter(town).report
    attached(town, report, PHOTO, NOTE)

    listed = read_report(by=town["clerk"], report=report).files
    opened = open_attachment(by=town["clerk"], report=report, position=2)

    assert [(each.name, each.kind) for each in listed] == [
        ("现场.png", FileKind.PNG),
        ("账.txt", FileKind.TEXT),
    ]
    assert (opened.name, opened.content.decode()) == ("账.txt", "村里的账")


def test_the_database_holds_neither_the_name_nor_the_content(town):
    attached(town, a_letter(town).report, NOTE)

    held = b"".join(
        bytes(each) for each in SealedItem.objects.order_by("pk").values_list("ciphertext", flat=True)
    )

    assert "村里的账".encode() not in held


def test_later_files_stand_behind_the_earlier(town):
    report = a_letter(town).report
    attached(town, report, PHOTO)

    assert [each.position for each in attached(town, report, NOTE)] == [2]


def test_a_report_holds_no_more_than_one_report_may(town):
    report = a_letter(town).report
    attached(town, report, *[NOTE] * MOST)

    with pytest.raises(TooManyFiles, match="最多附60份"):
        attached(town, report, NOTE)


def test_nothing_is_attached_before_the_report_is_registered(town):
    report = register_letter(by=town["clerk"], facts=ANONYMOUS, code=make_code(), on=WEDNESDAY).report

    with pytest.raises(TooEarly):
        attached(town, report, NOTE)


@pytest.mark.parametrize("who", ["reported", "relative", "colleague", "other_clerk"])
def test_whoever_may_not_meet_the_report_opens_no_file_of_it(town, who):
    report = about_the_secretary(town).report
    attached(town, report, NOTE)

    with pytest.raises(NotPermitted):
        open_attachment(by=town[who], report=report, position=1)


def test_what_the_window_hands_in_waits_with_the_report(town):
    submitted = submit_web_report(
        by=PUBLIC,
        organ_id=town.organ.pk,
        submission=SUBMISSION,
        code=make_code(),
        on=MONDAY,
        files=[NOTE, PHOTO],
    )

    content = read_report(by=town["clerk"], report=submitted.report)

    assert [(each.name, each.attachment.added_by) for each in content.files] == [
        ("账.txt", None),
        ("现场.png", None),
    ]


def test_one_whom_a_waiting_report_names_does_not_open_its_files(town):
    about = replace(SUBMISSION, reported=(SECRETARY,))
    submitted = submit_web_report(
        by=PUBLIC, organ_id=town.organ.pk, submission=about, code=make_code(), on=MONDAY, files=[NOTE]
    )

    with pytest.raises(NotPermitted):
        open_attachment(by=town["reported"], report=submitted.report, position=1)


def test_the_pages_of_an_anonymous_letter_are_read_with_it(town):
    report = register_letter(
        by=town["clerk"], facts=replace(ANONYMOUS, pages=(PHOTO,)), code=make_code(), on=MONDAY
    ).report

    opened = open_attachment(by=town["clerk"], report=report, position=1)

    assert (opened.name, report.attachments.get().kind) == ("现场.png", AttachmentKind.PAGE)


def test_the_pages_of_a_signed_letter_are_kept_with_the_identity(town):
    report = register_letter(
        by=town["clerk"], facts=replace(LETTER, pages=(PHOTO,)), code=make_code(), on=MONDAY
    ).report

    (listed,) = read_report(by=town["clerk"], report=report).files

    assert (listed.name, listed.kind) == ("", None)
    with pytest.raises(KeptWithIdentity, match="申请查看举报人身份"):
        open_attachment(by=town["clerk"], report=report, position=1)


def test_the_pages_of_a_signed_letter_go_up_with_the_identity(town):
    report = register_letter(
        by=town["clerk"], facts=replace(LETTER, pages=(PHOTO,)), code=make_code(), on=MONDAY
    ).report
    (page,) = report.attachments.all()
    envelope = send_up_as_envelope(by=town["clerk"], report=report, on=TUESDAY)
    before = wraps_of(page.content)

    send_identity_up(by=town["custodian"], envelope=envelope, on=WEDNESDAY)

    assert (before, wraps_of(page.content)) == ([town.organ.pk], [town.county.pk])


def test_a_file_that_came_after_the_report_went_up_does_not_hold_the_identity_back(town):
    report = a_letter(town).report
    envelope = send_up_as_envelope(by=town["clerk"], report=report, on=TUESDAY)
    report.refresh_from_db()
    (later,) = put(report, [PHOTO], AttachmentKind.EVIDENCE, WEDNESDAY, identifies=True)

    send_identity_up(by=town["custodian"], envelope=envelope, on=WEDNESDAY)

    assert [wraps_of(each) for each in (report.identity, later.content)] == [[town.county.pk]] * 2


def test_files_go_up_with_the_report_and_are_closed_here(town):
    report = a_letter(town).report
    attached(town, report, NOTE)

    send_up_as_envelope(by=town["clerk"], report=report, on=WEDNESDAY)
    moved = Report.objects.get(pk=report.pk)

    opened = open_attachment(by=town["county_clerk"], report=moved, position=1)
    assert opened.content.decode() == "村里的账"
    with pytest.raises((NotPermitted, NoKey)):
        open_attachment(by=town["clerk"], report=moved, position=1)


def test_files_go_down_with_a_report_that_is_delivered(town):
    registered = register_letter(by=town["county_clerk"], facts=ANONYMOUS, code=make_code(), on=MONDAY)
    attach_files(
        by=town["county_clerk"],
        report=registered.report,
        files=[NOTE],
        kind=AttachmentKind.EVIDENCE,
        on=MONDAY,
    )
    report = pass_on_report(by=town["county_clerk"], report=registered.report, on=TUESDAY)
    copy = deliver_report(
        by=town["county_clerk"],
        report=report,
        organ_id=town.organ.pk,
        source=SourceKind.PASSED_BY_SUPERIOR,
        on=TUESDAY,
    )

    assert open_attachment(by=town["clerk"], report=copy, position=1).name == "账.txt"


def test_a_seal_moved_from_another_report_is_not_opened(town):
    report, other = a_letter(town).report, a_letter(town, ANONYMOUS).report
    attached(town, report, NOTE)
    attached(town, other, PHOTO)
    (mine,), (theirs,) = report.attachments.all(), other.attachments.all()
    Attachment.objects.filter(pk=mine.pk).update(content=theirs.content)

    with pytest.raises(SealBroken, match="可能被调换"):
        open_attachment(by=town["clerk"], report=report, position=1)


@pytest.mark.parametrize(
    ("act", "more"),
    [
        (open_attachment, {}),
        (draft_transcript, {}),
        (write_transcript, {"text": "账没有公开", "on": TUESDAY}),
    ],
)
def test_a_file_that_is_not_there_is_said_to_be_missing(town, act, more):
    report = a_letter(town).report

    with pytest.raises(NoSuchFile, match="没有找到这份材料"):
        act(by=town["clerk"], report=report, position=1, **more)
