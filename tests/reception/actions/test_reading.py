"""Reading leaves a trail; likely repeats are found over sealed reports, and only among one's own."""

from dataclasses import replace

import pytest

from tests.reception.township import (
    LETTER,
    SECRETARY,
    SUBMISSION,
    Township,
    a_letter,
    a_web_report,
    about_the_secretary,
)
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import possible_repeats, read_report
from yixian.reception.models import Report
from yixian.trail.queries import entries

ROAD = replace(
    LETTER,
    title="柳湾村桥头道路工程偷工减料",
    account="柳湾村桥头到小学的水泥路去年秋天由村里修建，工程款二十八万元，路面只有八厘米厚，"
    "今年春天就开裂下沉，村民多次要求公开账目，村委会一直不答复。",
)
ROAD_AGAIN = (
    "反映柳湾村修路质量问题",
    "去年秋天柳湾村修了桥头到小学的水泥路，花了二十八万元，厚度只有八厘米，现在已经开裂下沉，账目至今没有公开。",
)
PENSION = replace(
    LETTER,
    title="询问养老金停发",
    account="老人去世以后，家里多领了三个月的养老金，镇里要求退还，请问标准是什么。",
)


def numbers(town: Township, who: str = "clerk", **more) -> list[str]:
    title, account = ROAD_AGAIN
    return [
        each.report.number for each in possible_repeats(by=town[who], title=title, account=account, **more)
    ]


def test_reading_a_report_is_in_the_trail(town):
    report = a_letter(town).report

    read_report(by=town["clerk"], report=report)

    left = entries().filter(act="reception.read_report").get()
    assert (left.subject, left.outcome) == (report.trail_subject, "done")


@pytest.mark.parametrize("who", ["other_clerk", "handler", "custodian", "admin", "analyst"])
def test_whoever_has_no_part_in_a_report_does_not_read_it(town, who):
    report = a_letter(town).report

    with pytest.raises(NotPermitted):
        read_report(by=town[who], report=report)


@pytest.mark.parametrize("who", ["reported", "relative", "colleague"])
def test_the_reported_side_is_answered_as_if_there_were_no_such_report(town, who):
    report = about_the_secretary(town).report

    with pytest.raises(NotPermitted, match="没有找到") as refused:
        read_report(by=town[who], report=report)

    assert refused.value.hidden


def test_the_reported_side_does_not_read_it_while_it_waits(town):
    report, _ = a_web_report(town, replace(SUBMISSION, reported=(SECRETARY,)))

    with pytest.raises(NotPermitted, match="没有找到"):
        read_report(by=town["reported"], report=report)


def test_another_organ_does_not_read_it(town):
    report = a_letter(town).report

    with pytest.raises(NotPermitted, match="没有找到"):
        read_report(by=town["county_chief"], report=Report.objects.get(pk=report.pk))


def test_an_earlier_report_on_the_same_matter_is_found_with_reasons(town):
    a_letter(town, ROAD)
    a_letter(town, PENSION)

    title, account = ROAD_AGAIN
    (likely,) = possible_repeats(by=town["clerk"], title=title, account=account)

    assert (likely.report.number, likely.title) == ("2026-0001", ROAD.title)
    assert likely.probability > 0.5
    assert [reason for reason in likely.reasons if reason.weight > 0] != []


def test_a_report_is_not_its_own_repeat(town):
    report = a_letter(town, ROAD).report

    assert numbers(town, without=report) == []


def test_what_another_clerk_registered_is_not_found_by_typing_its_words(town):
    a_letter(town, ROAD, "other_clerk")

    assert numbers(town, "clerk") == []
    assert numbers(town, "chief") == ["2026-0001"]


@pytest.mark.parametrize("who", ["reported", "relative", "colleague"])
def test_the_reported_side_finds_nothing_by_typing_its_words(town, who):
    a_letter(town, replace(ROAD, reported=(SECRETARY,)))

    assert numbers(town, who) == []
    assert numbers(town, "clerk") == ["2026-0001"]


def test_searching_leaves_an_entry_that_does_not_say_what_was_searched(town):
    a_letter(town, ROAD)

    numbers(town)

    left = entries().filter(act="reception.compare_reports").get()
    assert "柳湾" not in f"{left.subject}{left.why}"


def test_whoever_holds_no_office_key_does_not_compare(town):
    with pytest.raises(NotPermitted):
        numbers(town, "analyst")
