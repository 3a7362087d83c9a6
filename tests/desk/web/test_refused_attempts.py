"""Attempts that a page's door refuses: nothing is shown, and they stand in the trail."""

from uuid import uuid4

import pytest

from tests.desk.sitting import sit
from tests.reception.township import a_letter, about_the_secretary
from yixian.trail.models import Entry


def refused() -> list[tuple[str, str, str]]:
    found = Entry.objects.filter(outcome="refused").order_by("seq")
    return list(found.values_list("act", "subject", "why"))


def test_a_report_that_is_hidden_and_was_asked_for_all_the_same(town):
    report = about_the_secretary(town).report

    answer = sit(town, "reported").get(f"/desk/reports/{report.pk}")

    assert answer.status_code == 404
    assert refused() == [("reception.read_report", f"reception.report:{report.pk}", "not_permitted")]


def test_a_page_of_another_role(town):
    answer = sit(town, "clerk").get("/desk/figures/")

    assert (answer.status_code, refused()) == (403, [("insight.see_figures", "", "not_permitted")])


@pytest.mark.parametrize(
    "slug", ["open-clue", "record-completion", "archive-matter", "unlink", "accept-hand-over"]
)
def test_what_does_not_stand_is_not_done_by_a_post_either(town, slug):
    report = a_letter(town).report

    answer = sit(town, "chief").post(f"/desk/reports/{report.pk}/{slug}", {"text": "写了很久的说明"})

    assert answer.status_code in (302, 403, 404, 409)


def test_what_was_typed_too_late_is_shown(town):
    report = a_letter(town).report

    answer = sit(town, "chief").post(f"/desk/reports/{report.pk}/open-clue", {"questions": "写了很久的问题"})

    assert (answer.status_code, "写了很久的问题" in answer.content.decode()) == (409, True)


def test_too_short_an_account_is_told_and_not_a_crash(town):
    answer = sit(town, "clerk").post(
        "/desk/register/letter",
        {
            "account": "无",
            "received_on": "2026-03-02",
            "source": "own",
            "signing": "anonymous",
            "people_count": "1",
            "report_class": "accusation",
            "main_issue": "lifestyle",
            "like": "",
            "people-TOTAL_FORMS": "0",
            "people-INITIAL_FORMS": "0",
            "entry": str(uuid4()),
            "reporters-TOTAL_FORMS": "0",
            "reporters-INITIAL_FORMS": "0",
        },
    )

    assert (answer.status_code, "无</textarea>" in answer.content.decode()) == (200, True)


@pytest.mark.parametrize("span", ["start=0001-01-01&end=0001-02-01", "start=9999-01-01&end=9999-12-31"])
def test_a_period_that_no_calendar_holds_is_told(town, span):
    answer = sit(town, "chief").get(f"/desk/figures/?span=own&{span}")

    assert (answer.status_code, "年份请填写1949年至2199年" in answer.content.decode()) == (200, True)
