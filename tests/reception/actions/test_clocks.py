"""A clock is met by its act, or moved by a change that another person approved; nothing else clears it."""

from datetime import date, timedelta

import pytest

from tests.reception.township import (
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    Township,
    a_letter,
    an_accepted,
)
from tests.scenes import scene
from yixian.protection.actions import open_seal
from yixian.protection.permits import NotPermitted
from yixian.reception import clockwork
from yixian.reception.actions import (
    ask_extension,
    ask_suspension,
    decide_clock_change,
    meet_clock,
    pass_on_report,
    resume_clock,
    settle_clocks,
    start_clocks,
)
from yixian.reception.actions.clocks import (
    AlreadyDecided,
    ApproverMustDiffer,
    AskedAlready,
    ClockDoesNotRun,
    NotExtendable,
    NotMetByThis,
    RefusalUnexplained,
)
from yixian.reception.enums import ChangeKind, ChangeReason
from yixian.reception.models import Clock
from yixian.reception.queries import clocks_due, overdue, refused_changes, waiting_changes
from yixian.reception.refusals import TooEarly
from yixian.regulations.duties import Event
from yixian.roster.actions import enter_calendar_year

COMPLEX = ChangeReason.COMPLEX
SHORT = "金丝雀正文：理由不充分"
LATE = date(2026, 5, 6)


@scene
def handling_clock(town: Township) -> Clock:
    """Sixty days from Tuesday, to Saturday 2 May, moved past the holiday to the 6th."""
    report = an_accepted(town).report
    (clock,) = start_clocks(by=town["clerk"], report=report, event=Event.PETITION_ACCEPTED, on=TUESDAY)
    return clock


def test_a_clock_is_started_with_its_day_and_how_it_was_counted(town):
    clock = handling_clock(town)

    assert (clock.started_on, clock.due_on, clock.provisional) == (TUESDAY, LATE, False)
    assert "民法典" in clock.basis


def test_a_clock_that_runs_is_not_started_twice(town):
    clock = handling_clock(town)

    again = start_clocks(by=town["clerk"], report=clock.report, event=Event.PETITION_ACCEPTED, on=WEDNESDAY)

    assert again == [clock]


def test_later_work_meets_a_clock_by_its_own_act(town):
    report = an_accepted(town).report

    met = meet_clock(
        by=town["clerk"],
        report=report,
        term_key="ordinary_closing",
        act="resolution.close_matter",
        on=WEDNESDAY,
    )

    assert (met.met_on, met.met_by) == (WEDNESDAY, "resolution.close_matter")


def test_an_act_that_is_not_named_for_it_does_not_clear_a_clock(town):
    report = an_accepted(town).report

    with pytest.raises(NotMetByThis, match="不能直接消除"):
        meet_clock(
            by=town["clerk"],
            report=report,
            term_key="acceptance_notice",
            act="resolution.close_matter",
            on=TUESDAY,
        )

    assert report.clocks.get(term_key="acceptance_notice").met_on is None


def test_there_is_nothing_to_meet_when_no_such_clock_runs(town):
    report = an_accepted(town).report

    met = meet_clock(
        by=town["clerk"], report=report, term_key="promise", act="reception.give_feedback", on=TUESDAY
    )

    assert met is None


def test_an_extension_holds_only_once_another_person_approves_it(town):
    clock = handling_clock(town)

    asked = ask_extension(by=town["clerk"], clock=clock, reason=COMPLEX, on=WEDNESDAY, note="账册多。")
    clock.refresh_from_db()
    before = clock.due_on
    decided = decide_clock_change(by=town["chief"], change=asked, approved=True, on=WEDNESDAY)

    clock.refresh_from_db()
    assert (before, clock.due_on, clock.extended) == (LATE, date(2026, 6, 5), 1)
    assert (decided.old_due, decided.new_due) == (LATE, date(2026, 6, 5))
    assert (decided.requested_by_id, decided.approved_by_id) == (
        town["clerk"].staff_id,
        town["chief"].staff_id,
    )
    assert open_seal(by=town["chief"], seal=decided.note)["text"] == "账册多。"


def test_nobody_approves_their_own_request(town):
    clock = handling_clock(town)
    asked = ask_extension(by=town["chief"], clock=clock, reason=COMPLEX, on=WEDNESDAY)

    with pytest.raises(ApproverMustDiffer, match="申请人以外"):
        decide_clock_change(by=town["chief"], change=asked, approved=True, on=WEDNESDAY)

    assert list(waiting_changes(town["chief"])) == []
    assert list(waiting_changes(town["deputy"])) == [asked]


def test_a_clerk_approves_nothing(town):
    asked = ask_extension(by=town["chief"], clock=handling_clock(town), reason=COMPLEX, on=WEDNESDAY)

    with pytest.raises(NotPermitted, match="由纪委书记办理"):
        decide_clock_change(by=town["clerk"], change=asked, approved=True, on=WEDNESDAY)


def test_a_refused_extension_changes_nothing(town):
    clock = handling_clock(town)
    asked = ask_extension(by=town["clerk"], clock=clock, reason=COMPLEX, on=WEDNESDAY)

    decide_clock_change(by=town["chief"], change=asked, approved=False, on=WEDNESDAY, why_not=SHORT)

    clock.refresh_from_db()
    assert (clock.due_on, clock.extended) == (LATE, 0)


def test_a_refusal_says_why_and_keeps_it_sealed(town):
    asked = ask_extension(by=town["clerk"], clock=handling_clock(town), reason=COMPLEX, on=WEDNESDAY)

    with pytest.raises(RefusalUnexplained):
        decide_clock_change(by=town["chief"], change=asked, approved=False, on=WEDNESDAY, why_not=" ")
    done = decide_clock_change(by=town["chief"], change=asked, approved=False, on=WEDNESDAY, why_not=SHORT)

    opened = open_seal(by=town["clerk"], seal=done.refusal, about=done.clock.report)
    assert opened["text"] == SHORT


def test_what_was_refused_is_told_to_who_asked_for_seven_days_and_until_it_is_asked_again(town):
    clock = handling_clock(town)
    asked = ask_extension(by=town["clerk"], clock=clock, reason=COMPLEX, on=TUESDAY)
    decide_clock_change(by=town["chief"], change=asked, approved=False, on=WEDNESDAY, why_not=SHORT)

    days = [list(refused_changes(town["clerk"], WEDNESDAY + timedelta(days=n))) for n in (0, 7, 8)]
    assert days == [[asked], [asked], []]
    assert list(refused_changes(town["chief"], WEDNESDAY)) == []
    ask_extension(by=town["clerk"], clock=clock, reason=COMPLEX, on=WEDNESDAY)
    assert list(refused_changes(town["clerk"], WEDNESDAY)) == []


def test_a_request_is_decided_once(town):
    asked = ask_extension(by=town["clerk"], clock=handling_clock(town), reason=COMPLEX, on=WEDNESDAY)
    decide_clock_change(by=town["chief"], change=asked, approved=False, on=WEDNESDAY, why_not=SHORT)

    with pytest.raises(AlreadyDecided):
        decide_clock_change(by=town["chief"], change=asked, approved=True, on=WEDNESDAY)


def test_a_request_is_not_decided_before_it_was_made(town):
    asked = ask_extension(by=town["clerk"], clock=handling_clock(town), reason=COMPLEX, on=WEDNESDAY)

    with pytest.raises(TooEarly):
        decide_clock_change(by=town["chief"], change=asked, approved=True, on=TUESDAY)


def test_a_term_that_the_law_does_not_extend_is_not_extended(town):
    clock = a_letter(town).report.clocks.get()

    with pytest.raises(
        NotExtendable, match="没有延长的规定（《纪检监察机关处理检举控告工作规则》第二十六条）"
    ):
        ask_extension(by=town["clerk"], clock=clock, reason=COMPLEX, on=TUESDAY)


def test_an_extension_beyond_the_article_is_refused(town):
    with pytest.raises(NotExtendable, match="最迟可以延长至"):
        ask_extension(
            by=town["clerk"],
            clock=handling_clock(town),
            reason=COMPLEX,
            on=WEDNESDAY,
            until=date(2026, 8, 1),
        )


def test_a_second_extension_is_refused_by_the_article(town):
    clock = handling_clock(town)
    asked = ask_extension(by=town["clerk"], clock=clock, reason=COMPLEX, on=WEDNESDAY)
    decide_clock_change(by=town["chief"], change=asked, approved=True, on=WEDNESDAY)
    clock.refresh_from_db()

    with pytest.raises(NotExtendable, match="只能延长1次"):
        ask_extension(by=town["clerk"], clock=clock, reason=COMPLEX, on=WEDNESDAY)


@scene
def suspended(town: Township) -> Clock:
    clock = handling_clock(town)
    asked = ask_suspension(by=town["clerk"], clock=clock, reason=ChangeReason.EXPERTISE, on=WEDNESDAY)
    decide_clock_change(by=town["chief"], change=asked, approved=True, on=WEDNESDAY)
    clock.refresh_from_db()
    return clock


def test_a_stopped_clock_is_neither_due_nor_overdue(town):
    clock = suspended(town)

    assert clock.suspended_on == WEDNESDAY
    assert clock not in clocks_due(town["clerk"])
    assert clock not in overdue(town["clerk"], date(2027, 1, 4))


def test_resumed_the_stopped_days_are_given_back(town):
    clock = suspended(town)

    resumption = resume_clock(
        by=town["clerk"], clock=clock, reason=ChangeReason.EXPERTISE, on=date(2026, 3, 14)
    )

    clock.refresh_from_db()
    assert (clock.suspended_on, clock.due_on, resumption.kind) == (
        None,
        date(2026, 5, 18),
        ChangeKind.RESUMPTION,
    )
    assert resumption.approved_by_id == town["chief"].staff_id


def test_a_running_clock_is_not_resumed_and_a_stopped_one_not_stopped(town):
    running, stopped = a_letter(town).report.clocks.get(), suspended(town)

    with pytest.raises(ClockDoesNotRun, match="没有中止"):
        resume_clock(by=town["clerk"], clock=running, reason=COMPLEX, on=WEDNESDAY)
    with pytest.raises(ClockDoesNotRun, match="已经中止"):
        ask_suspension(by=town["clerk"], clock=stopped, reason=COMPLEX, on=WEDNESDAY)


def test_a_clock_is_not_resumed_on_the_day_it_stopped(town):
    with pytest.raises(TooEarly, match="恢复计算"):
        resume_clock(by=town["clerk"], clock=suspended(town), reason=COMPLEX, on=WEDNESDAY)


def test_a_clock_that_is_met_is_not_extended(town):
    report = an_accepted(town).report
    clock = clockwork.start(report, "ordinary_closing_days", TUESDAY)
    meet_clock(
        by=town["clerk"], report=report, term_key=clock.term_key, act="resolution.close_matter", on=WEDNESDAY
    )
    clock.refresh_from_db()

    with pytest.raises(ClockDoesNotRun, match="已经完成"):
        ask_extension(by=town["clerk"], clock=clock, reason=COMPLEX, on=WEDNESDAY)


INVENTED_YEAR = """
2027-01-01,放假,元旦
2027-02-05至2027-02-12,放假,春节
2027-04-05,放假,清明节
2027-05-03,放假,劳动节
2027-06-09,放假,端午节
2027-09-15,放假,中秋节
2027-10-01至2027-10-07,放假,国庆节
"""


def test_a_year_without_its_notice_gives_a_provisional_day_that_the_notice_settles(town):
    report = a_letter(town).report
    clock = clockwork.start(report, "promise", date(2026, 12, 14))
    before = (clock.due_on, clock.provisional)
    enter_calendar_year(by=town["admin"], text=INVENTED_YEAR, on=date(2026, 12, 20))

    settled = settle_clocks(by=town["chief"], year=2027)

    clock.refresh_from_db()
    assert (before, settled) == ((date(2027, 2, 12), True), 1)
    assert (clock.due_on, clock.provisional) == (date(2027, 2, 15), False)


def test_an_approved_day_is_not_settled_away(town):
    report = an_accepted(town).report
    clock = clockwork.start(report, "petition_handling", date(2026, 12, 14))
    asked = ask_extension(by=town["clerk"], clock=clock, reason=COMPLEX, on=date(2026, 12, 15))
    decided = decide_clock_change(by=town["chief"], change=asked, approved=True, on=date(2026, 12, 15))
    enter_calendar_year(by=town["admin"], text=INVENTED_YEAR, on=date(2026, 12, 20))

    settle_clocks(by=town["chief"], year=2027)

    clock.refresh_from_db()
    assert clock.due_on == decided.new_due


def test_a_clerk_does_not_settle_clocks(town):
    with pytest.raises(NotPermitted):
        settle_clocks(by=town["clerk"], year=2027)


@pytest.mark.parametrize("second", [ask_extension, ask_suspension])
def test_no_second_change_is_asked_for_while_one_waits(town, second):
    clock = handling_clock(town)
    ask_suspension(by=town["clerk"], clock=clock, reason=COMPLEX, on=TUESDAY)

    with pytest.raises(AskedAlready, match="审批以后才能再申请"):
        second(by=town["clerk"], clock=clock, reason=COMPLEX, on=WEDNESDAY)


def test_a_clock_is_not_met_before_it_began(town):
    report = an_accepted(town).report

    with pytest.raises(TooEarly, match="2026年3月3日"):
        pass_on_report(by=town["clerk"], report=report, on=MONDAY)
