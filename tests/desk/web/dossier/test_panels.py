"""What stands under the account in a dossier, and what its story tells of later work."""

from tests.desk.sitting import page, sit
from tests.resolution.casework import concluding, with_team
from yixian.regulations.completions import Completion


def dossier(client, clue) -> str:
    return page(client.get(f"/desk/reports/{clue.matter.links.get().report_id}"))


def test_the_clues_of_the_matter_stand_in_its_dossier_with_their_state(town):
    clue = with_team(town)

    shown = dossier(sit(town, "chief"), clue)

    assert f'href="/desk/clues/{clue.pk}"' in shown
    assert "初步核实中" in shown


def test_who_may_not_read_the_clue_gets_no_link(town):
    clue = with_team(town)

    shown = dossier(sit(town), clue)

    assert clue.code in shown
    assert f'href="/desk/clues/{clue.pk}"' not in shown


def test_the_five_completions_say_what_each_takes_and_who_confirmed(town):
    clue = concluding(town)
    chief, report = sit(town, "chief"), clue.matter.links.get().report_id
    chief.post(
        f"/desk/reports/{report}/record-completion", {"completion": "investigated", "note": "见核查报告"}
    )

    shown = dossier(chief, clue)

    assert "1／5" in shown
    assert "书记丙，2026年3月4日" in shown
    assert Completion.HANDLED.requires in shown


def test_the_story_tells_the_steps_of_the_clue_and_not_a_word_of_it(town):
    clue = concluding(town)

    shown = dossier(sit(town, "chief"), clue)

    told = ("登记线索", "提出处置意见", "组成核查组", "确认无回避情形", "提交核查报告", "同意核查报告")
    assert [words in shown for words in told] == [True] * len(told)
    assert "经查，名单未公示" not in shown
    assert "名额如何确定" not in shown
