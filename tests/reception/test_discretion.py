"""Nothing that the office writes names the reporter, wherever it is going."""

import pytest

from tests.reception.township import LETTER, REPORTER, TUESDAY, WEDNESDAY, a_letter, an_accepted
from yixian.assessment.actions import open_matter
from yixian.reception.actions import GivesAway, decline_report, give_feedback, issue_notice, write_to_reporter
from yixian.reception.enums import DeclineReason, FeedbackWay, NoticeKind
from yixian.reception.models import Feedback, Message
from yixian.resolution.actions import open_clue

NAMING = f"{REPORTER.name}同志：您反映的问题已经查清。"


def test_an_answer_that_names_the_reporter_is_refused_and_nothing_is_kept(town):
    report = an_accepted(town).report

    with pytest.raises(GivesAway, match=f"反馈的内容中有“{REPORTER.name}”（举报人姓名），会暴露举报人"):
        give_feedback(by=town["clerk"], report=report, way=FeedbackWay.MAILBOX, text=NAMING, on=WEDNESDAY)

    assert Feedback.objects.count() == 0


def test_an_answer_without_the_name_is_given(town):
    report = an_accepted(town).report

    give_feedback(by=town["clerk"], report=report, way=FeedbackWay.MAILBOX, text="已经查清。", on=WEDNESDAY)

    assert Feedback.objects.count() == 1


def test_a_word_into_the_mailbox_names_nobody(town):
    report = a_letter(town).report

    with pytest.raises(GivesAway):
        write_to_reporter(by=town["clerk"], report=report, text=f"请回电{REPORTER.phone}", on=TUESDAY)

    assert Message.objects.count() == 0


def test_a_paper_names_nobody(town):
    declined = decline_report(
        by=town["chief"], report=a_letter(town).report, reason=DeclineReason.OTHER_ORGAN, on=TUESDAY
    )

    with pytest.raises(GivesAway):
        issue_notice(
            by=town["clerk"],
            report=declined,
            kind=NoticeKind.DECLINE,
            on=TUESDAY,
            body=f"请{REPORTER.name}找民政。",
        )


@pytest.mark.parametrize("questions", [f"{REPORTER.name}家的低保", LETTER.account])
def test_what_is_to_be_verified_is_asked_in_questions_and_not_in_the_letters_words(town, questions):
    report = an_accepted(town).report
    matter = open_matter(by=town["clerk"], report=report, title="低保", on=TUESDAY)

    with pytest.raises(GivesAway, match="需要核实的问题中有"):
        open_clue(by=town["chief"], matter=matter, questions=questions, on=TUESDAY)
