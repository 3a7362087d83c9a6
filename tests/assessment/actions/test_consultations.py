"""联席会诊: its agenda and material, opinions that nobody sees before all are given, recusal, quorum, minutes."""

import pytest

from tests.assessment import consulting as c
from tests.moulds import poured
from tests.reception.township import REPORTER, a_letter
from yixian.assessment.actions import (
    AlreadyAnswered,
    AlreadyPutForward,
    AlreadySaid,
    DutyFacts,
    DutyMissing,
    ItemDecision,
    ItemsUndecided,
    MaterialMissing,
    NoQuorum,
    NotAllHeard,
    NotInvited,
    OpinionFacts,
    OpinionsAreOpen,
    ask_consultation,
    call_consultation,
    cancel_consultation,
    close_consultation,
    decide_item,
    defer_item,
    draft_material,
    extend_duty,
    finish_duty,
    follow_up_duty,
    give_opinion,
    issue_material,
    link_report,
    list_items,
    note_seat_recusal,
    open_consultation,
    open_opinions,
    print_invitation,
    print_material,
    print_minutes,
    read_item,
    read_seat_item,
    record_opinion,
    recuse_seat,
    take_off_item,
    waiting_months,
    write_material,
)
from yixian.assessment.enums import ConsultWay, ItemSource, ItemState, SeatRecusalOrigin
from yixian.assessment.models import AgendaItem, ConsultDuty
from yixian.assessment.queries import (
    consultation_of_quarter,
    invitees_of,
    items_to_answer,
    items_waiting,
    seat_duties,
    seat_items,
    seats_of,
)
from yixian.protection.actions import NoKey, open_seal
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import GivesAway, accept_report
from yixian.regulations.recusal import RecusalGround


@pytest.fixture
def town(db):
    return poured(c.found_town)


def test_a_meeting_is_of_its_quarter_and_invites_units_with_and_without_an_account(town):
    meeting = c.a_meeting(town)

    assert str(meeting) == "2026年第一季度联席会诊"
    assert [str(each) for each in invitees_of(meeting)] == [
        "青禾镇纪委 书记丙",
        "青禾镇纪委 书记丑",
        "青禾镇综治办 成员邹",
        "柳湾村村民委员会 成员柳",
        "青禾镇司法所 来宾宋公证",
    ]
    assert consultation_of_quarter(town.organ.pk, c.FRIDAY) == meeting
    assert consultation_of_quarter(town.organ.pk, c.NEXT_MONTH) is None
    assert str(c.a_meeting(town)) == "2026年第一季度联席会诊（第2次）"


def test_a_matter_waits_once_for_an_agenda(town):
    matter = c.a_matter(town)
    facts = {"by": town["chief"], "matter": matter, "source": ItemSource.OLD, "on": c.WEDNESDAY}

    item = ask_consultation(reason="久拖不决", **facts)

    assert [each.pk for each in items_waiting(town["chief"])] == [item.pk]
    with pytest.raises(AlreadyPutForward, match="已经在等待上会"):
        ask_consultation(reason="再提一次", **facts)
    with pytest.raises(GivesAway):
        take_off_item(by=town["chief"], item=item, reason=f"{REPORTER.name}不愿意", on=c.WEDNESDAY)
    take_off_item(by=town["chief"], item=item, reason="先走法律途径", on=c.WEDNESDAY)
    assert not items_waiting(town["chief"]).exists()


def test_the_draft_tells_of_the_matter_and_of_nobody_who_wrote(town):
    item = c.an_item(town)

    draft = draft_material(by=town["chief"], item=item, on=c.WEDNESDAY)

    assert item.matter.number in draft
    assert [word for word in (REPORTER.name, REPORTER.phone, "金丝雀", "组长把名额") if word in draft] == []
    write_material(by=town["chief"], item=item, text=draft, on=c.WEDNESDAY)
    with pytest.raises(MaterialMissing, match="没有写完"):
        issue_material(by=town["chief"], item=item, on=c.WEDNESDAY)


@pytest.mark.parametrize(
    "words",
    [
        f"据{REPORTER.name}说",
        f"电话{REPORTER.phone}",
        "柳湾村三组的低保名单没有公示，组长把名额给了自己的亲戚",
    ],
)
def test_material_that_gives_the_reporter_away_is_refused(town, words):
    item = c.an_item(town)

    with pytest.raises(GivesAway, match="会暴露举报人"):
        write_material(by=town["chief"], item=item, text=f"一、基本情况\n{words}。", on=c.WEDNESDAY)

    assert not item.materials.exists()


def test_material_that_was_answered_is_frozen(town):
    item = c.a_called(town)
    write_material(by=town["chief"], item=item, text="二、重新写过的材料", on=c.FRIDAY)
    issue_material(by=town["chief"], item=c.again(item), on=c.FRIDAY)
    give_opinion(by=town["member"], item=c.again(item), facts=OpinionFacts(words=c.SAID), on=c.FRIDAY)

    with pytest.raises(AlreadyAnswered, match="材料不能再改"):
        write_material(by=town["chief"], item=c.again(item), text="三、又改一遍", on=c.FRIDAY)
    assert [each.version for each in item.materials.order_by("pk")] == [1, 2]
    assert read_seat_item(by=town["member"], item=c.again(item)).material.version == 2


def test_a_member_reads_what_was_issued_to_them_and_only_after_the_letters(town):
    item = c.an_issued(town)
    assert not seats_of(town["member"]).exists()
    call_consultation(by=town["chief"], consultation=item.consultation, on=c.FRIDAY)

    (shown,) = seat_items(town["member"])
    content = read_seat_item(by=town["member"], item=shown)

    assert content.said(content.material.text) == c.MATERIAL
    assert content.duties == []
    with pytest.raises(NoKey):
        open_seal(by=town["member"], seal=item.matter.title)
    with pytest.raises(NotPermitted):
        read_item(by=town["member"], item=item)


def test_an_opinion_is_closed_to_everybody_until_all_are_opened(town):
    item = c.heard(town)

    office, member = read_item(by=town["chief"], item=item), read_seat_item(by=town["member"], item=item)

    assert len(office.opinions) == 3
    assert [office.said(each.words) for each in office.opinions] == ["", "", ""]
    assert [member.said(each.words) for each in member.opinions] == [c.SAID]
    after = open_opinions(by=town["chief"], item=item, on=c.MEETING)
    seen = read_seat_item(by=town["member"], item=c.again(after))
    assert [seen.said(each.words) for each in seen.opinions] == [c.SAID, c.CHIEF_SAID, c.GUEST_SAID]


def test_an_opinion_is_given_once_by_its_own_member(town):
    item = c.a_sitting(town)
    give_opinion(by=town["member"], item=item, facts=OpinionFacts(words=c.SAID), on=c.MEETING)

    with pytest.raises(AlreadySaid, match="不能更改"):
        give_opinion(by=town["member"], item=item, facts=OpinionFacts(words="改主意了"), on=c.MEETING)
    with pytest.raises(NotInvited, match="别人不能代写"):
        record_opinion(
            by=town["chief"],
            item=item,
            invitee=c.seat(item, "书记丙"),
            facts=OpinionFacts(words="代写"),
            on=c.MEETING,
        )
    with pytest.raises(NotPermitted):
        give_opinion(by=town["handler"], item=item, facts=OpinionFacts(words="旁听"), on=c.MEETING)


def test_opinions_are_opened_when_everybody_there_was_heard(town):
    item = c.a_sitting(town)
    give_opinion(by=town["member"], item=item, facts=OpinionFacts(declined=True), on=c.MEETING)

    with pytest.raises(NotAllHeard, match="书记丙、青禾镇司法所 来宾宋公证还没有提意见"):
        open_opinions(by=town["chief"], item=item, on=c.MEETING)

    opened = open_opinions(by=town["chief"], item=_rest_declines(town, item), on=c.MEETING)
    assert opened.state == ItemState.OPENED
    with pytest.raises(OpinionsAreOpen):
        give_opinion(by=town["deputy"], item=opened, facts=OpinionFacts(words="补一句"), on=c.MEETING)


def _rest_declines(town, item):
    nothing = OpinionFacts(declined=True)
    give_opinion(by=town["chief"], item=item, facts=nothing, on=c.MEETING)
    guest = c.seat(item, c.GUEST.name)
    record_opinion(by=town["chief"], item=item, invitee=guest, facts=nothing, on=c.MEETING)
    return c.again(item)


def test_an_opinion_that_names_the_reporter_goes_to_nobody(town):
    item = c.a_sitting(town)
    leak = f"我知道是{REPORTER.name}写的"
    give_opinion(by=town["member"], item=item, facts=OpinionFacts(words=leak), on=c.MEETING)
    opened = open_opinions(by=town["chief"], item=_rest_declines(town, item), on=c.MEETING)

    content = read_item(by=town["chief"], item=opened)

    assert [each.withheld for each in content.opinions] == [True, False, False]
    assert leak not in "".join(content.words.values())


def test_too_few_or_nobody_to_preside_makes_no_meeting(town):
    item = c.a_called(town)
    seats = {each.name: each.pk for each in invitees_of(item.consultation)}
    facts = {"by": town["chief"], "consultation": item.consultation, "on": c.MEETING}

    with pytest.raises(NoQuorum, match="应到5，实到2"):
        open_consultation(present_ids=[seats["书记丙"], seats["成员邹"]], **facts)
    with pytest.raises(NoQuorum, match="主持人、副主持人都没有到会"):
        open_consultation(present_ids=[seats["成员柳"], seats["成员邹"], seats["来宾宋公证"]], **facts)

    held = open_consultation(present_ids=[seats["书记丑"], seats["成员邹"], seats["来宾宋公证"]], **facts)
    assert held.state == "sitting"


def test_who_is_of_the_reported_unit_never_meets_the_item(town):
    item = c.a_called(town, c.ABOUT_SECRETARY)

    (recusal,) = item.recusals.all()

    assert (recusal.invitee.name, recusal.origin) == ("成员柳", SeatRecusalOrigin.FOUND)
    assert not seat_items(town["neighbour"]).exists()
    assert seats_of(town["neighbour"]).exists()
    with pytest.raises(NotPermitted):
        read_seat_item(by=town["neighbour"], item=item)
    with pytest.raises(NotPermitted):
        give_opinion(by=town["neighbour"], item=item, facts=OpinionFacts(words="我来说"), on=c.FRIDAY)


def test_letters_go_out_by_somebody_who_is_kept_from_an_item(town):
    meeting = c.a_meeting(town, recorder_id=town.staff["reported"].pk)
    item = c.an_issued(town, meeting, c.ABOUT_SECRETARY)

    call_consultation(by=town["reported"], consultation=meeting, on=c.FRIDAY)

    (shown,) = seat_items(town["member"])
    content = read_seat_item(by=town["member"], item=shown)
    assert content.said(content.material.text) == c.MATERIAL
    with pytest.raises(NotPermitted):
        read_item(by=town["reported"], item=c.again(item))
    with pytest.raises(NotPermitted):
        print_material(by=town["reported"], item=c.again(item))


def test_a_report_that_is_joined_later_keeps_its_side_away_too(town):
    item = c.a_sitting(town)
    give_opinion(by=town["neighbour"], item=item, facts=OpinionFacts(words="我先说几句"), on=c.MEETING)
    later = a_letter(town, c.ABOUT_SECRETARY).report
    accept_report(by=town["chief"], report=later, on=c.MEETING)
    link_report(by=town["clerk"], matter=item.matter, report=later, on=c.MEETING)

    assert not seat_items(town["neighbour"]).exists()
    nothing = OpinionFacts(declined=True)
    give_opinion(by=town["member"], item=c.again(item), facts=nothing, on=c.MEETING)
    opened = open_opinions(by=town["chief"], item=_rest_declines(town, c.again(item)), on=c.MEETING)

    assert [each.invitee.name for each in opened.recusals.all()] == ["成员柳"]
    assert "我先说几句" not in read_item(by=town["chief"], item=opened).words.values()


def test_a_guest_of_the_reported_unit_is_kept_away_by_its_name_on_the_roster(town):
    guest = c.GuestFacts(unit_name="柳湾村 村民委员会", name="来宾赵")
    meeting = c.a_meeting(town, member_ids=(town.staff["member"].pk,), guests=(guest,))

    item = c.an_item(town, meeting, c.ABOUT_SECRETARY)

    assert [each.invitee.name for each in item.recusals.all()] == ["来宾赵"]


def test_a_member_who_declares_recusal_loses_the_material_and_is_not_counted(town):
    item = c.a_sitting(town)
    material = item.materials.get()

    recuse_seat(by=town["member"], item=item, ground=RecusalGround.INTEREST, on=c.MEETING)

    assert not seat_items(town["member"]).exists()
    with pytest.raises(NotPermitted):
        read_seat_item(by=town["member"], item=c.again(item))
    with pytest.raises(NoKey):
        open_seal(by=town["member"], seal=material.text)
    nothing = OpinionFacts(declined=True)
    give_opinion(by=town["chief"], item=item, facts=nothing, on=c.MEETING)
    guest = c.seat(item, c.GUEST.name)
    note_seat_recusal(
        by=town["chief"], item=c.again(item), invitee=guest, ground=RecusalGround.OTHER, on=c.MEETING
    )
    with pytest.raises(NoQuorum, match="应到3，实到1"):
        open_opinions(by=town["chief"], item=c.again(item), on=c.MEETING)
    deferred = defer_item(by=town["chief"], item=c.again(item), reason="到会人数不够", on=c.MEETING)
    assert deferred.state == ItemState.DEFERRED
    assert [each.source for each in items_waiting(town["chief"])] == [ItemSource.AGAIN]


def test_a_decision_gives_duties_that_end_the_item_when_they_are_done(town):
    item = c.decided(town)
    (duty,) = ConsultDuty.objects.all()
    member = town["member"]
    assert [each.pk for each in seat_duties(member)] == [duty.pk]
    assert waiting_months(duty, c.MEETING) == []
    assert waiting_months(duty, c.NEXT_MONTH) == [c.NEXT_MONTH.replace(day=1)]

    follow_up_duty(
        by=member, duty=duty, month=c.NEXT_MONTH.replace(day=1), words="榜已写好，等章", on=c.NEXT_MONTH
    )
    later = c.DUE.replace(month=6)
    with pytest.raises(NotPermitted):
        extend_duty(by=member, duty=duty, due_on=later, words="再等等", on=c.NEXT_MONTH)
    extend_duty(by=town["chief"], duty=duty, due_on=later, words="名单要重新核", on=c.NEXT_MONTH)
    done = finish_duty(by=member, duty=ConsultDuty.objects.get(), words="已张榜七天", on=c.DUE)

    content = read_item(by=town["chief"], item=c.again(item))
    (told,) = content.duties
    assert [content.said(each.words) for each in told.follow_ups.order_by("pk")] == [
        "榜已写好，等章",
        "名单要重新核",
        "已张榜七天",
    ]
    assert (done.due_on, done.first_due_on, done.ended_on) == (later, c.DUE, c.DUE)
    assert (c.again(item).state, c.again(item).settled_on) == (ItemState.SETTLED, c.DUE)


def test_a_decision_without_a_duty_or_with_the_reporter_in_it_is_refused(town):
    item = open_opinions(by=town["chief"], item=c.heard(town), on=c.MEETING)
    duty = DutyFacts(
        invitee_id=c.seat(item, "成员邹").pk, person="邹", what=f"走访{REPORTER.name}", due_on=c.DUE
    )

    none = ItemDecision(way=ConsultWay.OWN, words=c.DECISION, duties=())
    naming = ItemDecision(way=ConsultWay.OWN, words=c.DECISION, duties=(duty,))
    with pytest.raises(DutyMissing, match="至少写一项任务"):
        decide_item(by=town["chief"], item=item, facts=none, on=c.MEETING)
    with pytest.raises(GivesAway):
        decide_item(by=town["chief"], item=item, facts=naming, on=c.MEETING)

    assert not ConsultDuty.objects.exists()


def test_minutes_tell_each_unit_its_opinion_the_decision_and_the_duties(town):
    item = c.decided(town)
    close_consultation(by=town["chief"], consultation=item.consultation, note="下季度再看。", on=c.MEETING)
    meeting = c.again(item).consultation

    paper = print_minutes(by=town["chief"], consultation=meeting)

    words = [
        c.SAID,
        c.CHIEF_SAID,
        c.GUEST_SAID,
        c.DECISION,
        c.DUTY,
        "应到5，实到3",
        "2026年5月15日前完成",
        "缺席",
    ]
    assert [word for word in words if word not in paper.text] == []
    assert [word for word in (REPORTER.name, REPORTER.phone, "金丝雀") if word in paper.text] == []
    assert "%PDF" in paper.pdf[:8].decode("latin-1")


def test_a_meeting_does_not_end_with_an_item_undecided(town):
    item = c.heard(town)

    with pytest.raises(ItemsUndecided, match="第1个议题"):
        close_consultation(by=town["chief"], consultation=item.consultation, on=c.MEETING)

    defer_item(by=town["chief"], item=item, reason="意见不一致", on=c.MEETING)
    closed = close_consultation(by=town["chief"], consultation=item.consultation, on=c.MEETING)
    assert "留待下次再议：意见不一致" in print_minutes(by=town["chief"], consultation=closed).text


def test_a_cancelled_meeting_leaves_its_items_for_the_next(town):
    item = c.a_called(town)

    cancel_consultation(by=town["chief"], consultation=item.consultation, reason="防汛", on=c.FRIDAY)

    (waiting,) = items_waiting(town["chief"])
    assert (waiting.matter_id, waiting.source) == (item.matter_id, ItemSource.AGAIN)
    assert not seat_items(town["member"]).exists()
    meeting = c.a_meeting(town)
    list_items(by=town["chief"], consultation=meeting, item_ids=[waiting.pk], on=c.FRIDAY)
    assert draft_material(by=town["chief"], item=c.again(waiting), on=c.FRIDAY) == c.MATERIAL


def test_letters_and_material_are_printed_for_guests(town):
    item = c.a_called(town)
    guest = c.seat(item, c.GUEST.name)

    letter, material = (
        print_invitation(by=town["chief"], invitee=guest),
        print_material(by=town["chief"], item=item),
    )

    assert [
        word for word in ("青禾镇司法所", c.GUEST.name, "2026年3月12日9时30分") if word not in letter.text
    ] == []
    assert c.MATERIAL.splitlines()[1] in material.text
    assert REPORTER.name not in letter.text + material.text


def test_items_to_answer_are_those_without_an_own_word(town):
    item = c.a_called(town)
    assert [each.pk for each in items_to_answer(town["member"])] == [item.pk]

    give_opinion(by=town["member"], item=item, facts=OpinionFacts(words=c.SAID), on=c.FRIDAY)

    assert not items_to_answer(town["member"]).exists()
    assert AgendaItem.objects.get().opinions.count() == 1
