"""建议书、移交立案、澄清 at the desk: offered where they belong, done in real sittings, listed on today."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.sitting import WEDNESDAY, page, sit
from tests.resolution.casework import concluding
from tests.resolution.following import advised, answered, cleared, disproved, person_of, proposed
from tests.resolution.reviewing import answered as county_answered
from yixian.resolution.actions import decide_report
from yixian.resolution.enums import AdviceState, ClarificationState, ReferralState
from yixian.resolution.models import Clarification, Clue, Recommendation, Referral

LETTER = {
    "kind_": "party",
    "unit": "青禾镇民政办",
    "found": "低保名单没有公示。",
    "advice": "重新公示。",
    "due_on": "2026-04-10",
}
CLEARING = {
    "asked": "person",
    "consented_on": "2026-03-03",
    "way": "written",
    "receiver": "柳湾村党总支",
    "finding": "反映的问题，经核查不属实。",
    "scope": "村党总支委员",
}


def base(clue: Clue) -> str:
    return f"/desk/clues/{clue.pk}"


def test_the_chief_looks_at_the_letter_and_sends_it(town):
    clue, chief = concluding(town), sit(town, "chief")
    address = f"{base(clue)}/issue-recommendation"

    preview = page(chief.post(address, {**LETTER, "do": "preview"}))
    before = Recommendation.objects.count()
    chief.post(address, LETTER)
    shown = page(chief.get(base(clue)))

    assert ("纪律检查建议书" in preview, before) == (True, 0)
    assert "致青禾镇民政办" in shown
    assert "2026年4月10日前回复" in shown


def test_a_letter_that_names_the_reporter_is_refused_and_kept(town):
    clue, chief = concluding(town), sit(town, "chief")

    answer = page(
        chief.post(f"{base(clue)}/issue-recommendation", {**LETTER, "found": "据金丝雀姓名反映，没有公示。"})
    )

    assert "会暴露举报人" in answer
    assert "重新公示。" in answer
    assert Recommendation.objects.count() == 0


def test_the_answer_and_what_was_seen_are_recorded_from_the_clues_page(town):
    sent, handler = advised(town), sit(town, "handler")
    address = base(sent.clue)

    answer = {"adopted": "partly", "answered_on": "2026-03-04", "answer": "已重新公示两个组。"}
    handler.post(f"{address}/answer-recommendation/{sent.pk}", answer)
    after_answer = page(handler.get(address))
    handler.post(
        f"{address}/check-recommendation/{sent.pk}", {"settled": "wanting", "found": "三组还没有公示。"}
    )

    assert "核对整改" in after_answer
    assert "部分采纳" in after_answer
    assert Recommendation.objects.get().state == AdviceState.WANTING
    assert "三组还没有公示。" in page(handler.get(address))


def test_an_answer_of_tomorrow_is_refused_with_its_words(town):
    sent, handler = advised(town), sit(town, "handler")

    answer = {"adopted": "taken", "answered_on": "2026-03-05", "answer": "已重新公示。"}
    told = page(handler.post(f"{base(sent.clue)}/answer-recommendation/{sent.pk}", answer))

    assert "不能晚于今天" in told
    assert "已重新公示。" in told
    assert Recommendation.objects.get().state == AdviceState.ISSUED


def test_a_letter_is_printed_as_it_went_out(town):
    sent, chief = advised(town), sit(town, "chief")

    printed = chief.post(f"{base(sent.clue)}/print-recommendation/{sent.pk}", {"do": "docx"})

    assert printed.content[:2] == b"PK"


def test_the_name_of_somebody_is_cleared_by_two_people_and_done(town):
    clue = disproved(town)
    handler, chief = sit(town, "handler"), sit(town, "chief")

    offered = page(handler.get(base(clue)))
    handler.post(f"{base(clue)}/propose-clarification", {**CLEARING, "person": person_of(clue).pk})
    row = Clarification.objects.get()
    own = handler.get(f"{base(clue)}/decide-clarification/{row.pk}")
    form = page(chief.get(f"{base(clue)}/decide-clarification/{row.pk}"))
    chief.post(f"{base(clue)}/decide-clarification/{row.pk}", {"verdict": "approve", "note": "限于结论。"})
    waiting = page(handler.get("/desk/"))
    handler.post(
        f"{base(clue)}/carry-out-clarification/{row.pk}",
        {"done_on": "2026-03-04", "note": "已送达村党总支，本人在场。"},
    )
    printed = handler.post(f"{base(clue)}/print-clarification/{row.pk}", {"do": "docx"})

    assert "提出澄清" in offered
    assert own.status_code == 403
    assert "柳青山" in form
    assert "办理澄清" in waiting
    assert Clarification.objects.get().state == ClarificationState.DONE
    assert printed.content[:2] == b"PK"
    shown = page(handler.get(base(clue)))
    assert "已送达村党总支，本人在场。" in shown
    assert "审批意见：限于结论。" in shown
    assert "。；" not in shown


def test_nobody_is_offered_to_be_cleared_before_the_clue_is_closed(town):
    clue = concluding(town)

    assert "提出澄清" not in page(sit(town, "handler").get(base(clue)))


def test_clearing_that_would_name_the_reporter_keeps_what_was_typed(town):
    clue, handler = disproved(town), sit(town, "handler")

    typed = {**CLEARING, "person": person_of(clue).pk, "finding": "金丝雀姓名反映的不属实。"}
    told = page(handler.post(f"{base(clue)}/propose-clarification", typed))

    assert "会暴露举报人" in told
    assert "村党总支委员" in told
    assert Clarification.objects.count() == 0


def test_what_waits_for_the_chief_and_for_the_handler_stands_on_today(town):
    proposed(town)

    shown = {who: "审批澄清" in page(sit(town, who).get("/desk/")) for who in ("handler", "chief", "clerk")}

    assert shown == {"handler": False, "chief": True, "clerk": False}


def test_an_answered_letter_waits_to_be_looked_at(town):
    answered(town, on=WEDNESDAY)

    assert "核对建议书的整改" in page(sit(town, "handler").get("/desk/"))


def test_a_case_is_handed_on_and_its_receipt_recorded(town):
    review = county_answered(town)
    report = review.report
    decide_report(by=town["chief"], report=report, approved=True, on=WEDNESDAY)
    clue, handler = Clue.objects.get(pk=report.clue_id), sit(town, "handler")

    offered = page(handler.get(base(clue)))
    typed = {
        "person": person_of(clue).pk,
        "receiver": "云溪县纪委监委",
        "number": "青纪移〔2026〕1号",
        "handed": "核查报告一份。",
    }
    handler.post(f"{base(clue)}/hand-on-case", typed)
    row, waiting = Referral.objects.get(), page(handler.get("/desk/"))
    handler.post(
        f"{base(clue)}/note-case-receipt/{row.pk}",
        {"received_on": "2026-03-04", "receipt_number": "云纪收〔2026〕3号"},
    )

    assert "移交立案" in offered
    assert "登记移交立案的回执" in waiting
    assert Referral.objects.get().state == ReferralState.RECEIVED
    assert "云纪收〔2026〕3号" in page(handler.get(base(clue)))


def test_a_report_that_proposes_no_case_offers_no_handing_on(town):
    assert "移交立案" not in page(sit(town, "chief").get(base(concluding(town))))


@pytest.mark.parametrize("who", ["clerk", "analyst"])
def test_who_does_not_handle_clues_is_shown_nothing(town, who):
    sent = advised(town)

    assert sit(town, who).get(base(sent.clue)).status_code in (403, 404)


def test_three_letters_cost_no_more_queries_than_one(town):
    sent, chief = advised(town), sit(town, "chief")
    chief.get(base(sent.clue))

    with CaptureQueriesContext(connection) as one:
        chief.get(base(sent.clue))
    for _ in range(2):
        advised(town, Clue.objects.get())
    with CaptureQueriesContext(connection) as three:
        chief.get(base(sent.clue))

    assert len(three) == len(one)


def test_a_clearing_that_was_approved_is_not_offered_again(town):
    row = cleared(town)

    assert "提出澄清" not in page(sit(town, "handler").get(base(row.clue)))
