"""排查: every open matter is looked at, decided, and stands in the minutes; none is passed over or shown too far."""

import pytest
from django.db import IntegrityError, transaction

from tests.assessment.hard_matters import (
    ABOUT_SECRETARY,
    DAILY,
    LATE,
    NEXT_MONTH,
    WEDNESDAY,
    WHY,
    a_closed_session,
    a_matter,
    a_session,
    decide,
)
from tests.reception.township import REPORTER, a_letter
from yixian.assessment.actions import (
    ClassFacts,
    MonthIsHeld,
    NotAllDecided,
    NothingToScreen,
    NotInScreening,
    ScreeningFacts,
    ScreeningIsOver,
    VerdictNeedsReason,
    classify_report,
    close_matter,
    close_screening,
    open_matter,
    take_in_matters,
)
from yixian.assessment.enums import ScreeningKind, Verdict
from yixian.assessment.models import Screening, ScreeningDecision
from yixian.assessment.queries import (
    decisions_in,
    last_decisions,
    rows_of,
    screening_by_id,
    screenings_of,
    undecided_rows,
)
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing, read_text
from yixian.reception.actions import GivesAway
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.trail.steps import NotInThisState


def matters_in(town, session, who="chief"):
    return [row.matter for row in rows_of(town[who], session)]


def test_a_session_takes_in_every_open_matter_that_its_opener_may_meet(town):
    first, second = a_matter(town), a_matter(town)
    close_matter(by=town["chief"], matter=a_matter(town), on=WEDNESDAY)

    session = a_session(town)

    assert matters_in(town, session) == [first, second]


def test_a_clerk_screens_what_passed_through_the_own_hands(town):
    mine = a_matter(town)
    others = a_letter(town, who="other_clerk").report
    open_matter(by=town["other_clerk"], report=others, title="修路", on=WEDNESDAY)

    session = a_session(town, DAILY, who="clerk")

    assert matters_in(town, session, "clerk") == [mine]


def test_the_reported_side_finds_neither_row_nor_count_nor_session(town):
    matter = a_matter(town, ABOUT_SECRETARY)
    daily = a_session(town, DAILY)
    decide(town, daily, matter)

    for who in ("reported", "relative", "colleague", "other_clerk"):
        assert list(screenings_of(town[who])) == []
        assert screening_by_id(town[who], daily.pk) is None
        assert rows_of(town[who], daily).count() == 0
        with pytest.raises(NotInScreening, match="不在本次排查中"):
            decide(town, daily, matter, who=who)


def test_one_monthly_session_is_held_a_month(town):
    a_matter(town)
    a_session(town)

    with pytest.raises(MonthIsHeld, match="2026年3月每月排查已于2026年3月4日由书记丙召集"):
        a_session(town)
    assert a_session(town, on=NEXT_MONTH).month == NEXT_MONTH.replace(day=1)


def test_the_database_too_holds_one_monthly_session_a_month(town):
    held = a_session(town)
    twin = Screening(organ=held.organ, kind="monthly", month=held.month, opened_by=held.opened_by)
    twin.opened_on = held.opened_on

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_a_monthly_session_is_called_by_the_chief(town):
    a_matter(town)

    with pytest.raises(NotPermitted, match="召集每月排查"):
        a_session(town, who="clerk")


def test_a_daily_session_over_nothing_is_not_called(town):
    with pytest.raises(NothingToScreen, match="没有您可以排查的未结事项"):
        a_session(town, DAILY)


def test_a_special_session_has_a_sealed_subject_and_may_keep_to_one_issue(town):
    about = a_matter(town)
    a_matter(town)
    facts = ClassFacts(report_class=ReportClass.ACCUSATION, main_issue=VillageIssue.SUBSIDY_FAVOURITISM)
    classify_report(by=town["clerk"], report=about.links.get().report, facts=facts, on=WEDNESDAY)
    special = ScreeningFacts(
        kind=ScreeningKind.SPECIAL, subject="低保专项", issue=VillageIssue.SUBSIDY_FAVOURITISM
    )

    session = a_session(town, special)

    assert matters_in(town, session) == [about]
    assert read_text(session, "subject", by=town["chief"], about=session) == "低保专项"
    with pytest.raises(TextMissing, match="请填写专项排查的内容"):
        a_session(town, ScreeningFacts(kind=ScreeningKind.SPECIAL))


def test_several_matters_are_decided_at_once_with_one_reason(town):
    first, second, third = (a_matter(town) for _ in range(3))
    session = a_session(town)

    decided = decide(town, session, first, second, verdict=Verdict.MAKE_PLAN, reason=WHY)

    assert [each.matter for each in decided] == [first, second]
    assert read_text(decided[1], "reason", by=town["chief"], about=decided[1]) == WHY
    assert [row.matter for row in undecided_rows(town["chief"], session)] == [third]


def test_only_going_on_with_nothing_overdue_needs_no_reason(town):
    matter = a_matter(town)
    session = a_session(town)

    decide(town, session, matter)
    with pytest.raises(VerdictNeedsReason, match=r"可以办结.*请写明理由"):
        decide(town, session, matter, verdict=Verdict.CLOSE)
    with pytest.raises(VerdictNeedsReason, match=f"{matter.number}有期限已经超期"):
        decide(town, session, matter, on=LATE)

    assert decide(town, session, matter, reason="等待鉴定结果", on=LATE)[0].reason is not None


def test_the_database_wants_a_reason_for_every_other_verdict(town):
    matter = a_matter(town)
    session = a_session(town)
    (decided,) = decide(town, session, matter)

    with pytest.raises(IntegrityError), transaction.atomic():
        ScreeningDecision.objects.filter(pk=decided.pk).update(verdict=Verdict.CLOSE)


def test_a_later_decision_holds_and_the_earlier_one_stays(town):
    matter = a_matter(town)
    session = a_session(town)
    decide(town, session, matter)
    decide(town, session, matter, verdict=Verdict.CONSULT, reason=WHY)

    assert decisions_in(session, [matter.pk])[matter.pk].verdict == Verdict.CONSULT
    assert ScreeningDecision.objects.filter(matter=matter).count() == 2


def test_a_reason_that_names_the_reporter_is_refused(town):
    matter = a_matter(town)
    session = a_session(town)

    with pytest.raises(GivesAway, match="会暴露举报人"):
        decide(town, session, matter, verdict=Verdict.MEET, reason=f"约{REPORTER.name}见面")


def test_nothing_ticked_and_what_is_not_in_the_session_are_refused(town):
    a_matter(town)
    session = a_session(town)
    later = a_matter(town)

    with pytest.raises(NotInScreening, match="请先勾选"):
        decide(town, session)
    with pytest.raises(NotInScreening, match="不在本次排查中"):
        decide(town, session, later)


def test_what_was_opened_later_is_taken_in_by_a_recorded_step(town):
    a_matter(town)
    session = a_session(town)
    later = a_matter(town)

    assert take_in_matters(by=town["chief"], screening=session, on=WEDNESDAY) == 1
    assert matters_in(town, session)[-1] == later
    with pytest.raises(NothingToScreen, match="都在本次排查中"):
        take_in_matters(by=town["chief"], screening=session, on=WEDNESDAY)
    with pytest.raises(NotPermitted, match="由召集人纳入"):
        take_in_matters(by=town["deputy"], screening=session, on=WEDNESDAY)


def test_no_matter_leaves_a_session_unseen(town):
    first, second = a_matter(town), a_matter(town)
    session = a_session(town)
    decide(town, session, first)

    with pytest.raises(NotAllDecided, match=f"还有1个事项没有作出决定，不能结束排查：{second.number}"):
        close_screening(by=town["chief"], screening=session, on=WEDNESDAY)


def test_a_matter_closed_meanwhile_waits_for_nothing_and_is_said_so(town):
    first, second = a_matter(town), a_matter(town)
    session = a_session(town)
    decide(town, session, first)
    close_matter(by=town["chief"], matter=second, on=WEDNESDAY)

    closed = close_screening(by=town["chief"], screening=session, on=WEDNESDAY)

    minutes = read_text(closed, "minutes", by=town["chief"], about=closed)
    assert f"{second.number}：立项1天，来件1件，承办人接访甲。排查期间已办结，未作决定。" in minutes


def test_what_is_closed_needs_no_decision(town):
    matter = a_matter(town)
    session = a_session(town)
    close_matter(by=town["chief"], matter=matter, on=WEDNESDAY)

    with pytest.raises(NotInScreening, match=f"{matter.number}已经办结，不需要再作决定"):
        decide(town, session, matter)


def test_the_minutes_tell_figures_and_decisions_by_number_and_no_reporter(town):
    first, second = a_matter(town), a_matter(town)

    closed = a_closed_session(town, first, second, verdict=Verdict.MAKE_PLAN, reason=WHY)

    minutes = read_text(closed, "minutes", by=town["chief"], about=closed)
    assert "共排查事项2个，来件2件。" in minutes
    assert "制定化解方案2个。" in minutes
    assert f"1．{first.number}：立项1天，来件1件，承办人接访甲。决定：制定化解方案（{WHY}）。" in minutes
    assert REPORTER.name not in minutes
    assert (closed.state, closed.closed_on) == ("closed", WEDNESDAY)


def test_a_closed_session_is_not_changed_and_not_closed_again(town):
    matter = a_matter(town)
    closed = a_closed_session(town, matter)

    with pytest.raises(ScreeningIsOver, match="已经结束，不再改动"):
        decide(town, closed, matter)
    with pytest.raises(ScreeningIsOver):
        take_in_matters(by=town["chief"], screening=closed, on=WEDNESDAY)
    with pytest.raises(NotInThisState, match="排查目前是“已结束”"):
        close_screening(by=town["chief"], screening=closed, on=WEDNESDAY)


def test_a_session_is_closed_by_its_opener_alone(town):
    a_matter(town)
    session = a_session(town)

    with pytest.raises(NotPermitted, match="由召集人结束"):
        close_screening(by=town["deputy"], screening=session, on=WEDNESDAY)


def test_what_the_closer_must_no_longer_meet_is_not_counted_and_not_in_the_minutes(town):
    matter, barred = a_matter(town), a_matter(town)
    session = a_session(town)
    decide(town, session, matter)
    report = barred.links.get().report
    declare_recusal(by=town["chief"], subject=report, ground=RecusalGround.INTEREST, on=WEDNESDAY)

    closed = close_screening(by=town["chief"], screening=session, on=WEDNESDAY)

    minutes = read_text(closed, "minutes", by=town["chief"], about=closed)
    assert ("共排查事项1个" in minutes, barred.number in minutes) == (True, False)


def test_the_next_session_knows_what_was_decided_before(town):
    matter = a_matter(town)
    before = a_closed_session(town, matter, verdict=Verdict.MAKE_PLAN, reason=WHY)

    now = a_session(town, on=NEXT_MONTH)
    decide(town, now, matter, on=NEXT_MONTH, reason="继续")

    last = last_decisions([matter.pk], before=now)[matter.pk]
    assert (last.verdict, last.row.screening) == (Verdict.MAKE_PLAN, before)


def test_a_session_is_none_of_another_organs(town):
    a_matter(town)
    session = a_session(town)

    assert list(screenings_of(town["county_chief"])) == []
    with pytest.raises(NotPermitted):
        close_screening(by=town["county_chief"], screening=session, on=WEDNESDAY)


def test_whoever_handles_no_reports_sees_no_session(town):
    a_matter(town)
    a_session(town)

    assert [screenings_of(town[who]).count() for who in ("analyst", "admin", "custodian")] == [0, 0, 0]
