"""A 联席会诊 of the invented 青禾镇, each step as one call: the 综治办 with an account, the 司法所 as a guest."""

from dataclasses import replace
from datetime import date, time

from tests.reception.township import (
    LETTER,
    MONDAY,
    PHRASE,
    SECRETARY,
    TUESDAY,
    WEDNESDAY,
    Township,
    found_township,
)
from tests.resolution.casework import a_matter
from tests.scenes import scene
from yixian.assessment.actions import (
    ConsultationFacts,
    DutyFacts,
    GuestFacts,
    ItemDecision,
    OpinionFacts,
    ask_consultation,
    call_consultation,
    convene_consultation,
    decide_item,
    give_opinion,
    issue_material,
    list_items,
    open_consultation,
    open_opinions,
    record_opinion,
    write_material,
)
from yixian.assessment.enums import ConsultWay, ItemSource
from yixian.assessment.models import AgendaItem, Consultation, Invitee, Matter
from yixian.assessment.queries import invitees_of
from yixian.protection.actions import change_passphrase, hand_keys, open_account, open_sitting
from yixian.protection.officer import SYSTEM
from yixian.roster.actions import StaffFacts
from yixian.roster.enums import Role, UnitKind
from yixian.roster.models import Unit

__all__ = ["LETTER", "MONDAY", "TUESDAY", "WEDNESDAY", "a_matter"]
FRIDAY, MEETING, NEXT_MONTH = date(2026, 3, 6), date(2026, 3, 12), date(2026, 4, 8)
DUE = date(2026, 5, 15)
ABOUT_SECRETARY = replace(LETTER, reported=(SECRETARY,))
MATERIAL = "一、基本情况\n村集体的低保评议程序有争议。\n三、提请会诊的问题\n请综治办会同司法所提出化解办法。"
SAID = "综治办认为应当先公开评议标准，再逐户走访。"
CHIEF_SAID = "纪委负责督促村里重新公示。"
GUEST_SAID = "司法所可以派人民调解员主持听证。"
DECISION = "由综治办牵头，重新公示并组织调解。"
DUTY = "会同村委会重新张榜公示名单，张贴七天"
GUEST = GuestFacts(unit_name="青禾镇司法所", name="来宾宋公证")


def found_town() -> Township:
    town = found_township()
    add_members(town)
    return town


def add_members(town: Township) -> None:
    """Two members' accounts: of the 综治办, and of the village committee, whose secretary is reported at times."""
    order = Unit.objects.create(organ=town.organ, name="青禾镇综治办", kind=UnitKind.TOWN_OFFICE)
    for who, name, unit in (("member", "成员邹", order), ("neighbour", "成员柳", town.unit)):
        facts = StaffFacts(f"qinghe.{who}", name, town.organ, unit=unit)
        opened = open_account(by=SYSTEM, facts=facts, roles=(Role.MEMBER,), on=MONDAY)
        hand_keys(by=town["chief"], staff=opened.staff)
        town.staff[who] = opened.staff
        first = open_sitting(username=facts.username, passphrase=opened.phrase)
        change_passphrase(by=first, old=opened.phrase, new=PHRASE + who)
    town.officers.clear()


@scene
def a_meeting(town: Township, **changes: object) -> Consultation:
    facts = {
        "held_on": MEETING,
        "starts_at": time(9, 30),
        "place": "镇政府二楼会议室",
        "chair_id": town.staff["chief"].pk,
        "deputy_id": town.staff["deputy"].pk,
        "recorder_id": town.staff["clerk"].pk,
        "member_ids": (town.staff["member"].pk, town.staff["neighbour"].pk),
        "guests": (GUEST,),
    }
    return convene_consultation(
        by=town["chief"], facts=ConsultationFacts(**{**facts, **changes}), on=WEDNESDAY
    )


@scene
def an_item(town: Township, meeting: Consultation | None = None, facts: object = LETTER) -> AgendaItem:
    """On the agenda, without material; ``facts`` are of a letter, or a matter that is there already."""
    held = meeting or a_meeting(town)
    item = ask_consultation(
        by=town["chief"],
        matter=facts if isinstance(facts, Matter) else a_matter(town, facts),
        source=ItemSource.DOSSIER,
        reason="几个部门都管一段，需要一起定",
        on=WEDNESDAY,
    )
    list_items(by=town["chief"], consultation=held, item_ids=[item.pk], on=WEDNESDAY)
    return again(item)


def again(item: AgendaItem) -> AgendaItem:
    return AgendaItem.objects.select_related("matter", "consultation").get(pk=item.pk)


@scene
def an_issued(town: Township, meeting: Consultation | None = None, facts=LETTER) -> AgendaItem:
    item = an_item(town, meeting, facts)
    write_material(by=town["chief"], item=item, text=MATERIAL, on=WEDNESDAY)
    issue_material(by=town["chief"], item=again(item), on=WEDNESDAY)
    return again(item)


@scene
def a_called(town: Township, facts=LETTER) -> AgendaItem:
    """Material issued, letters out."""
    item = an_issued(town, facts=facts)
    call_consultation(by=town["chief"], consultation=item.consultation, on=FRIDAY)
    return again(item)


def seat(item: AgendaItem, name: str) -> Invitee:
    return next(each for each in invitees_of(item.consultation) if each.name == name)


def opened(town: Township, item: AgendaItem, *absent: str) -> AgendaItem:
    """The meeting sits with all but those named."""
    present = [each.pk for each in invitees_of(item.consultation) if each.name not in absent]
    open_consultation(by=town["chief"], consultation=item.consultation, present_ids=present, on=MEETING)
    return again(item)


@scene
def a_sitting(town: Township, facts=LETTER) -> AgendaItem:
    """The neighbour and the deputy stay away from the meeting altogether."""
    return opened(town, a_called(town, facts), "成员柳", "书记丑")


@scene
def heard(town: Township, facts=LETTER) -> AgendaItem:
    """Each has said something of it; nothing is open yet."""
    item = a_sitting(town, facts)
    give_opinion(by=town["member"], item=item, facts=OpinionFacts(words=SAID), on=MEETING)
    give_opinion(by=town["chief"], item=item, facts=OpinionFacts(words=CHIEF_SAID), on=MEETING)
    guest = seat(item, GUEST.name)
    record_opinion(
        by=town["chief"], item=item, invitee=guest, facts=OpinionFacts(words=GUEST_SAID), on=MEETING
    )
    return again(item)


@scene
def decided(town: Township, facts=LETTER) -> AgendaItem:
    """The 综治办 has a duty until the middle of May."""
    item = open_opinions(by=town["chief"], item=heard(town, facts), on=MEETING)
    duty = DutyFacts(invitee_id=seat(item, "成员邹").pk, person="成员邹", what=DUTY, due_on=DUE)
    decision = ItemDecision(way=ConsultWay.LEAD, words=DECISION, duties=(duty,))
    decide_item(by=town["chief"], item=item, facts=decision, on=MEETING)
    return again(item)
