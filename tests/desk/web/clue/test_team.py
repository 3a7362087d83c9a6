"""The chief changes a team on the page of the clue."""

from tests.desk.sitting import page, sit
from tests.resolution.casework import with_team
from yixian.resolution.models import TeamMember


def test_the_chief_releases_a_leader_and_adds_another_and_the_page_says_why(town):
    clue = with_team(town)
    chief, home = sit(town, "chief"), f"/desk/clues/{clue.pk}"
    leaving = TeamMember.objects.get(verification__clue=clue, is_lead=True)
    deputy = town.staff["deputy"].pk
    left = {"member": leaving.pk, "lead": deputy, "reason": "另有任务"}

    chief.post(f"{home}/release-member", left)
    chief.post(f"{home}/add-member", {"staff": town.staff["chief"].pk, "reason": "补足两人"})
    shown = page(chief.get(home))

    team = TeamMember.objects.filter(verification__clue=clue, left_on=None).order_by("pk")
    assert list(team.values_list("staff", "is_lead")) == [(deputy, True), (town.staff["chief"].pk, False)]
    assert [word in shown for word in ("承办乙退出核查组", "另有任务", "书记丙加入核查组", "补足两人")] == [
        True
    ] * 4


def test_a_leader_without_a_successor_stays_and_what_was_typed_is_kept(town):
    clue = with_team(town)
    leaving = TeamMember.objects.get(verification__clue=clue, is_lead=True)

    left = {"member": leaving.pk, "lead": "", "reason": "另有任务"}
    answer = page(sit(town, "chief").post(f"/desk/clues/{clue.pk}/release-member", left))

    leaving.refresh_from_db()
    assert leaving.left_on is None
    assert ("退出的是组长" in answer, "另有任务" in answer) == (True, True)


def test_a_member_is_not_offered_to_change_the_team(town):
    clue = with_team(town)

    answer = sit(town, "handler").post(f"/desk/clues/{clue.pk}/add-member", {"reason": "补足两人"})

    assert answer.status_code == 403
