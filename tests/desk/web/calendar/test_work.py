"""The calendar also tells what is to be done within the house by a day: mine, or all of what I may learn of."""

import re
from datetime import date

import pytest

from tests.desk.sitting import page, sit
from tests.reception.township import WEDNESDAY
from tests.resolution.casework import a_clue, with_team
from tests.resolution.verifying import QUESTIONS, a_gap, a_task
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.regulations.outcomes import Disposal as DisposalKind
from yixian.resolution.actions import DisposalFacts, answer_task, decide_disposal, propose_disposal

pytestmark = pytest.mark.django_db
APRIL = "/desk/calendar?month=2026-04&who="


def told(client, who="mine"):
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", page(client.get(APRIL + who))))


def test_a_task_and_a_gap_stand_on_their_days_without_their_words(town):
    clue = with_team(town)
    a_task(town, clue)
    a_gap(town, clue)

    shown = {who: told(sit(town, who)) for who in ("deputy", "handler")}

    assert "核查任务1" in shown["deputy"]
    assert "核查任务1" not in shown["handler"]
    assert all("补齐证据缺口" in each for each in shown.values())
    assert clue.code in shown["deputy"]
    assert QUESTIONS[:8] not in shown["deputy"]


def test_all_shows_the_chief_what_the_others_have_to_do(town):
    a_task(town, with_team(town))

    assert "核查任务1" not in told(sit(town, "chief"))
    assert "核查任务1" in told(sit(town, "chief"), "all")


def test_what_is_done_stands_there_no_longer(town):
    task = a_task(town, with_team(town))
    answer_task(by=town["deputy"], task=task, found="没有公示过。", on=WEDNESDAY)

    assert "核查任务1" not in told(sit(town, "deputy"), "all")


def test_a_task_that_is_late_is_marked(town, settings):
    clue = with_team(town)
    task = a_task(town, clue)
    settings.YIXIAN_TODAY = task.due_on.replace(day=task.due_on.day + 1)

    shown = re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", page(sit(town, "deputy").get("/desk/calendar"))))

    assert "核查任务1" in shown.split("已经超期", 1)[1].split("</section>", 1)[0]
    assert "已超期1天" in shown


def test_a_clue_that_is_held_is_looked_at_again_on_its_day(town):
    held = DisposalFacts(
        disposal=DisposalKind.HELD_PENDING, reason="目前不具备核查条件", recheck_on=date(2026, 4, 8)
    )
    proposal = propose_disposal(by=town["deputy"], clue=a_clue(town), facts=held, on=WEDNESDAY)
    decide_disposal(by=town["chief"], disposal=proposal, approved=True, on=WEDNESDAY)

    assert "暂存待查到期复查" in told(sit(town, "chief"), "all")


@pytest.mark.parametrize("who", ["reported", "recused", "other_clerk"])
def test_who_must_not_learn_of_it_does_not(town, who):
    clue = with_team(town)
    a_task(town, clue)
    a_gap(town, clue)
    name = who
    if who == "recused":
        name = "chief"
        declare_recusal(by=town["chief"], subject=clue, ground=RecusalGround.INTEREST, on=WEDNESDAY)

    shown = told(sit(town, name), "all")

    assert "核查任务1" not in shown
    assert clue.code not in shown
