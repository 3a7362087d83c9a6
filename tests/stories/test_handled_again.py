"""One report that is handled again, page by page: the objection in the mailbox, the ruling, the second answer there."""

import pytest
from django.test import Client

from tests.desk.sitting import WEDNESDAY, page, sit
from tests.reception.township import TUESDAY, Township, a_letter
from tests.window.visitor import Visitor
from yixian.assessment.actions import open_matter
from yixian.assessment.models import Matter
from yixian.reception.actions import accept_report, give_feedback
from yixian.reception.enums import FeedbackWay
from yixian.reception.models import Report
from yixian.regulations.archiving import Retention
from yixian.regulations.completions import Completion
from yixian.resolution.actions import archive_matter, close_matter, record_completion
from yixian.resolution.models import ArchiveFile

pytestmark = [pytest.mark.story, pytest.mark.django_db]

FIRST, OBJECTION = "金丝雀之一：名单已经补公示。", "金丝雀之二：上半年的名单还是没有公示。"
UPHELD, SECOND = "金丝雀之三：您说得对，上半年的名单我们没有查。", "金丝雀之四：上半年的名单也已公示。"


@pytest.fixture(autouse=True)
def _wednesday(settings) -> None:
    settings.YIXIAN_TODAY = WEDNESDAY


def archived(town: Township) -> tuple[Report, str]:
    """Answered, closed and put away, with the reporter's code."""
    registered, chief = a_letter(town), town["chief"]
    report = registered.report
    accept_report(by=chief, report=report, on=TUESDAY)
    matter = open_matter(by=town["clerk"], report=report, title="名单公示", on=TUESDAY)
    give_feedback(by=chief, report=report, way=FeedbackWay.MAILBOX, text=FIRST, on=TUESDAY)
    for each in Completion:
        record_completion(by=chief, matter=matter, completion=each, note=each.requires, on=TUESDAY)
    closed = close_matter(by=chief, matter=matter, on=TUESDAY)
    papers = {"box": 1, "piece": 1, "retention": Retention.TEN_YEARS, "index": "举报信｜2"}
    archive_matter(by=town["clerk"], matter=closed, on=TUESDAY, **papers)
    return report, registered.code


def done(client: Client, report: Report, act: str, **typed: str) -> str:
    """Fill in the page of an act and press: the page on which the officer then stands."""
    answer = client.post(f"/desk/reports/{report.pk}/{act}", typed, follow=True)
    assert answer.redirect_chain, page(answer)
    return page(answer)


def test_an_objection_by_code_is_upheld_and_answered_anew_in_the_mailbox(town: Township) -> None:
    report, code = archived(town)
    reporter, chief, deputy = Visitor(Client()), sit(town, "chief"), sit(town, "deputy")

    reporter.open_mailbox(code)
    reporter.post("/mailbox/opinion", opinion="object", text=OBJECTION)
    assert ["审查异议" in page(each.get("/desk/")) for each in (chief, deputy)] == [False, True]
    read = page(deputy.get(f"/desk/reports/{report.pk}/rule-on-objection"))
    assert [words in read for words in (FIRST, OBJECTION)] == [True, True]
    assert "这次结果是您反馈的，由另一名负责人审查" in page(chief.get(f"/desk/reports/{report.pk}"))
    ruled = done(deputy, report, "rule-on-objection", verdict="upheld", reason=UPHELD)
    assert "异议成立，请接着“重新办理”" in ruled
    assert "重新办理：异议成立" in page(chief.get("/desk/"))
    upheld = reporter.get("/mailbox/case")
    assert (UPHELD in upheld, SECOND in upheld) == (True, False)

    done(chief, report, "reopen", ground="objection", reason="上半年的名单没有核对。")
    done(chief, report, "feedback", way="mailbox", text=SECOND)
    for each in Completion:
        done(chief, report, "record-completion", completion=each.value, note=each.requires)
    done(chief, report, "close-matter")
    added = done(sit(town), report, "supplement-file", index="反馈记录｜3")

    assert ["已补充归档3页" in added, "补充归档（3页）" in added] == [True, True]
    told = reporter.get("/mailbox/case")
    assert [words in told for words in (FIRST, OBJECTION, UPHELD, SECOND)] == [True] * 4
    assert "对结果说说意见" in told
    assert (ArchiveFile.objects.get().pages, Matter.objects.get().state) == (5, "archived")
