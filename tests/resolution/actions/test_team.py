"""A team changes after it was formed: one who must stay away leaves, another comes, and the clue goes on."""

import pytest

from tests.reception.township import WEDNESDAY
from tests.resolution.casework import ABOUT_SECRETARY, FOUND, concluding, with_team
from yixian.protection.actions import declare_recusal
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import read_text
from yixian.regulations.recusal import RecusalGround
from yixian.resolution.actions import (
    HasLeft,
    LeaderMissing,
    MustStayAway,
    NotAllDeclared,
    NotBeingVerified,
    OnTeamAlready,
    TeamTooSmall,
    add_member,
    join_team,
    release_member,
    submit_report,
)
from yixian.resolution.models import Clue, TeamChange, TeamMember

WHY = "与举报人是亲属"


def member(town, clue, who) -> TeamMember:
    return TeamMember.objects.get(verification__clue=clue, staff=town.staff[who], left_on__isnull=True)


def add(town, clue, who):
    return add_member(
        by=town["chief"], clue=clue, staff_id=town.staff[who].pk, reason="补足两人", on=WEDNESDAY
    )


def release(town, clue, who, **lead):
    leaving = member(town, clue, who)
    return release_member(by=town["chief"], member=leaving, reason=WHY, on=WEDNESDAY, **lead)


def submit(town, clue):
    return submit_report(by=town["handler"], clue=clue, content="经查属实。", proposal=FOUND, on=WEDNESDAY)


def test_one_who_must_stay_away_is_replaced_and_the_report_is_handed_in(town):
    clue = with_team(town)
    release(town, clue, "deputy")
    with pytest.raises(TeamTooSmall):
        submit(town, clue)
    added = add(town, clue, "chief")
    with pytest.raises(NotAllDeclared):
        submit(town, clue)

    join_team(by=town["chief"], member=added, on=WEDNESDAY)

    assert submit(town, clue).clue.state == "reported"


def test_who_left_no_longer_belongs_to_the_clue_and_why_is_sealed(town):
    clue = with_team(town)

    release(town, clue, "deputy")

    change = TeamChange.objects.get()
    assert town.staff["deputy"].pk not in Clue.objects.get(pk=clue.pk).team_ids()
    assert (change.staff, change.kind, change.ordered_by) == (
        town.staff["deputy"],
        "released",
        town.staff["chief"],
    )
    assert read_text(change, "reason", by=town["chief"], about=clue) == WHY


def test_a_leader_leaves_only_to_another_member(town):
    clue = with_team(town)
    with pytest.raises(LeaderMissing, match="接任组长"):
        release(town, clue, "handler")
    assert member(town, clue, "handler").is_lead

    release(town, clue, "handler", lead_id=town.staff["deputy"].pk)

    assert member(town, clue, "deputy").is_lead


def test_nobody_comes_twice_or_leaves_twice(town):
    clue = with_team(town)
    leaving = member(town, clue, "deputy")
    with pytest.raises(OnTeamAlready):
        add(town, clue, "deputy")
    release(town, clue, "deputy")

    with pytest.raises(HasLeft):
        release_member(by=town["chief"], member=leaving, reason=WHY, on=WEDNESDAY)


@pytest.mark.parametrize("who", ["relative", "county_clerk"])
def test_nobody_with_a_ground_of_recusal_or_of_another_office_is_added(town, who):
    clue = with_team(town, ABOUT_SECRETARY)

    with pytest.raises(MustStayAway):
        add(town, clue, who)


def test_who_was_recused_and_left_does_not_come_back(town):
    clue = with_team(town)
    declare_recusal(by=town["deputy"], subject=clue.matter, ground=RecusalGround.OTHER, on=WEDNESDAY)
    release(town, clue, "deputy")

    with pytest.raises(MustStayAway):
        add(town, clue, "deputy")


def test_only_the_chief_changes_the_team(town):
    clue = with_team(town)
    leaving = member(town, clue, "deputy")

    with pytest.raises(NotPermitted):
        add_member(by=town["handler"], clue=clue, staff_id=town.staff["chief"].pk, reason=WHY, on=WEDNESDAY)
    with pytest.raises(NotPermitted):
        release_member(by=town["handler"], member=leaving, reason=WHY, on=WEDNESDAY)


def test_once_the_report_was_handed_in_the_team_stands(town):
    clue = concluding(town)

    with pytest.raises(NotBeingVerified):
        add(town, clue, "chief")
