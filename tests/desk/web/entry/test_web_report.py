"""Registering out of the inbox."""

import re
from dataclasses import replace
from typing import Any

import pytest

from tests.desk.sitting import page, sit
from tests.reception.township import MONDAY, REPORTER, SUBMISSION, WEDNESDAY, a_web_report, holder_of
from yixian.assessment.queries import matter_of
from yixian.reception.actions import ReportedFacts, write_as_reporter
from yixian.reception.enums import ReportState, Signing
from yixian.reception.models import Envelope, Report
from yixian.trail.queries import entries


def settled(**changes: Any) -> dict[str, Any]:
    typed = {
        "people_count": "1",
        "village": "",
        "people-TOTAL_FORMS": "1",
        "people-INITIAL_FORMS": "1",
        "people-0-name": "无此人氏",
        "people-0-post": "组长",
        "people-0-unit": "",
        "people-0-category": "group_head",
        "people-0-match": "",
        "report_class": "accusation",
        "main_issue": "collective_assets",
        "second_issue": "",
    }
    return {**typed, **changes}


def test_the_screen_shows_the_reporter_s_words_the_names_and_the_proposals(town):
    report, _ = a_web_report(town)

    answer = page(sit(town).get(f"/desk/inbox/{report.pk}"))

    assert SUBMISSION.account in answer
    assert 'name="people-0-name" value="无此人氏"' in answer
    assert "系统建议：" in answer


def test_registered_it_has_number_class_and_matter_and_leaves_the_inbox(town):
    report, _ = a_web_report(town)
    client = sit(town)

    answer = client.post(f"/desk/inbox/{report.pk}", settled(village=str(town.village.pk)))

    report.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, f"/desk/reports/{report.pk}")
    assert (report.state, report.number, report.village) == (
        ReportState.REGISTERED,
        "2026-0001",
        town.village,
    )
    assert matter_of(report.pk) is not None
    assert SUBMISSION.title not in page(client.get("/desk/inbox"))


def test_a_name_given_on_the_web_waits_for_verification(town):
    signed = replace(SUBMISSION, reporter=REPORTER)
    client, (unverified, _), (verified, _) = sit(town), a_web_report(town, signed), a_web_report(town, signed)

    shown = page(client.get(f"/desk/inbox/{unverified.pk}"))
    client.post(f"/desk/inbox/{unverified.pk}", settled())
    client.post(f"/desk/inbox/{verified.pk}", settled(verified="on"))

    signing = {each.pk: each.signing for each in Report.objects.all()}
    assert signing == {unverified.pk: Signing.UNVERIFIED, verified.pk: Signing.REAL_NAME}
    assert [word for word in (REPORTER.name, REPORTER.phone) if word in shown] == []


def test_a_mistake_keeps_what_was_settled(town):
    report, _ = a_web_report(town)

    answer = page(sit(town).post(f"/desk/inbox/{report.pk}", settled(main_issue="", proposed="x")))

    assert "检举控告请选定主要问题" in answer
    assert 'value="无此人氏"' in answer


@pytest.mark.parametrize("do", ["look", "more_people"])
def test_looking_and_another_row_register_nothing(town, do):
    report, _ = a_web_report(town)

    answer = page(sit(town).post(f"/desk/inbox/{report.pk}", settled(do=do)))

    report.refresh_from_db()
    assert report.state == ReportState.RECEIVED
    assert 'value="无此人氏"' in answer


def test_what_belongs_to_the_superior_moves_there_and_leaves_an_envelope(town):
    report, _ = a_web_report(town)

    sit(town).post(f"/desk/inbox/{report.pk}", {"do": "superior"})

    assert Report.objects.get(pk=report.pk).organ == town.county
    assert Envelope.objects.get().sent_to == town.county


@pytest.mark.parametrize(("who", "status"), [("reported", 404), ("relative", 404), ("analyst", 403)])
def test_whoever_it_names_finds_nothing_there(town, who, status):
    about_him = replace(SUBMISSION, title="反映柳青山", reported=(ReportedFacts(name="柳青山"),))
    report, _ = a_web_report(town, about_him)
    client = sit(town, who)

    shown, sent = client.get(f"/desk/inbox/{report.pk}"), client.post(f"/desk/inbox/{report.pk}", settled())

    assert (shown.status_code, sent.status_code) == (status, status)
    assert "反映柳青山" not in page(shown)


def test_what_the_reporter_wrote_before_registration_stands_beside_the_account(town):
    report, code = a_web_report(town)
    write_as_reporter(by=holder_of(code), text="金丝雀来信：路是去年修的。", on=MONDAY)

    answer = page(sit(town).get(f"/desk/inbox/{report.pk}"))

    assert "金丝雀来信：路是去年修的。" in answer
    assert report.messages.get().read_on == WEDNESDAY
    assert entries(act="reception.read_messages").count() == 1


def test_a_title_that_the_window_cut_is_shown_as_cut_beside_the_account(town):
    report, _ = a_web_report(
        town, replace(SUBMISSION, title="", account=f"{SUBMISSION.account}第二年还是这样。")
    )

    answer = page(sit(town).get(f"/desk/inbox/{report.pk}"))

    assert re.search(r"<h1>金丝雀正文：[^<]{18}…</h1>", answer)
