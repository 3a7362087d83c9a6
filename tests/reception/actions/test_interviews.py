"""An interview is written, read back, stood by, and then final."""

import pytest
from django.db import IntegrityError, transaction

from tests.reception.township import MONDAY, TUESDAY, a_letter
from tests.reception.visitors import STROKE, WORDS, a_visit, an_interview
from yixian.protection.actions import IDENTITY, NoKey, open_bytes, open_seal, rewrap
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    InterviewWords,
    read_back_interview,
    read_interviews,
    send_identity_up,
    send_up_as_envelope,
    sign_interview,
    write_interview,
)
from yixian.reception.actions.interviews import AlreadyFinal, CannotSignSo, NotAnInterview, NotReadBack
from yixian.reception.enums import ReadBackWay, Section, SignedAs
from yixian.reception.facts import Missing, TooLong
from yixian.reception.models import Interview, VisitNeed
from yixian.reception.refusals import TooEarly


def read_back(town, interview, corrections=""):
    return read_back_interview(
        by=town["clerk"], interview=interview, way=ReadBackWay.ALOUD, corrections=corrections, on=MONDAY
    )


def signed(town, interview, as_=SignedAs.PAPER, **more):
    return sign_interview(by=town["clerk"], interview=interview, as_=as_, on=MONDAY, **more)


def test_what_was_written_is_read_again_section_by_section(town):
    interview = an_interview(town)

    (opened,) = read_interviews(by=town["clerk"], report=interview.report)

    assert opened.words.sections[Section.WHEN] == "去年五月"
    assert opened.words.sections[Section.WISH] == ""
    assert opened.words.talk == WORDS.talk


def test_an_unsigned_record_is_written_anew_under_its_own_seal_and_must_be_read_back_again(town):
    interview = read_back(town, an_interview(town), "时间是前年")

    anew = write_interview(
        by=town["clerk"], report=interview.report, words=InterviewWords({Section.WHEN: "前年"}), on=MONDAY
    )

    assert (anew.pk, anew.position, anew.words) == (interview.pk, 1, interview.words)
    assert (anew.read_back, anew.corrections) == ("", None)
    (opened,) = read_interviews(by=town["clerk"], report=interview.report)
    assert opened.words.sections[Section.WHEN] == "前年"
    assert opened.words.sections[Section.WHAT] == ""


def test_corrections_stand_beside_the_record(town):
    interview = read_back(town, an_interview(town), "“五月”应为“六月”")

    (opened,) = read_interviews(by=town["clerk"], report=interview.report)

    assert opened.corrections == "“五月”应为“六月”"


def test_nobody_signs_what_was_not_read_to_them(town):
    with pytest.raises(NotReadBack, match="先向来访人宣读"):
        signed(town, an_interview(town))


def test_a_signed_record_is_final_and_what_follows_is_a_supplement(town):
    interview = signed(town, read_back(town, an_interview(town)))

    with pytest.raises(AlreadyFinal, match="另写补充笔录"):
        read_back(town, interview)
    supplement = write_interview(by=town["clerk"], report=interview.report, words=WORDS, on=TUESDAY)

    assert (supplement.position, supplement.label, supplement.is_final) == (2, "补充笔录（1）", False)


def test_a_signature_is_kept_where_the_name_is_kept(town):
    interview = signed(town, read_back(town, an_interview(town)), SignedAs.PEN, stroke=STROKE)

    with pytest.raises(NoKey):
        open_bytes(by=town["clerk"], seal=interview.signature.content, slot="file")
    assert (interview.stands, interview.signature.identifies) == ("在屏幕上签名", True)


@pytest.mark.parametrize(
    ("anonymous", "as_", "more", "says"),
    [
        (True, SignedAs.PEN, {"stroke": STROKE}, "匿名来访不签名"),
        (True, SignedAs.PAPER, {}, "匿名来访不签名"),
        (True, SignedAs.THUMB, {}, "匿名来访不签名"),
        (False, SignedAs.ANONYMOUS, {}, "来访人留了姓名"),
        (False, SignedAs.PEN, {}, "还没有签名"),
        (False, SignedAs.DECLINED, {"reason": " "}, "请写明原因"),
    ],
)
def test_a_record_is_stood_by_in_a_way_that_fits_who_came(town, anonymous, as_, more, says):
    interview = read_back(town, an_interview(town, anonymous=anonymous))

    with pytest.raises(CannotSignSo, match=says):
        signed(town, interview, as_, **more)


def test_an_anonymous_visitor_signs_nothing(town):
    interview = signed(town, read_back(town, an_interview(town, anonymous=True)), SignedAs.ANONYMOUS)

    assert (interview.is_final, interview.signature) == (True, None)


def test_why_somebody_did_not_sign_is_kept(town):
    interview = signed(
        town, read_back(town, an_interview(town)), SignedAs.DECLINED, reason="不识字，按手印不便"
    )

    (opened,) = read_interviews(by=town["clerk"], report=interview.report)

    assert opened.reason == "不识字，按手印不便"


def test_an_empty_record_a_letter_s_and_one_that_is_too_long_are_refused(town):
    clerk, report = town["clerk"], a_visit(town)

    with pytest.raises(Missing, match="还没有内容"):
        write_interview(by=clerk, report=report, words=InterviewWords(), on=MONDAY)
    with pytest.raises(NotAnInterview, match="来访、来电"):
        write_interview(by=clerk, report=a_letter(town).report, words=WORDS, on=MONDAY)
    with pytest.raises(TooLong, match="最多5000个字"):
        write_interview(by=clerk, report=report, words=InterviewWords({Section.WHAT: "字" * 5001}), on=MONDAY)


def test_a_record_is_not_read_back_before_it_was_written(town):
    interview = an_interview(town)
    Interview.objects.filter(pk=interview.pk).update(written_on=TUESDAY)

    with pytest.raises(TooEarly, match="不得早于记录日期"):
        read_back(town, interview)


def test_another_clerk_neither_writes_nor_reads_it(town):
    interview = an_interview(town)

    with pytest.raises(NotPermitted):
        read_interviews(by=town["other_clerk"], report=interview.report)
    with pytest.raises(NotPermitted):
        write_interview(by=town["other_clerk"], report=interview.report, words=WORDS, on=MONDAY)


def test_the_database_keeps_no_signature_without_a_reading(town):
    interview = an_interview(town)

    with pytest.raises(IntegrityError), transaction.atomic():
        Interview.objects.filter(pk=interview.pk).update(signed_as=SignedAs.PAPER, signed_on=MONDAY)


def test_a_record_goes_up_with_its_report_and_this_office_keeps_nothing(town):
    clerk, interview = (
        town["clerk"],
        signed(town, read_back(town, an_interview(town)), SignedAs.PEN, stroke=STROKE),
    )
    report = interview.report

    envelope = send_up_as_envelope(by=clerk, report=report, on=TUESDAY)
    send_identity_up(by=town["custodian"], envelope=envelope, on=TUESDAY)

    with pytest.raises(NoKey):
        open_seal(by=clerk, seal=interview.words)
    report.refresh_from_db()
    opened = open_seal(by=town["county_clerk"], seal=interview.words)
    assert InterviewWords.of(opened).sections[Section.WHEN] == "去年五月"
    with pytest.raises(NoKey):
        rewrap(
            by=town["custodian"], seal=interview.signature.content, organ_id=town.county.pk, purpose=IDENTITY
        )
    rewrap(
        by=town["county_custodian"],
        seal=interview.signature.content,
        organ_id=town.county.pk,
        purpose=IDENTITY,
    )


def test_help_and_callbacks_are_over_when_a_report_goes_up(town):
    report = a_visit(town)

    send_up_as_envelope(by=town["clerk"], report=report, on=TUESDAY)

    assert VisitNeed.objects.count() == 0
