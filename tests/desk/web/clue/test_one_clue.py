"""A clue at the desk, from its dossier to the archived file, as three people in real sittings."""

import re

import pytest

from tests.desk.sitting import WEDNESDAY, page, sit
from tests.reception.township import LETTER, MONDAY, TUESDAY, Township, a_letter, about_the_secretary
from tests.resolution.casework import a_clue, an_outcome, concluding, with_team
from tests.scenes import scene
from yixian.assessment.actions import link_report, open_matter
from yixian.assessment.models import Matter
from yixian.reception.actions import accept_hand_over, accept_report, give_feedback, hand_over
from yixian.reception.enums import FeedbackWay, HandOverReason
from yixian.reception.models import Report
from yixian.regulations.completions import Completion
from yixian.resolution.actions import decide_outcome
from yixian.resolution.enums import ClueState, Decision
from yixian.resolution.models import ArchiveFile, Clue, Outcome


@scene
def an_open_matter(town: Township) -> Report:
    report = a_letter(town).report
    accept_report(by=town["chief"], report=report, on=TUESDAY)
    open_matter(by=town["clerk"], report=report, title="低保发放", on=MONDAY)
    return report


def post(client, address: str, **typed):
    return client.post(address, typed)


def test_the_chief_opens_a_clue_from_the_dossier_and_lands_on_its_page(town):
    report, chief = an_open_matter(town), sit(town, "chief")

    answer = post(chief, f"/desk/reports/{report.pk}/open-clue", questions="名单有无公示？")

    clue = Clue.objects.get()
    shown = page(chief.get(answer.url))
    assert answer.url == f"/desk/clues/{clue.pk}"
    assert "名单有无公示？" in shown
    assert "提出处置意见" in shown


def test_a_clue_without_questions_keeps_what_was_typed(town):
    report, chief = an_open_matter(town), sit(town, "chief")

    answer = post(chief, f"/desk/reports/{report.pk}/open-clue", questions=" ")

    assert "请填写需要核实的问题" in page(answer)
    assert Clue.objects.count() == 0


def test_a_proposal_is_decided_by_another_person_on_the_clues_page(town):
    clue = a_clue(town)
    one, other = sit(town, "deputy"), sit(town, "chief")
    propose, decide = f"/desk/clues/{clue.pk}/propose-disposal", f"/desk/clues/{clue.pk}/decide-disposal"

    post(one, propose, disposal="preliminary_verification", reason="线索具体", recheck_on="")
    own = one.get(decide)
    shown = page(other.get(decide))
    post(other, decide, verdict="approve", note="")

    assert own.status_code == 403
    assert "书记丑建议：初步核实。" in shown
    assert Clue.objects.get().state == ClueState.VERIFYING


def test_a_proposal_sent_back_says_why(town):
    clue, one, other = a_clue(town), sit(town, "deputy"), sit(town, "chief")
    post(one, f"/desk/clues/{clue.pk}/propose-disposal", disposal="closed", reason="无可查内容")

    silent = post(other, f"/desk/clues/{clue.pk}/decide-disposal", verdict="return", note="")
    post(other, f"/desk/clues/{clue.pk}/decide-disposal", verdict="return", note="内容具体，应当核实")

    shown = page(other.get(f"/desk/clues/{clue.pk}"))
    assert "退回的，请写明理由" in page(silent)
    assert "内容具体，应当核实" in shown


def test_a_team_is_formed_and_each_member_declares(town):
    clue = a_clue(town)
    one, other, lead = sit(town, "deputy"), sit(town, "chief"), sit(town, "handler")
    base = f"/desk/clues/{clue.pk}"
    post(one, f"{base}/propose-disposal", disposal="preliminary_verification", reason="线索具体")
    post(other, f"{base}/decide-disposal", verdict="approve")
    handler, deputy = town.staff["handler"].pk, town.staff["deputy"].pk

    alone = post(other, f"{base}/open-verification", lead=handler, members=[handler], plan="查三个问题")
    post(other, f"{base}/open-verification", lead=handler, members=[deputy], plan="查三个问题")
    post(lead, f"{base}/join-team")
    post(one, f"{base}/join-team")

    declared = [member.declared_on for member in Clue.objects.get().verification.members.all()]
    assert "不得少于2人" in page(alone)
    assert "查三个问题" in page(alone)
    assert declared == [WEDNESDAY, WEDNESDAY]


def test_a_member_who_does_not_meet_the_letters_is_given_no_link_to_them(town):
    clue = with_team(town)
    address = f"/desk/matters/{clue.matter_id}"

    seen = {who: page(sit(town, who).get(f"/desk/clues/{clue.pk}")) for who in ("handler", "chief")}

    assert {who: address in shown for who, shown in seen.items()} == {"handler": False, "chief": True}
    assert sit(town, "handler").get(address).status_code == 404


def test_a_report_is_handed_in_and_approved(town):
    clue = with_team(town)
    lead, chief = sit(town, "handler"), sit(town, "chief")

    post(lead, f"/desk/clues/{clue.pk}/submit-report", content="经查，名单未公示。", proposal="close")
    shown = page(chief.get(f"/desk/clues/{clue.pk}/decide-report"))
    post(chief, f"/desk/clues/{clue.pk}/decide-report", verdict="approve")

    assert "经查，名单未公示。" in shown
    assert Clue.objects.get().state == ClueState.CONCLUDING


def test_an_outcome_is_proposed_decided_and_the_clue_closed(town):
    clue = concluding(town)
    lead, chief = sit(town, "handler"), sit(town, "chief")
    person, base = clue.matter.links.get().report.people.get(), f"/desk/clues/{clue.pk}"
    typed = {"person": person.pk, "truth": "mostly_true", "measure": "criticism", "form_of_four": "first"}

    early = post(lead, f"{base}/close-clue", way="dealt_with")
    post(lead, f"{base}/propose-outcome", **typed, organ=town.organ.pk, losses="", reason="名单未公示属实")
    outcome = Outcome.objects.get()
    post(chief, f"{base}/decide-outcome/{outcome.pk}", verdict="approve")
    post(lead, f"{base}/close-clue", way="dealt_with")

    outcome.refresh_from_db()
    assert "还有1名被反映人" in page(early)
    assert outcome.decision == Decision.APPROVED
    assert Clue.objects.get().state == ClueState.CLOSED


def test_an_unusual_form_is_asked_about_once_and_then_taken(town):
    clue, lead = concluding(town), sit(town, "handler")
    person, base = clue.matter.links.get().report.people.get(), f"/desk/clues/{clue.pk}"
    typed = {
        "person": person.pk,
        "truth": "true",
        "measure": "admonition",
        "form_of_four": "second",
        "organ": town.organ.pk,
        "losses": "",
        "reason": "名单未公示属实",
    }

    asked = page(post(lead, f"{base}/propose-outcome", **typed))
    before = Outcome.objects.count()
    post(lead, f"{base}/propose-outcome", **typed, unusual="on")

    assert "诫勉谈话通常属于第一种形态，请核对" in asked
    assert 'type="checkbox" name="unusual"' in asked
    assert (before, Outcome.objects.get().form) == (0, "second")


def test_a_matter_is_closed_only_with_all_five_and_then_archived(town):
    report, chief = an_open_matter(town), sit(town, "chief")
    base = f"/desk/reports/{report.pk}"
    give_feedback(by=town["chief"], report=report, way=FeedbackWay.MAILBOX, text="已答复", on=WEDNESDAY)

    early = post(chief, f"{base}/close-matter")
    for completion in Completion:
        post(chief, f"{base}/record-completion", completion=completion.value, note="见核查报告")
    post(chief, f"{base}/close-matter")
    post(
        chief,
        f"{base}/archive-matter",
        box=1,
        piece=2,
        retention="ten_years",
        index="登记表｜1",
        reason="内容简单",
    )

    assert "尚不能办结：调查到位" in page(early)
    assert Matter.objects.get().state == "archived"
    assert ArchiveFile.objects.get().number == "qinghe·2026·001-002"


def test_the_owner_of_one_of_a_matters_reports_finds_its_clue(town):
    first = a_letter(town).report
    accept_report(by=town["chief"], report=first, on=TUESDAY)
    matter = open_matter(by=town["clerk"], report=first, title="低保发放", on=MONDAY)
    again = a_letter(town, who="other_clerk").report
    link_report(by=town["chief"], report=again, matter=matter, on=TUESDAY)
    handed = hand_over(
        by=town["chief"],
        report=again,
        to_id=town["handler"].staff_id,
        why=HandOverReason.ASSIGNED,
        on=TUESDAY,
    )
    accept_hand_over(by=town["handler"], handling=handed, on=TUESDAY)
    handler = sit(town, "handler")

    answer = post(handler, f"/desk/reports/{again.pk}/open-clue", questions="名单有无公示？")

    clue = Clue.objects.get()
    assert answer.url == f"/desk/clues/{clue.pk}"
    assert handler.get(answer.url).status_code == 200
    assert clue.code in page(handler.get("/desk/clues"))


@pytest.mark.parametrize("who", ["reported", "relative", "colleague"])
def test_nobody_of_the_reported_side_finds_the_clue(town, who):
    report = about_the_secretary(town).report
    open_matter(by=town["clerk"], report=report, title="低保", on=MONDAY)
    post(sit(town, "chief"), f"/desk/reports/{report.pk}/open-clue", questions="名单有无公示？")
    clue, client = Clue.objects.get(), sit(town, who)

    ledger = page(client.get("/desk/clues"))
    answer = client.get(f"/desk/clues/{clue.pk}")

    assert clue.code not in ledger
    assert answer.status_code == 404


def test_the_ledger_of_clues_lists_each_with_its_state(town):
    clue = a_clue(town)
    client = sit(town, "chief")

    shown = page(client.get("/desk/clues"))
    other = page(client.get("/desk/clues?state=closed"))

    assert re.search(rf"{clue.code}.*待提出处置意见", shown, re.DOTALL)
    assert clue.code not in other
    assert LETTER.account not in shown


def test_a_pending_outcome_leads_only_whoever_may_decide_on_it_to_the_decision(town):
    clue = concluding(town)
    person = clue.matter.links.get().report.people.get()
    outcome = an_outcome(town, clue, person.pk)
    decide = f'href="/desk/clues/{clue.pk}/decide-outcome/{outcome.pk}"'

    handler, chief = (page(sit(town, who).get(f"/desk/clues/{clue.pk}")) for who in ("handler", "chief"))

    assert (decide in handler, decide in chief) == (False, True)
    assert "“审批处理结果”由纪委书记办理，您没有这一角色" in handler


def test_closing_is_offered_once_every_outcome_is_approved(town):
    clue, lead = concluding(town), sit(town, "handler")
    close = f"/desk/clues/{clue.pk}/close-clue"
    outcome = an_outcome(town, clue, clue.matter.links.get().report.people.get().pk)
    before = page(lead.get(f"/desk/clues/{clue.pk}"))

    decide_outcome(by=town["chief"], outcome=outcome, approved=True, on=WEDNESDAY)

    assert (close in before, close in page(lead.get(f"/desk/clues/{clue.pk}"))) == (False, True)


def test_a_measure_is_chosen_and_never_stands_there_already(town):
    clue, lead = concluding(town), sit(town, "handler")
    person, address = clue.matter.links.get().report.people.get(), f"/desk/clues/{clue.pk}/propose-outcome"
    typed = {"person": person.pk, "truth": "true", "organ": town.organ.pk, "reason": "属实", "measure": ""}

    answer = page(post(lead, address, **typed))

    assert "请选择处理方式" in answer
    assert Outcome.objects.count() == 0
