"""Letters, visits, calls and box items enter with a number, an owner, a clock and a code."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reception.township import (
    ANONYMOUS,
    LETTER,
    MONDAY,
    REPORTER,
    SECRETARY,
    TUESDAY,
    a_letter,
    about_the_secretary,
    an_opened_box,
    holder_of,
)
from yixian.protection.actions import NoKey, make_code, open_seal
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    ReportedFacts,
    confirm_box_opening,
    read_report,
    register_box_item,
    register_call,
    register_letter,
    register_other,
    register_visit,
)
from yixian.reception.actions.registering import (
    BoxIsEmpty,
    BoxNotConfirmed,
    SigningDoesNotFit,
    TooManyRepresentatives,
)
from yixian.reception.enums import CadreCategory, Channel, ReportState, Signing, SourceKind
from yixian.reception.facts import Missing, NotPlausible, TooLong
from yixian.reception.models import Report
from yixian.reception.refusals import NotHere, ReportedSide, SeveralOfThatName, TooEarly
from yixian.roster.models import Organ, Village


def test_a_letter_gets_a_number_an_owner_a_clock_and_a_code(town):
    registered = a_letter(town)

    report = Report.objects.get()
    owner = report.handlings.get()
    clock = report.clocks.get()
    assert (report.number, report.channel, report.state) == (
        "2026-0001",
        Channel.LETTER,
        ReportState.REGISTERED,
    )
    assert (report.received_on, report.registered_on) == (MONDAY, MONDAY)
    assert (owner.staff_id, owner.why, owner.is_current) == (town["clerk"].staff_id, "first", True)
    assert (clock.term_key, clock.started_on, clock.due_on) == (
        "acceptance_notice",
        MONDAY,
        date(2026, 3, 23),
    )
    assert holder_of(registered.code).receipt_id == report.receipt


def test_what_a_letter_says_opens_only_in_a_session_and_reads_as_written(town):
    report = a_letter(town).report

    content = read_report(by=town["clerk"], report=report)

    assert (content.account.title, content.account.account) == (LETTER.title, LETTER.account)
    assert [(each.name, each.post, each.category) for each in content.people] == [
        ("无此人氏", "组长", CadreCategory.GROUP_HEAD)
    ]


def test_a_clerk_cannot_open_who_reported(town):
    report = a_letter(town).report

    with pytest.raises(NoKey):
        open_seal(by=town["clerk"], seal=report.identity)


def test_an_anonymous_letter_starts_no_acceptance_clock_and_has_no_identity(town):
    report = a_letter(town, ANONYMOUS).report

    assert report.identity is None
    assert list(report.clocks.all()) == []


def test_a_letter_passed_by_the_superior_starts_the_clock_of_five_working_days(town):
    report = a_letter(town, replace(ANONYMOUS, source=SourceKind.PASSED_BY_SUPERIOR)).report

    clock = report.clocks.get()
    assert (clock.term_key, clock.due_on) == ("forwarded_report_acceptance", date(2026, 3, 9))


def test_a_title_left_empty_is_taken_from_the_opening_words(town):
    report = a_letter(town, replace(LETTER, title=" ", account="村里的账\n三年没有公布。")).report

    assert read_report(by=town["clerk"], report=report).account.title == "村里的账"


def test_a_visit_names_its_representatives_and_counts_the_rest(town):
    facts = replace(LETTER, reporters=(REPORTER,) * 5, people_count=12)

    report = register_visit(by=town["clerk"], facts=facts, code=make_code(), on=MONDAY).report

    assert (report.channel, report.representatives, report.people_count) == (Channel.VISIT, 5, 12)


def test_a_sixth_representative_is_refused_by_the_article(town):
    facts = replace(LETTER, reporters=(REPORTER,) * 6, people_count=12)

    with pytest.raises(TooManyRepresentatives, match="第二十条"):
        register_visit(by=town["clerk"], facts=facts, code=make_code(), on=MONDAY)


def test_fewer_visitors_than_representatives_are_refused(town):
    with pytest.raises(TooManyRepresentatives, match="不得少于代表人数"):
        register_visit(
            by=town["clerk"], facts=replace(LETTER, reporters=(REPORTER,) * 3), code=make_code(), on=MONDAY
        )


def test_an_anonymous_visit_has_one_representative_without_a_name(town):
    report = register_visit(by=town["clerk"], facts=ANONYMOUS, code=make_code(), on=MONDAY).report

    assert (report.representatives, report.identity) == (1, None)


@pytest.mark.parametrize(
    ("register", "channel"), [(register_call, Channel.CALL), (register_other, Channel.OTHER)]
)
def test_a_call_and_anything_else_are_registered_by_their_channel(town, register, channel):
    report = register(by=town["handler"], facts=ANONYMOUS, code=make_code(), on=TUESDAY).report

    assert (report.channel, report.registered_on) == (channel, TUESDAY)


def test_a_reported_cadre_of_the_roster_is_kept_as_tokens_and_not_as_a_name(town):
    report = about_the_secretary(town).report

    person = report.people.get()
    assert report.reported_tokens() == town["reported"].tokens | town["colleague"].tokens
    assert town["relative"].tokens < report.reported_tokens()
    assert [person.cadre_token is None, person.unit_token is None] == [False, False]


def test_a_unit_reported_by_name_is_tied_to_the_roster(town):
    unit = ReportedFacts(name="柳湾村村民委员会", category=CadreCategory.UNIT)

    report = a_letter(town, replace(LETTER, reported=(unit,))).report

    assert report.reported_tokens() == town["colleague"].tokens


def test_of_two_cadres_of_one_name_a_person_must_choose(town):
    facts = replace(LETTER, reported=(ReportedFacts(name="同名周"),))

    with pytest.raises(SeveralOfThatName, match="不止一名"):
        register_letter(by=town["clerk"], facts=facts, code=make_code(), on=MONDAY)


def test_a_name_that_is_nobody_of_the_roster_may_be_said_to_be_so(town):
    facts = replace(LETTER, reported=(ReportedFacts(name="同名周", not_on_roster=True),))

    report = register_letter(by=town["clerk"], facts=facts, code=make_code(), on=MONDAY).report

    assert report.reported_tokens() == frozenset()


def test_a_chosen_cadre_brings_the_unit(town):
    chosen = ReportedFacts(name="柳主任", cadre_id=town.secretary.pk)

    report = a_letter(town, replace(LETTER, reported=(chosen,))).report

    assert report.reported_tokens() == town["reported"].tokens


@pytest.mark.parametrize("who", ["reported", "relative", "colleague"])
def test_whoever_is_of_the_reported_side_cannot_register_it(town, who):
    with pytest.raises(ReportedSide, match="应当回避"):
        a_letter(town, replace(LETTER, reported=(SECRETARY,)), who)

    assert Report.objects.count() == 0


def test_a_box_item_comes_from_a_box_that_two_people_opened(town):
    opening = an_opened_box(town)
    confirm_box_opening(by=town["handler"], opening=opening, on=MONDAY)

    report = register_box_item(
        by=town["clerk"], opening=opening, facts=ANONYMOUS, code=make_code(), on=MONDAY
    ).report

    assert (report.channel, report.box_opening_id) == (Channel.BOX, opening.pk)


def test_no_more_box_items_than_were_counted(town):
    opening = an_opened_box(town)
    confirm_box_opening(by=town["handler"], opening=opening, on=MONDAY)
    register_box_item(by=town["clerk"], opening=opening, facts=ANONYMOUS, code=make_code(), on=MONDAY)

    with pytest.raises(BoxIsEmpty, match="共1件"):
        register_box_item(by=town["clerk"], opening=opening, facts=ANONYMOUS, code=make_code(), on=MONDAY)


def test_no_box_item_before_the_witness_has_confirmed(town):
    opening = an_opened_box(town)

    with pytest.raises(BoxNotConfirmed, match="见证人"):
        register_box_item(by=town["clerk"], opening=opening, facts=ANONYMOUS, code=make_code(), on=MONDAY)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (replace(LETTER, signing=Signing.ANONYMOUS), "匿名来件不登记"),
        (replace(LETTER, reporters=()), "没有署名"),
        (replace(LETTER, reporters=(replace(REPORTER, phone="", address=""),)), "可查证的联系方式"),
    ],
)
def test_a_signature_is_what_the_rules_say_it_is(town, facts, why):
    with pytest.raises(SigningDoesNotFit, match=why):
        register_letter(by=town["clerk"], facts=facts, code=make_code(), on=MONDAY)


def test_an_empty_account_is_refused(town):
    with pytest.raises(Missing, match="反映的内容"):
        register_letter(by=town["clerk"], facts=replace(LETTER, account=" \n"), code=make_code(), on=MONDAY)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (replace(LETTER, title="长" * 101), "“标题”最多100个字，现在有101个字"),
        (replace(LETTER, reported=(replace(SECRETARY, post="长" * 61),)), "“职务”最多60个字"),
        (replace(LETTER, reported=(SECRETARY,) * 21), "最多登记20名"),
    ],
)
def test_too_long_a_part_is_refused_with_its_limit(town, facts, why):
    with pytest.raises(TooLong, match=why):
        register_letter(by=town["clerk"], facts=facts, code=make_code(), on=MONDAY)


@pytest.mark.parametrize("people", [0, 10_001])
def test_a_number_of_people_that_cannot_be_is_refused(town, people):
    with pytest.raises(NotPlausible, match="1到10000"):
        register_letter(
            by=town["clerk"], facts=replace(LETTER, people_count=people), code=make_code(), on=MONDAY
        )


def test_a_letter_cannot_be_registered_before_it_came(town):
    with pytest.raises(TooEarly, match="登记日期"):
        register_letter(
            by=town["clerk"], facts=replace(LETTER, received_on=TUESDAY), code=make_code(), on=MONDAY
        )


def test_a_village_of_another_township_is_refused(town):
    other = Organ.objects.create(
        code="other", name="白石镇纪委", short_name="白纪信", level="township", parent=town.county
    )
    village = Village.objects.create(organ=other, name="石头村")

    with pytest.raises(NotHere, match="不属于本机构"):
        register_letter(
            by=town["clerk"], facts=replace(LETTER, village_id=village.pk), code=make_code(), on=MONDAY
        )


@pytest.mark.parametrize("who", ["admin", "custodian", "analyst"])
def test_whoever_has_no_receiving_role_registers_nothing(town, who):
    with pytest.raises(NotPermitted, match="没有这一角色"):
        register_letter(by=town[who], facts=LETTER, code=make_code(), on=MONDAY)


def test_a_code_is_never_part_of_what_is_printed_of_a_registration(town):
    registered = a_letter(town)

    assert registered.code not in repr(registered)
