"""The permit map against its oracle, and the sentences with which it says no."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.protection.oracle import SITUATIONS, TOKEN, Case, Report, disagreements, missing
from tests.protection.township import DAY
from yixian.protection.actions import declare_recusal, require
from yixian.protection.enums import RecusalGround
from yixian.protection.officer import PUBLIC, SYSTEM
from yixian.protection.permits import NotPermitted, UnknownAct, permit_for, permit_map
from yixian.protection.queries import may, reported_side, why_not
from yixian.protection.queries.permission import NOTHING_HERE
from yixian.roster.enums import Role

TABLE = Path(__file__).with_name("permits.csv")


class Request(Report):
    """A request to see an identity, as a permit knows it."""


def request_of(case: Case, asked_by_id: int) -> Request:
    return Request(organ_id=case.office.organ.pk, more={"asked_by_id": asked_by_id})


OWN = SITUATIONS | {
    "他人提出的申请": lambda case: request_of(case, 0),
    "本人提出的申请": lambda case: request_of(case, case.staff_id),
    "本机关的他人": lambda case: case.office.staff["analyst" if case.by.roles != {Role.ANALYST} else "clerk"],
    "本人": lambda case: next(
        (staff for staff in case.office.staff.values() if staff.pk == case.staff_id),
        case.office.staff["clerk"],
    ),
}


def test_every_role_may_what_the_table_says_and_nothing_else(office):
    assert disagreements(office, TABLE, OWN) == []


@pytest.mark.parametrize("house", ["protection", "trail"])
def test_the_table_mentions_every_act_of_this_house(house):
    assert missing(TABLE, house) == []


def test_every_permit_has_a_chinese_label_and_someone_who_may():
    unlabelled = [act for act, permit in permit_map().items() if not permit.label or permit.label.isascii()]

    assert unlabelled == []
    assert [act for act, permit in permit_map().items() if not permit.roles] == []


def test_every_condition_says_in_chinese_what_it_asks():
    from yixian.protection.permits import condition_sentence

    silent = [
        f"{act}: {condition.__name__}"
        for act, permit in permit_map().items()
        for condition in permit.conditions
        if condition_sentence(condition).isascii()
    ]

    assert silent == []


def test_an_act_that_no_house_knows_is_a_mistake_of_ours(office):
    with pytest.raises(UnknownAct):
        may(office["chief"], "reception.fly")


OF_THE_OFFICE = {
    "reception.settle_clocks",  # dates of clocks when a year's notice is entered
    "reception.print_posters",
    "reception.check_paper_template",
    "reception.preview_paper_template",
    "reception.take_paper_template",
    "reception.return_to_paper_template",
    "reception.set_front_office",
}
"""What an administrator sets up for the office: nothing in it is of a report."""


def test_the_administrator_may_nothing_with_reports(office):
    reading = [act for act in permit_map() if act.split(".")[0] in ("reception", "assessment", "resolution")]

    his = [act for act in reading if Role.ADMIN in permit_for(act).roles]
    assert set(his) == OF_THE_OFFICE


def test_a_missing_role_is_said_with_who_has_it(office):
    assert why_not(office["clerk"], "trail.read") == "“查看留痕”由审计员办理，您没有这一角色。"


def test_the_rule_is_quoted(office):
    assert why_not(office["admin"], "protection.request_identity").endswith(
        "（《纪检监察机关处理检举控告工作规则》第四十七条）"
    )


def test_whoever_may_is_told_nothing(office):
    assert why_not(office["auditor"], "trail.read") == ""


def test_the_reported_side_hears_the_same_as_someone_asking_about_nothing(office):
    act = "protection.request_identity"
    tied = replace(office["handler"], tokens=frozenset({TOKEN}))

    about_me = why_not(tied, act, Report(office.organ.pk, tokens=frozenset({TOKEN})))
    elsewhere = why_not(tied, act, Report(office.organ.pk + 1))

    assert (about_me, elsewhere) == (NOTHING_HERE, NOTHING_HERE)


def test_the_reported_side_is_asked_before_the_role(office):
    tied = replace(office["admin"], tokens=frozenset({TOKEN}))

    with pytest.raises(NotPermitted) as refused:
        require(tied, "protection.request_identity", Report(office.organ.pk, tokens=frozenset({TOKEN})))

    assert (refused.value.hidden, refused.value.key) == (True, "not_permitted")


def test_recusal_is_asked_before_the_role_and_quotes_its_article(office):
    report = Report(office.organ.pk)
    declare_recusal(by=office["admin"], subject=report, ground=RecusalGround.RELATIVE, on=DAY)

    assert "第四十八条" in why_not(office["admin"], "protection.request_identity", report)


def test_without_a_sitting_only_what_is_open_to_the_public(office):
    open_to_all = sorted(act for act in permit_map() if act.startswith("protection.") and may(PUBLIC, act))

    assert open_to_all == [
        "protection.close_sitting",
        "protection.open_sitting",
        "protection.present_code",
    ]


def test_the_system_is_no_officer():
    assert (SYSTEM.organ_id, SYSTEM.roles, SYSTEM.actor) == (None, frozenset(), "system")


def test_lists_leave_out_the_rows_of_the_reported_side(office):
    tied = replace(office["handler"], tokens=frozenset({TOKEN}))

    assert "cadre_token__in" in str(reported_side(tied, "persons__cadre_token"))
    assert "isnull" in str(reported_side(replace(tied, unguarded=True), "persons__cadre_token"))
