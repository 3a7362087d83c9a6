"""The dossier: everything about one matter, nothing about who reported, nothing to whoever stays away."""

import re

import pytest

from tests.desk.sitting import WEDNESDAY, filled, page, sit
from tests.reception.township import (
    LETTER,
    MONDAY,
    REPORTER,
    TUESDAY,
    a_letter,
    a_web_report,
    about_the_secretary,
    an_accepted,
)
from tests.resolution.casework import an_archived_report
from yixian.assessment.actions import link_report, open_matter
from yixian.assessment.queries import matter_of
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.reception.actions import (
    accept_report,
    give_feedback,
    hand_over,
    issue_notice,
    send_up_as_envelope,
)
from yixian.reception.enums import FeedbackWay, HandOverReason, NoticeKind
from yixian.reception.models import Report
from yixian.resolution.actions import open_clue
from yixian.trail.models import Entry


def dossier(client, report) -> str:
    return page(client.get(f"/desk/reports/{report.pk}"))


def titles(answer: str) -> list[str]:
    return re.findall(r'<span class="event-title">([^<]+)</span>', answer)


def open_acts(answer: str) -> list[str]:
    listed = answer[answer.index('<section class="acts"') :]
    return re.findall(r'<a class="button button-(?:plain|primary)"[^>]*><span>([^<]+)</span>', listed)


def test_the_account_the_people_and_the_clocks_stand_on_one_page(town):
    answer = dossier(sit(town), a_letter(town).report)

    told = (LETTER.title, LETTER.account, "无此人氏", "实名检举控告受理告知", "还有 13 个工作日")
    assert [each for each in told if each not in answer] == []


def test_who_reported_is_sealed_with_a_way_to_ask(town):
    report = a_letter(town).report

    answer = dossier(sit(town), report)

    assert [each for each in (REPORTER.name, REPORTER.phone) if each in answer] == []
    assert f'href="/desk/reports/{report.pk}/request-identity"' in answer


def test_an_anonymous_report_has_nothing_to_ask_for(town):
    client = sit(town)
    client.post(
        "/desk/register/letter",
        filled(signing="anonymous", **{f"reporters-0-{name}": "" for name in ("name", "phone", "address")}),
    )

    answer = dossier(client, Report.objects.get())

    assert "匿名，未留身份信息" in answer
    assert "request-identity" not in answer


def test_opening_it_leaves_its_line_in_the_trail(town):
    report = a_letter(town).report

    dossier(sit(town), report)

    assert Entry.objects.filter(act="reception.read_report", subject=report.trail_subject).count() == 1


def test_what_happened_is_told_newest_first(town):
    report = an_accepted(town).report
    open_matter(by=town["clerk"], report=report, title="低保", on=TUESDAY)

    told = titles(dossier(sit(town), report))

    assert told[0].startswith("首件立项")
    assert told[-1] == "收到（来信）"


def test_what_happened_on_one_day_is_told_in_the_order_of_the_work(town):
    client = sit(town, "chief")
    client.post("/desk/register/letter", filled(received_on=str(WEDNESDAY)))
    report = Report.objects.get()
    accept_report(by=town["chief"], report=report, on=WEDNESDAY)
    issue_notice(by=town["chief"], report=report, kind=NoticeKind.ACCEPTANCE, on=WEDNESDAY)
    open_clue(by=town["chief"], matter=matter_of(report.pk), questions="名单有无公示", on=WEDNESDAY)
    give_feedback(by=town["chief"], report=report, way=FeedbackWay.CALL, text="已公示。", on=WEDNESDAY)

    told = [re.split("[：（，]", each)[0] for each in titles(dossier(client, report))[::-1]]

    assert told == [
        "收到",
        "登记来信",
        "承办",
        "定性",
        "受理",
        "首件立项",
        "受理告知书",
        "按期完成",
        "登记线索",
        "按期完成",
        "反馈结果",
    ]


def test_who_asked_for_a_hand_over_stands_beside_it_and_not_who_is_asked(town):
    report = a_letter(town).report
    hand_over(
        by=town["chief"], report=report, to_id=town.staff["handler"].pk, why=HandOverReason.LOAD, on=MONDAY
    )

    answer = dossier(sit(town), report)

    told = re.search(r"请承办乙接手承办</span>(.*?)</li>", answer, re.DOTALL)
    assert told is not None
    assert ("书记丙" in told[1], "承办乙" in told[1]) == (True, False)


def test_another_report_of_the_matter_is_told_as_joining_it(town):
    first, second = a_letter(town).report, a_letter(town).report
    matter = open_matter(by=town["clerk"], report=first, title="低保", on=TUESDAY)
    link_report(by=town["clerk"], report=second, matter=matter, likeness=0.9, on=TUESDAY)
    client = sit(town)

    of_first, of_second = titles(dossier(client, first)), titles(dossier(client, second))

    assert f"来件{second.number}归入事项{matter.number}" in of_first
    assert f"同一事项：本件归入事项{matter.number}" in of_second


def test_what_may_be_done_is_listed_and_the_rest_says_whose_it_is(town):
    answer = dossier(sit(town), a_letter(town).report)

    assert open_acts(answer)[0] == "受理"
    assert "不予受理" not in open_acts(answer)
    assert "“不予受理”由纪委书记办理，您没有这一角色" in answer


def test_after_acceptance_the_notice_is_the_next_step(town):
    answer = dossier(sit(town), an_accepted(town).report)

    assert re.search(r'<a class="button button-primary"[^>]*><span>发出告知书</span>', answer)
    assert "受理" not in open_acts(answer)


def test_whoever_was_asked_to_take_it_over_sees_that_first(town):
    report = a_letter(town).report
    hand_over(
        by=town["clerk"], report=report, to_id=town.staff["handler"].pk, why=HandOverReason.LOAD, on=MONDAY
    )

    assert open_acts(dossier(sit(town, "handler"), report))[:2] == ["接手承办", "退回移交"]


@pytest.mark.parametrize("who", ["reported", "relative", "colleague", "other_clerk", "county_chief"])
def test_whoever_stays_away_gets_the_page_of_an_address_that_does_not_exist(town, who):
    report = about_the_secretary(town).report
    client = sit(town, who)

    absent = page(client.get("/desk/reports/00000000-0000-4000-8000-000000000000"))

    assert client.get(f"/desk/reports/{report.pk}").status_code == 404
    assert dossier(client, report) == absent


def test_a_recused_officer_no_longer_finds_it(town):
    report = a_letter(town).report
    declare_recusal(by=town["clerk"], subject=report, ground=RecusalGround.INTEREST, on=TUESDAY)

    assert sit(town).get(f"/desk/reports/{report.pk}").status_code == 404


def test_a_matter_leads_to_its_first_report(town):
    report = a_letter(town).report
    matter = open_matter(by=town["clerk"], report=report, title="低保", on=MONDAY)

    answer = sit(town).get(f"/desk/matters/{matter.pk}")

    assert answer.url == f"/desk/reports/{report.pk}"
    assert sit(town, "other_clerk").get(f"/desk/matters/{matter.pk}").status_code == 404


def test_a_waiting_report_is_registered_first_and_an_enveloped_one_has_only_its_envelope(town):
    waiting, enveloped = a_web_report(town)[0], a_letter(town).report
    send_up_as_envelope(by=town["clerk"], report=enveloped, on=TUESDAY)
    left = Report.objects.get(organ=town.organ, state="enveloped")
    client = sit(town)

    assert client.get(f"/desk/reports/{waiting.pk}").url == f"/desk/inbox/{waiting.pk}"
    assert client.get(f"/desk/reports/{left.pk}").url == "/desk/envelopes"


def test_an_archived_report_says_so_and_offers_only_what_leaves_its_file_alone(town):
    report = an_archived_report(town)

    answer = dossier(sit(town, "chief"), report)

    head = answer[answer.index('<div class="page-actions">') : answer.index('<div class="desk-main">')]
    assert [each in head for each in ("已反馈", "已归档")] == [True, True]
    papers = ["打印卷宗目录", "打印举报登记表", "打印呈批表（拟办单）", "打印反馈记录"]
    assert sorted(open_acts(answer)) == sorted(
        [
            "与举报人通信",
            "查看卷宗",
            *papers,
            "申请他人回避",
            "申报回避",
            "登记举报人意见",
            "重新办理",
        ]
    )
    assert "归档后不再改动" not in answer


@pytest.mark.parametrize("act", ["notice", "hand-over", "classify"])
def test_an_act_on_an_archived_report_leads_back_to_it_and_does_nothing(town, act):
    report, chief = an_archived_report(town), sit(town, "chief")

    answer = chief.post(f"/desk/reports/{report.pk}/{act}", {"kind": "extension"}, follow=True)

    assert "归档后不再改动" in page(answer)
