"""Prints: as issued, or filled from the record; and never with who reported."""

import io
from dataclasses import replace
from datetime import date

import cv2
import numpy as np
import pypdfium2
import pytest

from tests.reception.township import (
    ANONYMOUS,
    LETTER,
    MONDAY,
    SECRETARY,
    STRANGER,
    TUESDAY,
    WEDNESDAY,
    a_letter,
    an_accepted,
    an_opened_box,
)
from yixian.protection.actions import seal
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    CoverFacts,
    EnvelopeFacts,
    GivesAway,
    ReportedFacts,
    SheetWords,
    confirm_box_opening,
    give_feedback,
    issue_notice,
    note_envelope,
    print_approval,
    print_box_record,
    print_envelope_slip,
    print_feedback_record,
    print_notice,
    print_receipt,
    print_register,
    record_view,
)
from yixian.reception.enums import CadreCategory, Channel, Delivery, FeedbackWay, NoticeKind, ReporterView
from yixian.reception.facts import Missing
from yixian.reception.sealing import context_of
from yixian.roster.models import Cadre
from yixian.trail.queries import entries

IDENTITY = ("金丝雀姓名", "13800000999", "柳湾村三组")
KNOWN = {
    "来件类别": "检举控告",
    "主要问题": "优亲厚友",
    "次要问题": "无",
    "问题性质": "违反群众纪律",
    "转办情况": "无",
    "处理结果": "尚未办结",
    "挽回损失": "",
}
WORDS = SheetWords(summary="反映低保名单没有公示。", proposal="建议受理。", known=KNOWN)


def absent(words, paper) -> list[str]:
    return [each for each in words if each not in paper.words.whole]


def squares_on(pdf: bytes) -> list[str]:
    """What the QR codes on the first page say."""
    document = pypdfium2.PdfDocument(pdf)
    picture = np.array(document[0].render(scale=4).to_pil().convert("RGB"))
    document.close()
    _, said, _, _ = cv2.QRCodeDetector().detectAndDecodeMulti(picture)
    return list(said)


def test_a_printed_notice_is_what_was_sealed_and_the_print_is_in_the_trail(town):
    report = an_accepted(town).report
    notice = issue_notice(by=town["clerk"], report=report, kind=NoticeKind.ACCEPTANCE, on=WEDNESDAY)

    first, second = (print_notice(by=town["clerk"], notice=notice) for _ in range(2))

    assert first.title == "受理告知书"
    assert first.docx == second.docx
    assert absent(("青纪信〔2026〕1号", "2026-0001", "第二十六条"), first) == []
    assert entries().filter(act="reception.print_notice", outcome="done").count() == 2


def test_a_notice_of_before_templates_is_printed_from_its_text(town):
    report = an_accepted(town).report
    notice = issue_notice(by=town["clerk"], report=report, kind=NoticeKind.ACCEPTANCE, on=WEDNESDAY)
    slots = {"title": "受理告知书", "text": "从前的正文。"}
    notice.content = seal(organ_id=town.organ.pk, context=context_of(report.pk, "notice"), slots=slots)
    notice.save()

    paper = print_notice(by=town["clerk"], notice=notice)

    assert (paper.title, paper.text) == ("受理告知书", "从前的正文。")


def test_another_clerk_prints_nothing_of_it(town):
    report = an_accepted(town).report
    notice = issue_notice(by=town["clerk"], report=report, kind=NoticeKind.ACCEPTANCE, on=WEDNESDAY)

    with pytest.raises(NotPermitted):
        print_notice(by=town["other_clerk"], notice=notice)
    with pytest.raises(NotPermitted):
        print_register(by=town["other_clerk"], report=report, words=WORDS, on=WEDNESDAY)
    with pytest.raises(NotPermitted):
        print_approval(by=town["other_clerk"], report=report, words=WORDS, on=WEDNESDAY)


def test_the_receipt_shows_the_code_the_next_day_and_a_square_without_the_code(town):
    registered = a_letter(town)

    paper = print_receipt(
        by=town["clerk"],
        report=registered.report,
        code=registered.code,
        window="https://jubao.example.cn/mailbox",
        on=MONDAY,
    )

    assert absent((registered.code, "2026-0001", "2026年3月23日"), paper) == []
    assert squares_on(paper.pdf) == ["https://jubao.example.cn/mailbox"]


def test_the_register_sheet_holds_the_record_and_a_square_of_its_number_alone(town):
    report = an_accepted(town, replace(LETTER, reported=(SECRETARY,), village_id=town.village.pk)).report

    paper = print_register(by=town["clerk"], report=report, words=WORDS, on=WEDNESDAY)

    said = (
        "2026-0001", "2026年3月2日", "来信", "初次来件", "柳青山，主任，柳湾村村民委员会", "检举控告", "优亲厚友",
        "反映低保名单没有公示。", "建议受理。", "实名，身份另行封存", "接访甲", "已受理", "2026年3月23日",
    )  # fmt: skip
    assert absent(said, paper) == []
    assert absent(IDENTITY, paper) == list(IDENTITY)
    assert squares_on(paper.pdf) == ["2026-0001"]


def test_the_sheet_says_what_the_roster_knows_of_whoever_is_on_it(town):
    Cadre.objects.filter(pk=town.secretary.pk).update(party_member=True)
    report = a_letter(town, replace(LETTER, reported=(SECRETARY,))).report

    paper = print_register(by=town["clerk"], report=report, words=WORDS, on=WEDNESDAY)

    said = (
        "级别　村（社区）干部　所在地区　柳湾村　中共党员　■是　□否",
        "单位类别　村（居）民委员会　监察对象　■是　□否",
    )
    assert absent(said, paper) == []


def test_whoever_is_not_on_the_roster_leaves_blanks_and_boxes(town):
    report = a_letter(
        town, replace(LETTER, reported=(replace(SECRETARY, not_on_roster=True, unit=""),))
    ).report

    paper = print_register(by=town["clerk"], report=report, words=WORDS, on=WEDNESDAY)

    said = ("级别　所在地区　中共党员　□是　□否", "单位类别　监察对象　□是　□否", "签收日期", "挽回损失")
    assert absent(said, paper) == []
    assert "None" not in paper.words.whole


def test_several_reported_are_numbered_alike_in_every_box(town):
    committee = ReportedFacts(name="柳湾村村民委员会", category=CadreCategory.UNIT)
    report = a_letter(town, replace(LETTER, reported=(SECRETARY, committee, STRANGER))).report

    paper = print_register(by=town["clerk"], report=report, words=WORDS, on=WEDNESDAY)

    said = (
        "1. 柳青山，主任，柳湾村村民委员会；村（社区）党组织书记、主任2. 柳湾村村民委员会；单位",
        "3. 无此人氏，组长；村民小组长",
        "级别　1. 村（社区）干部2. ——3.　所在地区　1. 柳湾村2. 柳湾村3.",
        "单位类别　1. 村（居）民委员会2. 村（居）民委员会3.",
        "中共党员　1. □是　■否2. ——3. □是　□否",
        "监察对象　1. ■是　□否2. ——3. □是　□否",
    )
    assert absent(said, paper) == []


def test_the_sheet_says_when_a_letter_was_signed_for_and_whether_several_wrote(town):
    cover = CoverFacts(delivery=Delivery.REGISTERED, postmarked_on=MONDAY, signed_for_on=MONDAY)
    report = a_letter(town, replace(LETTER, cover=cover, people_count=3)).report

    paper = print_register(by=town["clerk"], report=report, words=WORDS, on=WEDNESDAY)

    assert absent(("签收日期　2026年3月2日", "联名　是　人数　3人"), paper) == []
    alone = print_register(by=town["clerk"], report=a_letter(town).report, words=WORDS, on=WEDNESDAY)
    assert "联名　否　人数　1人" in alone.words.whole


def test_a_register_sheet_of_an_anonymous_report_says_that_nobody_is_known(town):
    report = a_letter(town, ANONYMOUS).report

    paper = print_register(by=town["clerk"], report=report, words=WORDS, on=WEDNESDAY)

    assert absent(("匿名，未留身份信息", "没有指明具体的人或者单位"), paper) == ["没有指明具体的人或者单位"]


@pytest.mark.parametrize("name", IDENTITY[:2])
def test_a_summary_that_names_the_reporter_is_not_printed(town, name):
    words = replace(WORDS, summary=f"{name}反映低保名单没有公示。")

    for act in (print_register, print_approval):
        with pytest.raises(GivesAway, match="会暴露举报人"):
            act(by=town["clerk"], report=a_letter(town).report, words=words, on=WEDNESDAY)


def test_a_sheet_needs_its_summary_and_an_approval_sheet_its_proposal(town):
    report = a_letter(town).report

    with pytest.raises(Missing, match="内容摘要"):
        print_register(by=town["clerk"], report=report, words=replace(WORDS, summary=" "), on=WEDNESDAY)
    with pytest.raises(Missing, match="拟办意见"):
        print_approval(by=town["clerk"], report=report, words=replace(WORDS, proposal=" "), on=WEDNESDAY)


def test_the_approval_sheet_leaves_room_for_the_instruction(town):
    report = a_letter(town).report

    paper = print_approval(by=town["clerk"], report=report, words=WORDS, on=WEDNESDAY)

    assert absent(("建议受理。", "领导批示", "接访甲", "2026年3月4日"), paper) == []


def test_the_record_of_feedback_holds_both_what_was_told_and_what_was_said(town):
    report = an_accepted(town).report
    feedback = give_feedback(
        by=town["clerk"], report=report, way=FeedbackWay.FACE_TO_FACE, text="名单已经补登公示。", on=WEDNESDAY
    )
    record_view(
        by=town["clerk"], feedback=feedback, view=ReporterView.OBJECTION, note="认为公示太晚。", on=WEDNESDAY
    )
    feedback.refresh_from_db()

    paper = print_feedback_record(by=town["clerk"], feedback=feedback, on=WEDNESDAY)

    said = ("当面", "名单已经补登公示。", "有异议", "认为公示太晚。", "第二十七条")
    assert absent(said, paper) == []


def test_a_record_of_feedback_whose_note_names_the_reporter_is_not_printed(town):
    report = an_accepted(town).report
    feedback = give_feedback(
        by=town["clerk"], report=report, way=FeedbackWay.FACE_TO_FACE, text="已经补登公示。", on=WEDNESDAY
    )
    record_view(
        by=town["clerk"],
        feedback=feedback,
        view=ReporterView.OBJECTION,
        note="金丝雀姓名不服。",
        on=WEDNESDAY,
    )
    feedback.refresh_from_db()

    with pytest.raises(GivesAway):
        print_feedback_record(by=town["clerk"], feedback=feedback, on=WEDNESDAY)


def test_the_record_of_a_box_names_the_two_and_what_they_counted(town):
    opening = an_opened_box(town, items=2)
    confirm_box_opening(by=town["handler"], opening=opening, on=TUESDAY)

    paper = print_box_record(by=town["handler"], opening=opening, on=TUESDAY)

    assert (
        absent(
            ("柳湾村", "接访甲", "承办乙", "2件", "开箱前007（完好），开箱后008", "2026年3月3日", "尚未登记"),
            paper,
        )
        == []
    )
    with pytest.raises(NotPermitted):
        print_box_record(by=town["other_clerk"], opening=opening, on=TUESDAY)


def test_the_slip_of_an_envelope_says_that_it_came_and_by_when_it_goes(town):
    facts = EnvelopeFacts(received_on=MONDAY, channel=Channel.LETTER)
    envelope = note_envelope(by=town["clerk"], facts=facts, on=MONDAY)

    paper = print_envelope_slip(by=town["clerk"], envelope=envelope, on=MONDAY)

    assert absent(("云溪县纪委监委", "2026年3月2日", "2026年3月9日", "接访甲", "第十五条"), paper) == []
    with pytest.raises(NotPermitted):
        print_envelope_slip(by=town["other_clerk"], envelope=envelope, on=MONDAY)


def test_the_slip_takes_the_next_paper_number_once_and_shows_it_again(town):
    facts = EnvelopeFacts(received_on=MONDAY, channel=Channel.LETTER)
    first, second = (note_envelope(by=town["clerk"], facts=facts, on=MONDAY) for _ in range(2))

    printed = [
        print_envelope_slip(by=town["clerk"], envelope=each, on=on).text.splitlines()[1]
        for each, on in ((second, MONDAY), (first, TUESDAY), (second, date(2027, 1, 4)))
    ]

    assert printed == ["青纪信〔2026〕1号", "青纪信〔2026〕2号", "青纪信〔2026〕1号"]
    report = an_accepted(town).report
    notice = issue_notice(by=town["clerk"], report=report, kind=NoticeKind.ACCEPTANCE, on=WEDNESDAY)
    assert notice.number == "青纪信〔2026〕3号"


def test_the_record_of_a_box_bears_its_own_serial_whoever_prints_it_and_when(town):
    first, second = an_opened_box(town), an_opened_box(town, on=TUESDAY)

    printed = [
        print_box_record(by=town[who], opening=each, on=on).text.splitlines()[1]
        for who, each, on in (("clerk", second, TUESDAY), ("handler", first, date(2027, 1, 4)))
    ]

    assert printed == ["开箱〔2026〕2号", "开箱〔2026〕1号"]


def test_every_print_is_a_whole_pdf(town):
    paper = print_register(by=town["clerk"], report=a_letter(town).report, words=WORDS, on=WEDNESDAY)

    document = pypdfium2.PdfDocument(io.BytesIO(paper.pdf))
    pages = len(document)
    document.close()
    assert pages == 1
