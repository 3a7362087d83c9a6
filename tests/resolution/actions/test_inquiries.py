from dataclasses import replace
from datetime import date

import pytest

from tests.reception.township import TUESDAY, WEDNESDAY
from tests.resolution.casework import TWO_PEOPLE, a_proposal
from tests.toolkit.files.samples import png
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import GivesAway
from yixian.reception.models import Clock
from yixian.reception.refusals import TooEarly
from yixian.regulations.classes import Disposal as DisposalKind
from yixian.resolution.actions import (
    AskedBefore,
    InquiryFacts,
    InquiryReplyFacts,
    ReplyMayCome,
    decide_disposal,
    end_inquiry,
    issue_inquiry,
    open_inquiry_paper,
    print_inquiry,
    record_inquiry_reply,
    serve_inquiry,
    withdraw_inquiry,
)
from yixian.resolution.enums import InquiryState, InquiryWithdrawal, ReplyExplains, ReplySigned
from yixian.resolution.models import Clue, Inquiry
from yixian.resolution.queries import inquiries_waiting, person_ids_of
from yixian.resolution.queries.filing import proposed_index
from yixian.toolkit.files import PICTURES, take_in
from yixian.trail.steps import NotInThisState

LAST = date(2026, 3, 24)
"""Fifteen working days after the Tuesday."""


def inquiring(town):
    proposal = a_proposal(town, DisposalKind.TALK_OR_INQUIRY, TWO_PEOPLE)
    return decide_disposal(by=town["chief"], disposal=proposal, approved=True, on=TUESDAY).clue


def asked(town, clue, at=0, **changes):
    facts = InquiryFacts(person_id=person_ids_of(clue)[at], unit="柳湾村党总支", questions="名单怎样确定？")
    return issue_inquiry(by=town["chief"], clue=clue, facts=replace(facts, **changes), on=TUESDAY)


def served(town, clue, at=0, on=TUESDAY):
    return serve_inquiry(by=town["chief"], inquiry=asked(town, clue, at), on=on)


def replied(town, inquiry, on, **changes):
    facts = InquiryReplyFacts(
        replied_on=on, signed=ReplySigned.LEADER, explains=ReplyExplains.ALL, text="由评议会议确定。"
    )
    return record_inquiry_reply(by=town["chief"], inquiry=inquiry, facts=replace(facts, **changes), on=on)


def clocks(clue, key):
    report = clue.matter.links.get().report
    return list(Clock.objects.filter(report=report, term_key=key).order_by("pk"))


def test_a_letter_has_its_own_number_its_last_day_and_a_place_for_the_leader(town):
    paper = print_inquiry(by=town["chief"], inquiry=asked(town, inquiring(town)))

    assert paper.title == "函询通知书"
    assert "青纪函询〔2026〕1号" in paper.text
    assert "15个工作日内（2026年3月3日收到的，最后一天为2026年3月24日" in paper.text
    assert "主要负责人签名" in paper.words.whole


@pytest.mark.parametrize(
    "words", ["据金丝雀姓名反映，名单怎样确定？", "低保名单没有公示，组长把名额给了自己的亲戚，是否属实？"]
)
def test_a_letter_names_no_reporter_and_carries_no_phrase_of_the_report(town, words):
    clue = inquiring(town)

    with pytest.raises(GivesAway, match="会暴露举报人"):
        asked(town, clue, questions=words)

    assert Inquiry.objects.count() == 0


def test_only_the_chief_sends_a_letter_to_who_is_reported(town):
    with pytest.raises(NotPermitted):
        issue_inquiry(by=town["handler"], clue=inquiring(town), facts=None, on=TUESDAY)


def test_nobody_is_asked_twice_at_a_time(town):
    clue = inquiring(town)
    asked(town, clue)

    with pytest.raises(AskedBefore, match="登记回复或者撤回以后"):
        asked(town, clue)


def test_the_reply_meets_its_clock_and_starts_that_of_the_report(town):
    clue = inquiring(town)
    sent = served(town, clue)

    done = replied(town, sent, WEDNESDAY, files=(take_in("回复.png", png(), PICTURES),))

    (reply,), (report,) = clocks(clue, "inquiry_reply"), clocks(clue, "inquiry_report")
    assert (reply.due_on, reply.met_on, report.started_on) == (LAST, WEDNESDAY, WEDNESDAY)
    assert (done.state, done.signed) == (InquiryState.REPLIED, ReplySigned.LEADER)
    assert open_inquiry_paper(by=town["chief"], paper=done.papers.get()).name == "回复.png"


def test_the_clock_goes_on_for_who_has_not_replied(town):
    clue = inquiring(town)
    first, _ = served(town, clue), served(town, clue, 1, on=WEDNESDAY)

    replied(town, first, WEDNESDAY)

    assert [each.met_on for each in clocks(clue, "inquiry_reply")] == [WEDNESDAY, None]
    assert clocks(clue, "inquiry_report") == []


def test_the_inquiry_does_not_end_while_a_reply_may_come_in_time(town):
    clue = inquiring(town)
    served(town, clue)

    with pytest.raises(ReplyMayCome, match="还在回复期限内"):
        end_inquiry(by=town["chief"], clue=clue, on=LAST)
    end_inquiry(by=town["chief"], clue=clue, on=date(2026, 3, 25))

    assert clocks(clue, "inquiry_reply")[0].met_on == date(2026, 3, 25)


def test_no_reply_before_the_letter_was_received(town):
    sent = served(town, inquiring(town), on=WEDNESDAY)

    with pytest.raises(TooEarly, match="送达以后"):
        replied(town, sent, TUESDAY)


def taken_back(town, inquiry, by="chief"):
    return withdraw_inquiry(by=town[by], inquiry=inquiry, why=InquiryWithdrawal.UNREACHED, on=WEDNESDAY)


def test_a_letter_that_was_not_delivered_is_taken_back_and_its_person_asked_again(town):
    clue = inquiring(town)

    gone = taken_back(town, asked(town, clue))
    again = asked(town, clue)

    assert (gone.state, gone.withdrawn_on, gone.withdrawn_by_id) == (
        InquiryState.WITHDRAWN,
        WEDNESDAY,
        town["chief"].staff_id,
    )
    assert (gone.number, again.number) == ("青纪函询〔2026〕1号", "青纪函询〔2026〕2号")


def test_a_letter_taken_back_is_not_served_and_keeps_no_clock_and_no_duty(town):
    clue = inquiring(town)
    gone = taken_back(town, asked(town, clue))

    with pytest.raises(NotInThisState):
        serve_inquiry(by=town["chief"], inquiry=gone, on=WEDNESDAY)

    assert clocks(clue, "inquiry_reply") == []
    assert list(inquiries_waiting(Clue.objects.all())) == []
    end_inquiry(by=town["chief"], clue=clue, on=WEDNESDAY)
    assert len(clocks(clue, "inquiry_report")) == 1


def test_what_reached_the_person_is_not_taken_back(town):
    sent = served(town, inquiring(town))

    with pytest.raises(NotInThisState):
        taken_back(town, sent)

    assert [each.met_on for each in clocks(sent.clue, "inquiry_reply")] == [None]


def test_only_the_chief_takes_a_letter_back(town):
    sent = asked(town, inquiring(town))

    with pytest.raises(NotPermitted):
        taken_back(town, sent, by="handler")


def test_the_files_index_tells_that_a_letter_was_taken_back(town):
    clue = inquiring(town)
    taken_back(town, asked(town, clue))

    lines = [line for line in proposed_index(clue.matter) if line.number == "青纪函询〔2026〕1号"]

    assert [line.note for line in lines] == ["没有送达，已撤回"]
