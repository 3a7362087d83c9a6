"""The record of a visit and that of a talk: what was told, how it was stood by, and never who it was."""

from dataclasses import replace
from datetime import time

import pypdfium2
import pytest

from tests.reception.meetings import FRIDAY, a_report, an_appointment
from tests.reception.township import MONDAY, TUESDAY, WEDNESDAY, a_letter, a_web_report
from tests.reception.visitors import STROKE, WORDS, a_call, a_visit, an_interview
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    GivesAway,
    InterviewWords,
    MeetingRecord,
    VisitWords,
    print_interview,
    print_visit,
    read_back_interview,
    record_appointment,
    sign_interview,
    write_interview,
)
from yixian.reception.actions.printing_talks import NotAVisit, NotMet
from yixian.reception.enums import DutyKind, ReadBackWay, Section, SignedAs
from yixian.reception.facts import Missing, TooLong
from yixian.reception.models import DutyShift
from yixian.trail.queries import entries

IDENTITY = ("金丝雀姓名", "13800000999", "None")
BOXES = ("□已宣读　□本人已阅看　□没有更正　□更正：", "□签名　□捺印　□不签名，原因：")
REPLY = VisitWords(reply="已经登记，由接访甲负责办理。")


def absent(words, paper) -> list[str]:
    return [each for each in words if each not in paper.words.whole]


def visit_paper(town, report, words=REPLY, who="clerk"):
    return print_visit(by=town[who], report=report, words=words, on=WEDNESDAY)


def talk_paper(town, talk, who="clerk"):
    return print_interview(by=town[who], talk=talk, on=WEDNESDAY)


def stood_by(town, interview, as_, corrections="", **more):
    read_back_interview(
        by=town["clerk"], interview=interview, way=ReadBackWay.ALOUD, corrections=corrections, on=MONDAY
    )
    return sign_interview(by=town["clerk"], interview=interview, as_=as_, on=TUESDAY, **more)


def on_duty(town, *places):
    for hour, place in enumerate(places, start=8):
        DutyShift.objects.create(
            organ=town.organ,
            on=MONDAY,
            opens=time(hour),
            closes=time(hour + 1),
            kind=DutyKind.STAFF,
            staff=town.staff["clerk"],
            place=place,
            planned_by=town.staff["clerk"],
        )


def held(town, report, **changes):
    record = replace(
        MeetingRecord(held_on=FRIDAY, notes="说了名单公示的情况。", agreed="月底补登。"), **changes
    )
    appointment = an_appointment(town, report)
    return record_appointment(by=town["clerk"], appointment=appointment, record=record, on=FRIDAY)


def test_the_record_of_a_visit_says_who_received_what_was_told_and_how_it_was_stood_by(town):
    on_duty(town, "镇政府一楼接访室")
    interview = stood_by(town, an_interview(town), SignedAs.THUMB, "“五月”应为“六月”")

    paper = visit_paper(town, interview.report)

    said = (
        "2026-0001", "2026年3月2日", "镇政府一楼接访室", "接访甲", "3人，另有陪同1人", "方言", "实名，身份另行封存",
        "何事：金丝雀正文：低保名单没有公示。", "何时：去年五月", "问：谁说的？答：邻居。", REPLY.reply,
        "2026年3月2日已向来访人宣读，更正：“五月”应为“六月”", "2026年3月3日在打印件上捺印。",
        "来访人：（捺印见原件）", "第四十七条",
    )  # fmt: skip
    assert absent(said, paper) == []
    assert absent(IDENTITY, paper) == list(IDENTITY)


def test_a_section_of_which_nobody_spoke_is_drawn_through_and_a_wish_that_nobody_had_is_none(town):
    interview = an_interview(town)

    visit, talk = visit_paper(town, interview.report), talk_paper(town, interview)

    assert absent(["何人、何地、怎么知道的、证据和知情人：——"], visit) == []
    assert absent(["何人、何地、怎么知道的、证据和知情人、诉求：——"], talk) == []
    assert ("诉求　无" in visit.words.whole, "None" in talk.words.whole) == (True, False)


def test_a_visit_without_a_record_leaves_boxes_and_room_for_the_hand(town):
    report = a_visit(town)

    paper = visit_paper(town, report, VisitWords(told="来访人说名单没有公示。"))

    said = ("来访人说名单没有公示。", *BOXES, "以上记录和我说的相符。", "来访人（逐页签名、捺印）：")
    assert absent(said, paper) == []
    assert absent(IDENTITY, paper) == list(IDENTITY)
    assert "现场答复\n" in paper.words.whole + "\n"
    assert "接访地点　接访人　接访甲" in paper.words.whole


def test_where_two_rooms_were_kept_that_day_none_is_named(town):
    on_duty(town, "一楼接访室", "二楼谈话室")

    paper = visit_paper(town, a_visit(town), VisitWords(told="名单没有公示。"))

    assert absent(("一楼接访室", "二楼谈话室"), paper) == ["一楼接访室", "二楼谈话室"]


@pytest.mark.parametrize(
    ("as_", "more", "says", "room"),
    [
        (
            SignedAs.PEN,
            {"stroke": STROKE},
            "2026年3月3日在屏幕上签名，签名随身份另行封存。",
            "来访人：（已在屏幕上签名）",
        ),
        (SignedAs.PAPER, {}, "2026年3月3日在打印件上签名。", "来访人：（签名见原件）"),
        (
            SignedAs.DECLINED,
            {"reason": "不识字，家里人不让按手印"},
            "2026年3月3日本人不签名，原因：不识字，家里人不让按手印",
            "来访人：（不签名）",
        ),
    ],
)
def test_a_talk_says_how_it_was_read_back_and_signed(town, as_, more, says, room):
    interview = stood_by(town, an_interview(town), as_, **more)

    paper = talk_paper(town, interview)

    assert absent(("2026年3月2日已向来访人宣读，没有更正。", says, room), paper) == []
    assert absent(("（逐页签名、捺印）：", "□签名", *IDENTITY), paper) == [
        "（逐页签名、捺印）：",
        "□签名",
        *IDENTITY,
    ]


def test_a_talk_that_nobody_has_stood_by_is_printed_to_be_signed(town):
    interview = an_interview(town)

    paper = talk_paper(town, interview)

    said = (
        "来访笔录",
        "听取来访人反映情况",
        "来访人，实名，身份另行封存",
        *BOXES,
        "来访人（逐页签名、捺印）：",
    )
    assert absent(said, paper) == []


def test_somebody_unknown_signs_nothing_on_any_paper(town):
    interview = an_interview(town, anonymous=True)
    papers = [talk_paper(town, interview), visit_paper(town, interview.report)]
    final = stood_by(town, interview, SignedAs.ANONYMOUS)

    papers += [talk_paper(town, final), visit_paper(town, final.report)]

    said = ("匿名，未留身份信息", "匿名，不签名。", "来访人：（匿名，不签名）")
    assert [absent((*said, "（逐页签名、捺印）"), each) for each in papers] == [["（逐页签名、捺印）"]] * 4


def test_a_supplement_and_the_record_of_a_call_are_papers_of_their_own(town):
    first = stood_by(town, an_interview(town), SignedAs.PAPER)
    second = write_interview(
        by=town["clerk"],
        report=first.report,
        words=InterviewWords({Section.WHAT: "又想起一件事。"}),
        on=TUESDAY,
    )
    call = write_interview(by=town["clerk"], report=a_call(town), words=WORDS, on=MONDAY)

    supplement, told = talk_paper(town, second), talk_paper(town, call)

    assert absent(("补充笔录（1）", "又想起一件事。", "听取来访人补充反映情况"), supplement) == []
    assert "去年五月" not in supplement.words.whole
    assert absent(("谈话地点　来电", "听取来电人反映情况", "来电人，实名，身份另行封存"), told) == []


def test_the_record_of_a_meeting_that_was_agreed_is_read_back_and_signed_by_hand(town):
    appointment = held(town, a_report(town).report)

    paper = talk_paper(town, appointment)

    said = (
        "约访见面记录", "2026年3月6日", "镇政府一楼接访室", "接访甲", "说了名单公示的情况。", "商定的办法：月底补登。",
        "反映人，实名，身份另行封存", *BOXES, "反映人（逐页签名、捺印）：",
    )  # fmt: skip
    assert absent(said, paper) == []
    assert absent((*IDENTITY, "上午九点"), paper) == [*IDENTITY, "上午九点"]
    assert "商定的办法" not in talk_paper(town, held(town, a_report(town).report, agreed="")).words.whole


def test_of_a_meeting_that_has_not_taken_place_there_is_no_paper(town):
    with pytest.raises(NotMet, match="还没有见面"):
        talk_paper(town, an_appointment(town, a_report(town).report))


def test_a_letter_and_a_report_of_the_window_have_no_record_of_a_visit(town):
    for report in (a_letter(town).report, a_web_report(town)[0]):
        with pytest.raises(NotAVisit, match="只有登记了来访的件"):
            visit_paper(town, report)


def test_without_a_record_somebody_says_what_was_told_and_no_more_than_fits(town):
    report = a_visit(town)

    with pytest.raises(Missing, match="请填写反映事项"):
        visit_paper(town, report, VisitWords(told=" "))
    with pytest.raises(TooLong, match="最多5000个字"):
        visit_paper(town, report, VisitWords(told="字" * 5001))
    with pytest.raises(TooLong, match="最多1000个字"):
        visit_paper(town, report, VisitWords(told="名单", reply="字" * 1001))


@pytest.mark.parametrize(
    "words", [{"told": "金丝雀姓名说的。"}, {"told": "名单", "reply": "打13800000999告知。"}]
)
def test_a_paper_that_says_who_came_is_not_printed(town, words):
    with pytest.raises(GivesAway, match="办理的人都会看到"):
        visit_paper(town, a_visit(town), VisitWords(**words))


def test_where_it_happened_may_be_where_the_reporter_lives(town):
    paper = visit_paper(town, a_visit(town), VisitWords(told="柳湾村三组的名单没有公示。"))

    assert "柳湾村三组" in paper.words.whole


def test_whoever_may_not_open_a_record_does_not_print_it_and_every_print_is_in_the_trail(town):
    interview = an_interview(town)
    for who in ("other_clerk", "relative", "custodian", "county_chief"):
        with pytest.raises(NotPermitted):
            talk_paper(town, interview, who)
        with pytest.raises(NotPermitted):
            visit_paper(town, interview.report, who=who)

    talk_paper(town, interview, "chief")
    visit_paper(town, interview.report, who="chief")

    done = entries().filter(act__in=("reception.print_interview", "reception.print_visit"), outcome="done")
    assert sorted(each.act for each in done) == ["reception.print_interview", "reception.print_visit"]


def test_a_long_talk_goes_on_over_its_pages_and_loses_nothing(town):
    report = a_visit(town, anonymous=True)
    lines = [f"问：第{number}个问题是什么？答：第{number}个回答，名单没有公示。" for number in range(150)]
    words = InterviewWords({Section.WHAT: "名单。"}, "\n".join(lines))
    interview = write_interview(by=town["clerk"], report=report, words=words, on=MONDAY)

    for paper in (talk_paper(town, interview), visit_paper(town, report)):
        document = pypdfium2.PdfDocument(paper.pdf)
        printed = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
        pages = len(document)
        document.close()
        assert [each for each in range(150) if f"第{each}个回答" not in printed] == []
        assert pages > 3
