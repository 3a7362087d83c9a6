import pytest

from tests.protection.actions.test_identity import Report
from tests.protection.township import DAY
from yixian.protection.actions import (
    ask_recusal,
    decide_recusal,
    declare_recusal,
    issue_receipt,
    make_code,
    open_seal,
    present_code,
    raise_alert,
    require,
    seal,
)
from yixian.protection.actions.recusing import AlreadyReviewed
from yixian.protection.enums import AlertKind, RecusalGround
from yixian.protection.permits import NotPermitted
from yixian.protection.queries import open_alerts, recusals_of, recused_staff_ids, recused_subjects

ACT = "protection.request_identity"


@pytest.fixture
def report(office):
    return Report(office.organ.pk)


def test_whoever_declares_stays_away_at_once_and_from_this_record_only(office, report):
    declare_recusal(by=office["handler"], subject=report, ground=RecusalGround.RELATIVE, on=DAY)

    with pytest.raises(NotPermitted, match="《纪检监察机关处理检举控告工作规则》第四十八条"):
        require(office["handler"], ACT, report)
    require(office["handler"], ACT, Report(office.organ.pk, trail_subject="reception.report:8"))
    assert recused_subjects(office["handler"]) == {"reception.report:7"}


def test_whoever_is_recused_cannot_open_the_letter_either(office, report):
    letter = seal(organ_id=office.organ.pk, context="r|7|account", slots={"title": "村账问题"})
    declare_recusal(by=office["handler"], subject=report, ground=RecusalGround.RELATIVE, on=DAY)

    with pytest.raises(NotPermitted):
        open_seal(by=office["handler"], seal=letter, about=report)


def test_what_is_asked_for_bars_until_it_is_decided_and_the_chief_is_told(office, report):
    staff_id = office["handler"].staff_id

    asked = ask_recusal(
        by=office["clerk"], subject=report, staff_id=staff_id, ground=RecusalGround.INTEREST, on=DAY
    )

    assert recused_staff_ids("reception.report:7") == {staff_id}
    assert [alert.kind for alert in open_alerts(office["chief"])] == ["recusal_asked"]
    decide_recusal(by=office["chief"], recusal=asked, stands=False, on=DAY)
    assert recused_staff_ids("reception.report:7") == frozenset()
    assert [each.state for each in recusals_of("reception.report:7")] == ["rejected"]


def test_what_a_reporter_asks_for_is_told_without_the_minute(office):
    reporter = present_code(issue_receipt(make_code()).code)

    told = raise_alert(by=reporter, organ_id=office.organ.pk, kind=AlertKind.RECUSAL_ASKED).raised_at

    assert (told.minute, told.second, told.microsecond) == (0, 0, 0)


def test_nobody_decides_on_their_own_recusal(office, report):
    own = declare_recusal(by=office["chief"], subject=report, ground=RecusalGround.OTHER, on=DAY)

    with pytest.raises(NotPermitted, match="上级机关决定"):
        decide_recusal(by=office["chief"], recusal=own, stands=False, on=DAY)


def test_what_was_rejected_is_not_asked_again_and_bars_nobody(office, report):
    asked = {
        "subject": report,
        "staff_id": office["handler"].staff_id,
        "ground": RecusalGround.OTHER,
        "on": DAY,
    }
    decide_recusal(by=office["chief"], recusal=ask_recusal(by=office["clerk"], **asked), stands=False, on=DAY)

    with pytest.raises(AlreadyReviewed, match="已经审查过，没有新的情形不重复提出"):
        ask_recusal(by=office["clerk"], **asked)

    assert recused_staff_ids("reception.report:7") == frozenset()


def test_whoever_declares_after_a_rejection_waits_for_a_new_decision(office, report):
    handler = office["handler"]
    asked = ask_recusal(
        by=office["clerk"], subject=report, staff_id=handler.staff_id, ground=RecusalGround.OTHER, on=DAY
    )
    decide_recusal(by=office["chief"], recusal=asked, stands=False, on=DAY)

    own = declare_recusal(by=handler, subject=report, ground=RecusalGround.RELATIVE, on=DAY)

    assert (own.state, own.decided_on, own.decided_by) == ("standing", None, None)


def test_nobody_locks_the_chief_out_by_asking(office, report):
    chief_id = office["chief"].staff_id

    asked = ask_recusal(
        by=office["handler"], subject=report, staff_id=chief_id, ground=RecusalGround.OTHER, on=DAY
    )

    assert (asked.state, recused_staff_ids("reception.report:7")) == ("asked", frozenset())
    require(office["chief"], "protection.ask_recusal", report)
    with pytest.raises(NotPermitted, match="上级机关决定"):
        decide_recusal(by=office["chief"], recusal=asked, stands=False, on=DAY)


def test_only_the_chief_decides(office, report):
    own = declare_recusal(by=office["handler"], subject=report, ground=RecusalGround.OTHER, on=DAY)

    with pytest.raises(NotPermitted):
        decide_recusal(by=office["clerk"], recusal=own, stands=False, on=DAY)
