"""Whoever stays away from a report stays away from where it went, from what is asked of it there, and what is said."""

from tests.assessment.actions.test_supervising import pressed
from tests.assessment.area import accepted, county_report, proposed
from tests.assessment.consulting import decided, found_town
from tests.assessment.elsewhere import arrived, sent
from tests.moulds import poured
from tests.reception.township import WEDNESDAY, Township
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.protection.queries import why_not
from yixian.reception.models import Report


def recused(town: Township, who: str, subject: Report) -> None:
    declare_recusal(by=town[who], subject=subject, ground=RecusalGround.INTEREST, on=WEDNESDAY)


def barred(town: Township, who: str, act: str, thing: object) -> bool:
    return "应当回避" in why_not(town[who], act, thing)


def test_who_is_recused_from_the_report_ends_no_crossing_of_it(area):
    town = area.town
    crossing = accepted(town)
    assert not barred(town, "county_chief", "assessment.end_crossing", crossing)

    recused(town, "county_chief", crossing.report)

    assert barred(town, "county_chief", "assessment.end_crossing", crossing)


def test_a_recusal_from_another_report_bars_no_crossing(area):
    town = area.town
    crossing = proposed(town)

    recused(town, "county_chief", county_report(town))

    assert not barred(town, "county_chief", "assessment.offer_crossing", crossing)


def test_who_is_recused_from_either_row_answers_no_transfer_and_no_supervision(town):
    supervision = pressed(town)
    transfer = supervision.transfer

    recused(town, "county_chief", transfer.report)
    recused(town, "chief", transfer.copy)

    assert barred(town, "county_chief", "assessment.print_letter", transfer)
    assert barred(town, "county_chief", "assessment.settle_supervision", supervision)
    assert barred(town, "chief", "assessment.report_result", transfer)
    assert barred(town, "chief", "assessment.answer_supervision", supervision)


def test_who_is_recused_from_the_report_extends_no_duty_of_its_consultation(db):
    consulting = poured(found_town)
    item = decided(consulting)
    duty = item.duties.get()

    recused(consulting, "chief", item.matter.links.get().report)

    assert barred(consulting, "chief", "assessment.extend_duty", duty)


def test_who_is_recused_from_what_came_in_as_a_file_does_not_print_its_letter(away):
    arrival = arrived(away, sent(away))

    declare_recusal(by=away["far_chief"], subject=arrival.report, ground=RecusalGround.INTEREST, on=WEDNESDAY)

    assert "应当回避" in why_not(away["far_chief"], "assessment.print_arrival", arrival)
