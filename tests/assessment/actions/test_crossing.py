import pytest

from tests.assessment.area import accepted, chief_of, county_report, offered, proposed, under_way, who_of
from tests.reception.township import LETTER, TUESDAY, WEDNESDAY, a_letter
from yixian.assessment.actions import (
    AlreadyCrossing,
    CrossingFacts,
    NobodyFree,
    NoLongerFree,
    NotCleared,
    NotForCounty,
    accept_crossing,
    clear_crossing,
    end_crossing,
    hand_down_crossing,
    offer_crossing,
    propose_crossing,
    read_crossing,
    refuse_crossing,
    return_crossing,
)
from yixian.assessment.enums import CrossingGround, CrossingRefusal, CrossingState
from yixian.assessment.models import CrossHandling
from yixian.protection.actions import NoKey, declare_recusal, make_code
from yixian.protection.enums import RecusalGround
from yixian.protection.officer import SYSTEM
from yixian.protection.permits import NotPermitted
from yixian.protection.queries import may
from yixian.reception.actions import WebCorrections, read_report, register_web_report
from yixian.reception.discretion import GivesAway
from yixian.reception.enums import ReportState
from yixian.reception.models import Report
from yixian.reception.queries import inbox
from yixian.roster.actions import declare_former_post, declare_kinship
from yixian.roster.enums import Relation
from yixian.trail.steps import NotInThisState


def test_two_of_another_township_of_the_area_are_proposed_with_reasons(area):
    town = area.town

    crossing = proposed(town)

    said = read_crossing(by=town["county_chief"], crossing=crossing)
    assert crossing.lead.organ_id == crossing.second.organ_id
    assert crossing.lead.organ_id in {organ.pk for organ in area.organs.values()}
    assert "没有查到应当回避的亲属、任职关系。" in said["reasons"]
    assert "金丝雀" not in said["reasons"]


@pytest.mark.parametrize("tie", ["kin", "kin_of_the_chief", "served", "recused"])
def test_whoever_stands_too_near_is_not_proposed(area, tie):
    town = area.town
    report = county_report(town)
    if tie == "kin":
        declare_kinship(by=SYSTEM, staff=town.staff["bq_one"], cadre=town.secretary, relation=Relation.IN_LAW)
    elif tie == "kin_of_the_chief":
        declare_kinship(
            by=SYSTEM, staff=town.staff["bq_chief"], cadre=town.secretary, relation=Relation.IN_LAW
        )
    elif tie == "served":
        declare_former_post(by=SYSTEM, staff=town.staff["bq_one"], unit=town.unit, on=TUESDAY)
    else:
        declare_recusal(by=town["bq_one"], subject=report, ground=RecusalGround.INTEREST, on=TUESDAY)

    crossing = proposed(town, report)

    assert crossing.lead.organ.code == "fenglin"
    assert crossing.other_lead is None or crossing.other_lead.organ.code == "fenglin"


def test_a_relative_of_somebody_on_no_roster_is_found_by_name(area):
    from dataclasses import replace

    from tests.reception.township import MONDAY, STRANGER
    from yixian.reception.actions import register_letter
    from yixian.roster.models import Staff

    town = area.town
    Staff.objects.filter(pk=town.staff["bq_one"].pk).update(name=STRANGER.name)
    letter = replace(LETTER, reported=(STRANGER,))
    report = register_letter(by=town["county_clerk"], facts=letter, on=MONDAY, code=make_code()).report

    assert proposed(town, report).lead.organ.code == "fenglin"


def test_where_nobody_is_free_the_refusal_counts_the_reasons(area):
    town = area.town
    for who in ("bq_chief", "fl_chief"):
        declare_kinship(by=SYSTEM, staff=town.staff[who], cadre=town.secretary, relation=Relation.IN_LAW)

    with pytest.raises(NobodyFree, match="4人所在乡镇（街道）不宜或者已经退回办理这一件"):
        proposed(town)


def test_a_township_does_not_lend(area):
    town = area.town
    said = CrossingFacts(ground=CrossingGround.SMALL, township_id=town.organ.pk)

    with pytest.raises(NotForCounty, match="由县"):
        propose_crossing(by=town["chief"], report=a_letter(town).report, facts=said, on=TUESDAY)


def test_one_at_a_time(area):
    report = county_report(area.town)
    proposed(area.town, report)

    with pytest.raises(AlreadyCrossing, match="先结束"):
        proposed(area.town, report)


def test_the_offer_says_who_is_reported_and_nothing_of_the_letter(area):
    crossing = offered(area.town)

    said = read_crossing(by=area.town[who_of(area.town, crossing.lead)], crossing=crossing)

    assert said == {"brief": "被反映一方：柳青山（柳湾村村民委员会，主任）。"}


def test_before_it_is_taken_nothing_of_the_report_is_at_the_other_side(area):
    crossing = accepted(area.town)

    assert inbox(area.town[who_of(area.town, crossing.lead)]) == []
    assert Report.objects.filter(organ_id=crossing.to_organ_id).count() == 0


def test_the_runner_up_can_be_asked_instead(area):
    crossing = proposed(area.town)
    second_choice = crossing.other_lead

    asked = offer_crossing(by=area.town["county_chief"], crossing=crossing, on=TUESDAY, runner_up=True)

    assert asked.lead == second_choice


def test_a_tie_declared_after_the_proposal_stops_the_offer(area):
    crossing = proposed(area.town)
    declare_kinship(by=SYSTEM, staff=crossing.lead, cadre=area.town.secretary, relation=Relation.SPOUSE)

    with pytest.raises(NoLongerFree, match="是被反映人或者其申报的近亲属"):
        offer_crossing(by=area.town["county_chief"], crossing=crossing, on=TUESDAY)


def test_nobody_else_hears_of_an_offer(area):
    town = area.town
    crossing = offered(town)
    away = "fl_chief" if crossing.lead.organ.code == "baiquan" else "bq_chief"

    for who in ("chief", "handler", "reported", "relative", away):
        with pytest.raises(NotPermitted):
            read_crossing(by=town[who], crossing=crossing)


def test_before_the_offer_the_other_side_hears_nothing(area):
    crossing = proposed(area.town)

    with pytest.raises(NotPermitted):
        read_crossing(by=area.town[who_of(area.town, crossing.lead)], crossing=crossing)


def test_the_chief_accepts_only_after_both_have_cleared_themselves(area):
    crossing = offered(area.town)
    clear_crossing(by=area.town[who_of(area.town, crossing.lead)], crossing=crossing, on=WEDNESDAY)

    with pytest.raises(NotCleared, match=crossing.second.name):
        accept_crossing(by=chief_of(area.town, crossing), crossing=crossing, on=WEDNESDAY)


def test_nobody_clears_for_another(area):
    crossing = offered(area.town)

    with pytest.raises(NotPermitted, match="本人"):
        clear_crossing(by=chief_of(area.town, crossing), crossing=crossing, on=WEDNESDAY)


def test_a_refusal_is_kept_and_the_next_proposal_passes_over_it(area):
    town = area.town
    report = county_report(town)
    crossing = offer_crossing(by=town["county_chief"], crossing=proposed(town, report), on=TUESDAY)
    refused = refuse_crossing(
        by=town[who_of(town, crossing.lead)],
        crossing=crossing,
        why=CrossingRefusal.RECUSAL,
        on=WEDNESDAY,
        note="与被反映人的妻子是同学",
    )

    again = proposed(town, report)

    assert refused.state == CrossingState.REFUSED
    assert read_crossing(by=town["county_chief"], crossing=refused)["refusal"] == "与被反映人的妻子是同学"
    assert crossing.lead_id not in again.pair_ids()


def test_a_township_that_refuses_is_not_asked_again(area):
    town = area.town
    report = county_report(town)
    crossing = offer_crossing(by=town["county_chief"], crossing=proposed(town, report), on=TUESDAY)
    refuse_crossing(by=chief_of(town, crossing), crossing=crossing, why=CrossingRefusal.NO_ROOM, on=WEDNESDAY)

    assert proposed(town, report).to_organ_id != crossing.to_organ_id


def test_the_lead_reads_it_once_it_is_handed_down_and_the_other_clerk_does_not(area):
    town = area.town
    crossing = under_way(town)
    lead = town[who_of(town, crossing.lead)]

    (waiting,) = inbox(lead)
    registered = register_web_report(
        by=lead, report=waiting.report, corrections=WebCorrections(), on=WEDNESDAY
    )

    assert read_report(by=lead, report=registered).account.account == LETTER.account
    assert may(town[who_of(town, crossing.second)], "reception.read_report", registered) is False


def test_until_registered_only_the_lead_and_the_chief_meet_it(area):
    town = area.town
    crossing = under_way(town)

    assert len(inbox(chief_of(town, crossing))) == 1
    assert inbox(town[who_of(town, crossing.second)]) == []
    with pytest.raises(NotPermitted):
        read_report(by=town[who_of(town, crossing.second)], report=crossing.copy)


def test_who_reported_stays_with_the_county(area):
    crossing = under_way(area.town)
    from yixian.vault.enums import Purpose
    from yixian.vault.models import DataKeyWrap

    assert crossing.copy.identity is not None
    wraps = DataKeyWrap.objects.filter(data_key=crossing.copy.identity, organ_key__purpose=Purpose.IDENTITY)
    assert {each.organ_key.organ_ref for each in wraps} == {area.town.county.pk}


def test_the_county_keeps_its_own_report_in_hand(area):
    crossing = under_way(area.town)

    assert Report.objects.get(pk=crossing.report_id).state == ReportState.ACCEPTED


def test_when_it_ends_the_other_side_reads_no_more(area):
    town = area.town
    crossing = under_way(town)
    lead = town[who_of(town, crossing.lead)]
    copy = register_web_report(by=lead, report=crossing.copy, corrections=WebCorrections(), on=WEDNESDAY)
    returned = return_crossing(
        by=lead, crossing=crossing, result="低保名单确未公示，已责成补公示。", on=WEDNESDAY
    )

    ended = end_crossing(by=town["county_chief"], crossing=returned, on=WEDNESDAY)

    assert ended.state == CrossingState.ENDED
    assert Report.objects.get(pk=copy.pk).state == ReportState.PASSED_ON
    assert not copy.clocks.filter(met_on__isnull=True).exists()
    with pytest.raises(NoKey):
        read_report(by=lead, report=Report.objects.get(pk=copy.pk))
    county = read_report(by=town["county_chief"], report=Report.objects.get(pk=crossing.report_id))
    assert county.account.account == LETTER.account
    assert (
        read_crossing(by=town["county_chief"], crossing=ended)["result"] == "低保名单确未公示，已责成补公示。"
    )


def test_one_that_was_never_registered_is_voided_when_it_ends(area):
    crossing = under_way(area.town)

    end_crossing(by=area.town["county_chief"], crossing=crossing, on=WEDNESDAY)

    assert Report.objects.get(pk=crossing.copy_id).state == ReportState.VOIDED
    assert inbox(chief_of(area.town, crossing)) == []


def test_the_result_does_not_give_the_reporter_away(area):
    crossing = under_way(area.town)

    with pytest.raises(GivesAway):
        return_crossing(
            by=area.town[who_of(area.town, crossing.lead)],
            crossing=crossing,
            result="经向13800000999核实，情况属实。",
            on=WEDNESDAY,
        )


def test_nothing_goes_before_the_other_side_has_taken_it(area):
    with pytest.raises(NotInThisState, match="待对方答复"):
        hand_down_crossing(by=area.town["county_chief"], crossing=offered(area.town), on=TUESDAY)


def test_loads_are_spread_over_the_townships(area):
    leads = [proposed(area.town, difficulty=2).lead_id for _ in range(4)]

    assert len(set(leads)) == 4
    assert CrossHandling.objects.count() == 4
