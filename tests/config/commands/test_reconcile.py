"""``yixian reconcile``: the four accounts, every stray by its number, and an exit code that a timer can read."""

import pytest
from click.testing import CliRunner

from tests.assessment.hard_matters import WEDNESDAY, a_matter
from tests.resolution.casework import an_archived_report
from yixian.assessment.actions import ClassFacts, classify_report
from yixian.config.commands.reconcile import command
from yixian.reception.models import Handling
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.trail.queries import entries

FACTS = ClassFacts(report_class=ReportClass.ACCUSATION, main_issue=VillageIssue.TENDERS)
MARCH = ["--from", "2026-03-01", "--to", "2026-03-31"]


def run(*arguments: str):
    return CliRunner().invoke(command, arguments)


def classed(town, report):
    classify_report(by=town["clerk"], report=report, facts=FACTS, on=WEDNESDAY)


def test_sound_records_are_said_to_be_sound_and_the_asking_is_in_the_trail(town):
    classed(town, an_archived_report(town))

    result = run(*MARCH)

    assert result.exit_code == 0, result.output
    assert "来件：期初未结0，本期新收1，本期办结1，期末未结0，相符，漏项0" in result.output
    assert "收结存相符，没有漏项。" in result.output
    assert entries().filter(act="insight.reconcile", actor="system").count() == 1


def test_a_stray_is_named_and_the_command_fails(town):
    matter = a_matter(town)
    classed(town, matter.links.get().report)
    Handling.objects.all().delete()

    result = run(*MARCH, "--organ", "qinghe")

    assert result.exit_code == 1
    assert f"  {matter.number}：没有承办人" in result.output
    assert f"{matter.number}：" not in run(*MARCH, "--organ", "yunxi").output


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["--from", "三月"], "请写作 2026-01-01"),
        (["--from", "2026-03-02", "--to", "2026-03-01"], "不能早于"),
        (["--organ", "nowhere"], "没有代码为“nowhere”的机关"),
    ],
)
def test_what_cannot_be_understood_is_explained(town, arguments, wrong):
    result = run(*arguments)

    assert (result.exit_code, wrong in result.output) == (2, True)
