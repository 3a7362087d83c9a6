"""Sending out at the desk: the department is proposed with its reason, and the reporter's word is written beside."""

import re
from dataclasses import replace

import pytest

from tests.assessment.hard_matters import a_plan, a_session, decide
from tests.desk.sitting import WEDNESDAY, page, sit
from tests.desk.web.acts.test_acts import post, to_the_handler
from tests.reception.township import ANONYMOUS, MONTH_LATER, TUESDAY, a_letter
from tests.resolution.casework import a_clue, a_matter
from yixian.assessment.actions import (
    ClassFacts,
    TransferFacts,
    classify_report,
    close_screening,
    record_refusal,
    transfer_out,
)
from yixian.assessment.actions.screening import NotInScreening
from yixian.assessment.enums import TransferKind
from yixian.assessment.queries import first_report_of, open_matters, suggestion, transfers_of
from yixian.protection.texts import read_text
from yixian.reception.models import Message
from yixian.regulations.classes import ReportClass
from yixian.resolution.actions import close_matter, open_clue
from yixian.resolution.elsewhere import HandledElsewhere
from yixian.roster.models import Department

WELFARE = replace(
    ANONYMOUS,
    title="咨询低保",
    account="想问一下农村最低生活保障申请需要哪些材料，养老院和残疾人补贴怎么办理。",
)


@pytest.fixture
def report(town):
    found = a_letter(town, WELFARE).report
    facts = ClassFacts(report_class=ReportClass.OUT_OF_SCOPE)
    look = suggestion(title=WELFARE.title, account=WELFARE.account)
    classify_report(by=town["clerk"], report=found, facts=facts, suggested=look, on=WEDNESDAY)
    return found


def form_of(town, report) -> str:
    return page(sit(town, "chief").get(f"/desk/reports/{report.pk}/transfer"))


def test_the_countys_own_department_is_proposed_by_its_field(town, report):
    bureau = Department.objects.create(organ=town.county, name="云溪县人社局", field="劳动和社会保障")

    shown = form_of(town, report)

    assert f'<option value="department:{bureau.pk}" selected>' in shown
    assert "由云溪县人社局负责，按照“谁主管、谁负责”转其办理" in shown


def test_a_department_that_the_roster_lacks_is_named(town, report):
    assert "名册里还没有" in form_of(town, report)


def test_what_was_sent_back_before_goes_to_the_joint_meeting(town, report):
    bureau = Department.objects.create(organ=town.county, name="云溪县民政局", field="民政")
    facts = TransferFacts(
        kind=TransferKind.REFER_OUT, summary="申请低保", reason="民政职责", to_department_id=bureau.pk
    )
    transfer = transfer_out(by=town["chief"], report=report, facts=facts, on=TUESDAY)
    record_refusal(by=town["chief"], transfer=transfer, on=WEDNESDAY, reason="材料不全")

    assert "提请本级信访工作联席会议协调确定" in form_of(town, report)


def sent(town, report):
    bureau = Department.objects.create(organ=town.county, name="云溪县民政局", field="民政")
    to_the_handler(town, report)
    typed = {
        "kind_": "refer_out",
        "receiver": f"department:{bureau.pk}",
        "summary": "申请低保",
        "reason": "职责",
    }
    post(sit(town, "handler"), report, "transfer", **typed)
    return transfers_of(report.pk).get()


def test_the_word_to_the_reporter_is_proposed_and_sent_as_typed(town, report):
    transfer, client = sent(town, report), sit(town, "handler")

    shown = page(client.get(f"/desk/reports/{report.pk}/transfer-accepted/{transfer.pk}"))
    post(client, report, "transfer-accepted", transfer.pk, note="", telling="民政局收下了。")

    assert "云溪县民政局已经接收您反映的事项" in shown
    assert Message.objects.get().kind == "notice"


def test_who_may_not_write_to_the_reporter_is_not_asked_for_a_word(town, report):
    transfer = sent(town, report)

    shown = page(sit(town).get(f"/desk/reports/{report.pk}/transfer-accepted/{transfer.pk}"))
    answer = post(sit(town), report, "transfer-accepted", transfer.pk, note="")

    assert "告诉反映人" not in shown
    assert answer.status_code == 302


@pytest.mark.parametrize(("on", "late"), [(WEDNESDAY, False), (MONTH_LATER, True)])
def test_an_objection_after_its_term_is_pointed_out(town, report, settings, on, late):
    transfer = sent(town, report)
    settings.YIXIAN_TODAY = on

    shown = page(sit(town, "handler").get(f"/desk/reports/{report.pk}/transfer-refused/{transfer.pk}"))

    assert ("对方退回已经超过期限" in shown) is late


def test_sending_on_what_is_being_verified_here_is_asked_about_and_nothing_typed_is_lost(town):
    clue = a_clue(town)
    report = first_report_of(clue.matter)
    bureau = Department.objects.create(organ=town.county, name="云溪县民政局", field="民政")
    client = sit(town, "chief")
    typed = {
        "kind_": "refer_out",
        "receiver": f"department:{bureau.pk}",
        "summary": "反映的问题由你单位主管",
        "reason": "职责",
    }

    asked = page(client.post(f"/desk/reports/{report.pk}/transfer", typed))

    assert f"线索{clue.code}还没有了结。先了结再转出；确实要现在转的，请勾选。" in asked
    assert "反映的问题由你单位主管" in asked
    assert not transfers_of(report.pk).exists()

    post(client, report, "transfer", **typed, knows="on")

    assert transfers_of(report.pk).exists()


def sent_on(town, report, on=WEDNESDAY):
    bureau = Department.objects.create(organ=town.county, name="云溪县民政局", field="民政")
    facts = TransferFacts(
        kind=TransferKind.REFER_OUT, summary="咨询低保条件", reason="职责", to_department_id=bureau.pk
    )
    return transfer_out(by=town["chief"], report=report, facts=facts, on=on)


OF_THE_HANDLER = ("登记问题线索", "确认到位", "办结事项", "制定化解方案", "提请联席会诊")


def test_what_was_sent_on_offers_nothing_of_its_handling_and_its_terms_are_not_called_kept(town):
    matter = a_matter(town)
    report, chief = first_report_of(matter), sit(town, "chief")
    here = page(chief.get(f"/desk/reports/{report.pk}"))
    counted = [each.pk for each in open_matters(town["chief"])]
    sent_on(town, report)

    shown = page(chief.get(f"/desk/reports/{report.pk}"))
    refused = page(chief.post(f"/desk/reports/{report.pk}/open-clue", {"questions": "查"}, follow=True))

    assert [each for each in OF_THE_HANDLER if each not in here] == []
    assert [each for each in OF_THE_HANDLER if each in shown] == []
    assert "期限已移送：一般检举控告办结" in shown
    assert "按期完成：一般检举控告办结" not in shown
    assert "已转出，由接收的机关办理" in refused
    assert (counted, [*open_matters(town["chief"])]) == ([matter.pk], [])
    for act in (open_clue, close_matter):
        typed = {"questions": "查"} if act is open_clue else {}
        with pytest.raises(HandledElsewhere):
            act(by=town["chief"], matter=matter, on=WEDNESDAY, **typed)


def test_what_was_taken_up_here_before_it_was_sent_is_ended_here(town):
    report = first_report_of(a_clue(town).matter)
    sent_on(town, report)

    shown = page(sit(town, "chief").get(f"/desk/reports/{report.pk}"))

    assert [each for each in OF_THE_HANDLER if each in shown] == ["确认到位", "办结事项"]


def state_told(shown: str) -> str:
    """What the dossier says of its matter."""
    return re.sub(r"<[^>]+>|\s", "", shown[shown.index("事项状态") :][:300])


def test_a_matter_of_which_every_report_was_sent_on_says_so_wherever_its_state_stands(town):
    matter = a_matter(town)
    a_plan(town, matter)
    client, report = sit(town, "chief"), first_report_of(matter)
    pages = (f"/desk/reports/{report.pk}", f"/desk/matters/{matter.pk}/plan")
    sent_on(town, report)

    dossier, plan = (page(client.get(each)) for each in pages)

    assert state_told(dossier).startswith("事项状态已转出")
    assert "本机关办到了结" not in dossier
    assert "已转出" in plan


def test_what_was_taken_up_as_a_clue_before_is_said_to_be_ended_here(town):
    report = first_report_of(a_clue(town).matter)
    sent_on(town, report)

    shown = page(sit(town, "chief").get(f"/desk/reports/{report.pk}"))

    assert state_told(shown).startswith("事项状态已转出，已登记的线索由本机关办到了结")


def test_what_was_sent_on_during_a_screening_is_not_decided_and_told_in_the_minutes(town):
    gone, kept = a_matter(town), a_matter(town)
    session = a_session(town)
    sent_on(town, first_report_of(gone))

    shown = page(sit(town, "chief").get(f"/desk/screening/{session.pk}?show=all"))
    with pytest.raises(NotInScreening, match="已经转出"):
        decide(town, session, gone)
    decide(town, session, kept)
    closed = close_screening(by=town["chief"], screening=session, on=WEDNESDAY)
    minutes = read_text(closed, "minutes", by=town["chief"], about=closed)

    assert "还有 1 个事项没有作出决定" in shown
    assert "期间已转出" in shown
    assert f"{gone.number}：" in minutes
    assert "排查期间已转出，未作决定。" in minutes
    assert "排查期间已办结0个，已转出1个。" in minutes


def test_nothing_is_asked_where_no_clue_is_open(town, report):
    assert "还没有了结" not in form_of(town, report)
