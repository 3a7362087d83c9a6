"""排查 at the desk: what waits is shown, what is ticked is decided, and no session ends with a matter unseen."""

import re
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from tests.assessment.hard_matters import (
    ABOUT_SECRETARY,
    DAILY,
    NEXT_MONTH,
    WHY,
    a_closed_session,
    a_matter,
    a_plan,
    a_session,
    another_report,
    decide,
)
from tests.desk.sitting import page, sit
from tests.reception.township import REPORTER
from yixian.assessment.enums import Verdict
from yixian.assessment.models import Screening, ScreeningDecision

LIST = "/desk/screening"
PEOPLE_OF_THE_LIST = ("chief", "clerk", "handler")


def address(session, rest: str = "") -> str:
    return f"{LIST}/{session.pk}{rest}"


def numbers_on(shown: str) -> list[str]:
    """The matters in the table, in its order."""
    return re.findall(r"事\d{4}-\d{4}", re.sub(r"<span class=\"unseen\">.*?</span>", "", table(shown)))


def table(shown: str) -> str:
    return shown[shown.index("<tbody>") : shown.index("</tbody>")] if "<tbody>" in shown else ""


def test_the_list_says_that_this_month_is_not_held_and_leads_the_chief_to_it(town):
    a_matter(town)

    chief, clerk = (page(sit(town, who).get(LIST)) for who in ("chief", "clerk"))

    assert "有 1 个未结事项等着逐个过一遍" in chief
    assert f'href="{LIST}/call?kind=monthly"' in chief
    assert "由纪委书记召集，请提醒" in clerk
    assert "还没有开过排查" in chief


def test_a_session_is_called_and_shows_what_waits(town):
    matter = a_matter(town)
    client = sit(town, "chief")

    answer = client.post(f"{LIST}/call", {"kind": "monthly", "subject": "", "issue": ""}, follow=True)

    shown = page(answer)
    assert "已召集2026年3月每月排查" in shown
    assert "还有 1 个事项没有作出决定" in shown
    assert numbers_on(shown) == [matter.number]
    assert "低保发放" in shown
    assert REPORTER.name not in shown


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"kind": "special", "subject": "", "issue": ""}, "请写明专项排查什么"),
        ({"kind": "daily", "subject": "低保", "issue": ""}, "请选择“专项排查”"),
        ({"kind": "", "subject": "低保专项", "issue": ""}, "请选择类型"),
    ],
)
def test_a_call_that_does_not_hold_together_keeps_what_was_typed(town, typed, wrong):
    a_matter(town)

    shown = page(sit(town, "chief").post(f"{LIST}/call", typed))

    assert wrong in shown
    assert typed["subject"] in shown
    assert not Screening.objects.exists()


def test_a_second_monthly_session_is_refused_on_the_form(town):
    a_matter(town)
    a_session(town)

    shown = page(sit(town, "chief").post(f"{LIST}/call", {"kind": "monthly"}))

    assert "一个月只开一次" in shown


def test_a_clerk_is_not_offered_the_monthly_session(town):
    shown = page(sit(town).get(f"{LIST}/call"))

    assert ('value="monthly"' in shown, 'value="daily"' in shown) == (False, True)


def test_only_what_is_ticked_is_decided(town):
    first, second, third = (a_matter(town) for _ in range(3))
    session = a_session(town)
    client = sit(town, "chief")

    answer = client.post(
        address(session, "/decide?show=waiting"),
        {"matter": [first.pk, second.pk], "verdict": "make_plan", "reason": WHY},
        follow=True,
    )

    shown = page(answer)
    assert "2 个事项已决定：制定化解方案。" in shown
    assert answer.redirect_chain[-1][0] == address(session, "?show=waiting")
    assert numbers_on(shown) == [third.number]
    assert ScreeningDecision.objects.count() == 2


def test_a_refusal_keeps_the_ticks_and_the_reason(town):
    matter = a_matter(town)
    session = a_session(town)

    shown = page(
        sit(town, "chief").post(
            address(session, "/decide"),
            {"matter": [matter.pk], "verdict": "meet", "reason": f"约{REPORTER.name}"},
        )
    )

    assert "会暴露举报人" in shown
    assert re.search(rf'value="{matter.pk}" id="m{matter.pk}" checked', shown)
    assert not ScreeningDecision.objects.exists()


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"verdict": "close"}, "请先勾选要决定的事项"),
        ({"matter": ["不是编号"], "verdict": "close"}, "请先勾选要决定的事项"),
        ({}, "请选择决定"),
    ],
)
def test_what_is_missing_is_said(town, typed, wrong):
    a_matter(town)
    session = a_session(town)

    assert wrong in page(sit(town, "chief").post(address(session, "/decide"), typed))


def test_a_link_ticks_what_waits_on_the_page(town):
    first, second = a_matter(town), a_matter(town)
    session = a_session(town)
    decide(town, session, first)

    shown = page(sit(town, "chief").get(address(session, "?show=all&tick=every")))

    assert [bool(re.search(rf'id="m{each.pk}" checked', shown)) for each in (first, second)] == [False, True]


def test_each_decision_leads_to_its_act(town):
    matter = a_matter(town)
    report = matter.links.get().report
    session = a_session(town)
    client = sit(town, "chief")
    leads = {}
    for verdict in Verdict:
        decide(town, session, matter, verdict=verdict, reason=WHY)
        row = table(page(client.get(address(session, "?show=all"))))
        leads[verdict] = re.findall(r'<a href="([^"]+)">[^<]+<span class="unseen">：', row)[-1:]

    assert leads == {
        Verdict.CONTINUE: [],
        Verdict.MAKE_PLAN: [f"/desk/matters/{matter.pk}/plan"],
        Verdict.CONSULT: ["/desk/consultations"],
        Verdict.DISPOSE: [f"/desk/reports/{report.pk}/open-clue"],
        Verdict.TRANSFER: [f"/desk/reports/{report.pk}/transfer"],
        Verdict.EXTEND: [f"/desk/reports/{report.pk}"],
        Verdict.MEET: [f"/desk/reports/{report.pk}"],
        Verdict.CLOSE: [f"/desk/reports/{report.pk}/close-matter"],
    }


def test_the_next_session_shows_what_was_decided_and_whether_it_was_done(town, settings):
    planned, not_yet = a_matter(town), a_matter(town)
    a_closed_session(town, planned, not_yet, verdict=Verdict.MAKE_PLAN, reason=WHY)
    a_plan(town, planned)
    settings.YIXIAN_TODAY = NEXT_MONTH

    shown = page(sit(town, "chief").get(address(a_session(town, on=NEXT_MONTH), "?show=all")))

    told = re.findall(r"制定化解方案<span class=\"note\">3月4日，(\S+?)</span>", shown)
    assert sorted(told) == ["已落实", "还没有落实"]


def test_what_came_later_is_taken_in_from_the_page(town):
    a_matter(town)
    session = a_session(town)
    later = a_matter(town)
    client = sit(town, "chief")

    before = page(client.get(address(session)))
    after = page(client.post(address(session, "/take-in"), follow=True))

    assert "召集以后又立项 1 个事项" in before
    assert "已补充纳入 1 个事项" in after
    assert later.number in numbers_on(after)


def test_a_session_with_a_matter_unseen_is_not_ended_and_the_note_is_kept(town):
    matter = a_matter(town)
    session = a_session(town)
    client = sit(town, "chief")

    asked = page(client.get(address(session, "/close")))
    refused = page(client.post(address(session, "/close"), {"note": "下月再看"}))

    assert f"还有 1 个事项没有作出决定：{matter.number}" in asked
    assert "不能结束排查" in refused
    assert "下月再看" in refused


def test_an_ended_session_gives_its_minutes_and_its_list(town):
    matter = a_matter(town)
    session = a_session(town)
    decide(town, session, matter)
    client = sit(town, "chief")

    ended = page(client.post(address(session, "/close"), {"note": "由书记包案。"}, follow=True))
    pdf = client.post(address(session, "/minutes"), {"as": "pdf"})
    word = client.post(address(session, "/minutes"), {"as": "docx"})
    listed = client.post(address(session, "/export"))

    assert "打印排查记录" in ended
    assert 'name="matter"' not in ended
    assert (pdf.content[:4], word.content[:2]) == (b"%PDF", b"PK")
    heading, line = load_workbook(BytesIO(listed.content)).active.iter_rows(values_only=True)
    assert (line[0], dict(zip(heading, line, strict=True))["本次决定"]) == (matter.number, "继续办理")


def test_whoever_did_not_call_it_neither_ends_it_nor_prints_its_minutes(town):
    matter = a_matter(town)
    closed = a_closed_session(town, matter)
    client = sit(town, "deputy")

    shown = page(client.get(address(closed)))

    assert (matter.number in shown, "打印排查记录" in shown) == (True, False)
    assert client.post(address(closed, "/minutes"), {"as": "pdf"}).status_code == 403


@pytest.mark.parametrize("who", ["reported", "relative", "colleague", "other_clerk"])
def test_the_reported_side_finds_nothing_of_a_session(town, who):
    matter = a_matter(town, ABOUT_SECRETARY)
    monthly, daily = a_session(town), a_session(town, DAILY)
    client = sit(town, who)

    assert client.get(address(daily)).status_code == 404
    assert client.post(address(daily, "/export")).status_code == 404
    shown = page(client.get(address(monthly, "?show=all")))
    assert "本次排查没有您可以查看的事项" in shown
    assert matter.number not in page(client.get("/desk/old-matters?months=1&reports=2"))


def test_a_page_of_three_rows_costs_no_more_queries_than_one(town):
    a_matter(town)
    client = sit(town, "chief")
    counts = []
    for _ in (1, 3):
        session = a_session(town, DAILY)
        with CaptureQueriesContext(connection) as asked:
            client.get(address(session, "?show=all"))
        counts.append(len(asked))
        a_matter(town)
        a_matter(town)

    assert counts[0] == counts[1]


def test_old_matters_are_listed_with_their_plan_or_the_lack_of_it(town):
    often, planned, fresh = (a_matter(town) for _ in range(3))
    for matter in (often, planned):
        another_report(town, matter)
        another_report(town, matter)
    a_plan(town, planned)
    client = sit(town, "chief")

    shown = page(client.get("/desk/old-matters"))
    without = page(client.get("/desk/old-matters?unplanned=on"))

    assert numbers_on(shown) == [often.number, planned.number]
    assert "其中 1 个事项还没有化解方案" in shown
    assert numbers_on(without) == [often.number]
    assert fresh.number not in page(client.get("/desk/old-matters?months=1"))
    assert "没有这样的事项" in page(client.get("/desk/old-matters?reports=9"))
    assert REPORTER.name not in shown


def test_only_whoever_may_put_an_old_matter_forward_is_offered_to(town):
    matter = a_matter(town)
    another_report(town, matter)
    another_report(town, matter)
    address = f"/desk/matters/{matter.pk}/ask-consultation-old"

    offered = {who: address in page(sit(town, who).get("/desk/old-matters")) for who in PEOPLE_OF_THE_LIST}
    let_in = {who: sit(town, who).get(address).status_code == 200 for who in PEOPLE_OF_THE_LIST}

    assert offered == let_in
    assert set(offered.values()) == {True, False}
