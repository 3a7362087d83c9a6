"""What became of a report, day by day, from its own records."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.reception.township import MONDAY, TUESDAY, WEDNESDAY, an_accepted, asked_to_take_over, holder_of
from tests.scenes import scene
from yixian.reception.actions import (
    RatingFacts,
    accept_hand_over,
    ask_suspension,
    decide_clock_change,
    give_feedback,
    issue_notice,
    rate_handling,
    record_view,
    withdraw_report,
    write_as_reporter,
    write_to_reporter,
)
from yixian.reception.enums import ChangeReason, FeedbackWay, NoticeKind, Rating, ReporterView
from yixian.reception.models import Report
from yixian.reception.queries import timeline


@scene
def a_whole_life(town) -> Report:
    registered = an_accepted(town)
    report, code = registered.report, registered.code
    issue_notice(by=town["clerk"], report=report, kind=NoticeKind.ACCEPTANCE, on=TUESDAY)
    write_to_reporter(by=town["clerk"], report=report, text="请补充。", on=TUESDAY)
    write_as_reporter(by=holder_of(code), text="补充如下。", on=TUESDAY)
    handling = asked_to_take_over(town, report)
    accept_hand_over(by=town["handler"], handling=handling, on=WEDNESDAY)
    clock = report.clocks.get(term_key="ordinary_closing")
    change = ask_suspension(by=town["handler"], clock=clock, reason=ChangeReason.EXPERTISE, on=WEDNESDAY)
    decide_clock_change(by=town["chief"], change=change, approved=True, on=WEDNESDAY)
    feedback = give_feedback(
        by=town["handler"], report=report, way=FeedbackWay.CALL, text="已补登。", on=WEDNESDAY.replace(day=5)
    )
    record_view(
        by=town["handler"],
        feedback=feedback,
        view=ReporterView.NO_OBJECTION,
        note="",
        on=WEDNESDAY.replace(day=5),
    )
    rating = RatingFacts(unit=Rating.FAIRLY, reception=Rating.SATISFIED)
    rate_handling(by=holder_of(code), rating=rating, on=WEDNESDAY.replace(day=6))
    withdraw_report(by=holder_of(code), reason="不必再办。", on=WEDNESDAY.replace(day=6))
    return Report.objects.get(pk=report.pk)


def test_the_whole_life_of_a_report_in_order(town):
    told = [(entry.on.day, entry.label, entry.who) for entry in timeline(a_whole_life(town))]

    assert told == [
        (2, "收到（来信）", ""),
        (2, "登记来信，编号2026-0001", "接访甲"),
        (2, "承办（首办责任人）", "接访甲"),
        (2, "起算期限：实名检举控告受理告知", ""),
        (3, "受理", "接访甲"),
        (3, "受理告知书（青纪信〔2026〕1号）", "接访甲"),
        (3, "致信举报人（答复）", "接访甲"),
        (3, "举报人来信（补充反映）", ""),
        (3, "按期完成：实名检举控告受理告知", ""),
        (3, "起算期限：一般检举控告办结", ""),
        (4, "承办（指定承办）", "承办乙"),
        (4, "批准中止计算：一般检举控告办结（等待鉴定、审计结论）", "书记丙"),
        (5, "按期完成：一般检举控告办结", ""),
        (5, "反馈结果（电话）", "承办乙"),
        (5, "举报人意见：无异议", ""),
        (6, "举报人撤回（仍按规定办理）", ""),
        (6, "举报人来信（撤回申请）", ""),
        (6, "举报人评价：基本满意／满意", ""),
    ]


@pytest.mark.parametrize("letters", [1, 3])
def test_a_timeline_takes_a_fixed_number_of_queries(town, letters):
    report = an_accepted(town).report
    for _ in range(letters):
        write_to_reporter(by=town["clerk"], report=report, text="您好。", on=TUESDAY)
    fresh = Report.objects.select_related("first_handler").get(pk=report.pk)

    with CaptureQueriesContext(connection) as queries:
        told = timeline(fresh)

    assert (len(told), len(queries)) == (7 + letters - 1, 15)
    assert told[0].on == MONDAY
