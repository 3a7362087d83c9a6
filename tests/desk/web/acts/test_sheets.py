"""The register sheet from the dossier: what later work knows of a report, and what it does not know yet."""

from decimal import Decimal

from tests.desk.sitting import sit
from tests.reception.township import WEDNESDAY, an_accepted
from tests.resolution.casework import TWO_PEOPLE, an_outcome, concluding
from yixian.regulations.classes import ClosingWay, FourForms
from yixian.resolution.actions import close_clue, decide_outcome
from yixian.toolkit.documents.templates import words_of


def sheet(town, report) -> str:
    typed = {"summary": "反映名单没有公示。", "proposal": "", "do": "docx"}
    answer = sit(town, "chief").post(f"/desk/reports/{report.pk}/register-sheet", typed)
    return words_of(answer.content).whole


def test_before_anything_was_decided_there_are_no_losses_to_state(town):
    said = sheet(town, an_accepted(town).report)

    assert "办理状态　已受理　挽回损失\n" in said
    assert "处理结果　尚未办结" in said


def test_the_sheet_says_how_each_ended_in_which_form_and_what_was_recovered(town):
    clue = concluding(town, TWO_PEOPLE)
    report = clue.matter.links.get().report
    for person, losses in zip(report.people.order_by("position"), ("1200.50", "800"), strict=True):
        outcome = an_outcome(town, clue, person.pk, form=FourForms.FIRST, losses_recovered=Decimal(losses))
        decide_outcome(by=town["chief"], outcome=outcome, approved=True, on=WEDNESDAY)
    close_clue(by=town["handler"], clue=clue, way=ClosingWay.DEALT_WITH, on=WEDNESDAY)

    said = sheet(town, report)

    form = FourForms.FIRST.label
    assert "挽回损失　2000.5元" in said
    assert (
        f"（{ClosingWay.DEALT_WITH.label}）　1. 基本属实，批评教育，{form}　2. 基本属实，批评教育，{form}"
        in said
    )
