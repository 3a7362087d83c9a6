"""联席会诊 of 青禾镇: one that was held, whose duties are followed by month, and one that is called."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from yixian.assessment.actions import (
    ConsultationFacts,
    DutyFacts,
    GuestFacts,
    ItemDecision,
    OpinionFacts,
    ask_consultation,
    call_consultation,
    close_consultation,
    convene_consultation,
    decide_item,
    decide_screened,
    finish_duty,
    follow_up_duty,
    give_opinion,
    issue_material,
    list_items,
    note_seat_recusal,
    open_consultation,
    open_opinions,
    record_opinion,
    waiting_months,
    write_material,
)
from yixian.assessment.enums import ConsultWay, ItemSource, Verdict
from yixian.assessment.queries import (
    invitees_of,
    item_by_id,
    items_of,
    open_duties,
    open_matters,
    open_screenings,
    open_seat_duties,
    pending_item,
    sitting_of,
    standings_of,
    undecided_rows,
)
from yixian.config.demo.cast import Cast
from yixian.config.demo.schedule import Scene, after
from yixian.regulations.recusal import RecusalGround

if TYPE_CHECKING:
    from yixian.assessment.models import AgendaItem, Consultation, Invitee
    from yixian.protection.officer import Officer

HELD, CALLED = 75, 4
"""So many days ago the first was convened, and the next one."""
GUESTS = (
    GuestFacts(unit_name="青禾镇信访办", name="章听声"),
    GuestFacts(unit_name="青禾镇司法所", name="施公道"),
    GuestFacts(unit_name="青禾镇派出所", name="沈平安"),
)
MATERIALS = (
    "一、基本情况\n同一件事不止一次反映，牵涉几户，来信来访都有，说法不一致，已经久拖。\n"
    "二、已经做的工作\n查阅了账册和公示记录，到村里看过两次；政策标准已经向村里说明。\n"
    "三、提请会诊的问题\n请综治办研究组织一次当面核对；请司法所对调解协议的效力提出意见；请信访办说明以往答复的情况。",
    "一、基本情况\n反映的是旧账，经手的人有的已经离任，当年的规定和现在不同。\n"
    "二、已经做的工作\n调取了当年的会议记录，缺两本凭证，正在找。\n"
    "三、提请会诊的问题\n请各单位就凭证不全时怎样向群众说明、由哪个单位出面提出意见。",
)
SAID = {
    "青禾镇信访办": "以前答复过两次，群众不满意的是没有看到明细，建议先公开明细再谈。",
    "青禾镇司法所": "愿意派人民调解员主持，签协议以后可以申请司法确认。",
    "青禾镇派出所": "没有治安方面的问题，需要到场维持秩序的提前告知。",
}
OWN = "同意当面核对。建议由我办牵头，村里提前三天通知到户，场地放在村委会。"
OFFICE = "督促村里把明细贴出来；经办人有没有问题，由纪委按程序另行核查。"
DECISION = "先公开明细，再由综治办牵头组织当面核对，签了协议的由司法所指导申请司法确认。"


def consultations(cast: Cast, today: date) -> Iterator[Scene]:
    yield _held(cast, today)
    yield _called(cast, today)


def _facts(cast: Cast, held_on: date) -> ConsultationFacts:
    return ConsultationFacts(
        held_on=held_on,
        starts_at=time(9, 30),
        place="镇政府二楼会议室",
        chair_id=cast.staff_id("shuji"),
        deputy_id=cast.staff_id("chengban1"),
        recorder_id=cast.staff_id("jiefang1"),
        member_ids=(cast.staff_id("huishang"),),
        guests=GUESTS,
    )


def _agenda(
    chief: "Officer", meeting: "Consultation", sources: Sequence[ItemSource], on: date
) -> "list[AgendaItem]":
    """The hardest of the open matters that wait for no meeting, one for each source."""
    standings = standings_of(chief, list(open_matters(chief)), on)
    fit = [each for each in standings if each.matter.opened_on < on and pending_item(each.matter.pk) is None]
    hardest = sorted(fit, key=lambda each: (-each.count, -each.age))
    asked = [
        ask_consultation(
            by=chief, matter=each.matter, source=source, reason="几个单位都管一段，请一起定。", on=on
        )
        for each, source in zip(hardest, sources, strict=False)
    ]
    if asked:
        list_items(by=chief, consultation=meeting, item_ids=[each.pk for each in asked], on=on)
    return list(items_of(chief, meeting))


def _with_material(chief: "Officer", items: "Sequence[AgendaItem]", on: date) -> None:
    for item, text in zip(items, MATERIALS, strict=False):
        write_material(by=chief, item=item, text=text, on=on)
        issue_material(by=chief, item=_again(chief, item), on=on)


def _again(chief: "Officer", item: "AgendaItem") -> "AgendaItem":
    return item_by_id(chief, item.pk) or item


def _held(cast: Cast, today: date) -> Scene:
    chief = cast["shuji"]
    day = yield after(today, -HELD)
    meeting = convene_consultation(by=chief, facts=_facts(cast, after(day, 7)), on=day)
    items = _agenda(chief, meeting, (ItemSource.OLD, ItemSource.DOSSIER), day)
    _with_material(chief, items, day)
    call_consultation(by=chief, consultation=meeting, on=day)
    day = yield after(day, 7)
    present = [each.pk for each in invitees_of(meeting) if each.unit_name != "青禾镇派出所"]
    open_consultation(by=chief, consultation=meeting, present_ids=present, on=day)
    for number, item in enumerate(items_of(chief, meeting)):
        _consult(cast, item, day, recuse=number == 1)
    close_consultation(by=chief, consultation=meeting, note="下季度会诊时逐项通报进展。", on=day)
    day = yield after(today, -30)
    _followed(cast, day)


def _consult(cast: Cast, item: "AgendaItem", on: date, *, recuse: bool) -> None:
    chief = cast["shuji"]
    seats = sitting_of(item)
    if recuse:
        away = next(each for each in seats if each.unit_name == "青禾镇信访办")
        note_seat_recusal(by=chief, item=item, invitee=away, ground=RecusalGround.INTEREST, on=on)
    for seat in sitting_of(_again(chief, item)):
        if seat.is_present:
            _say(cast, _again(chief, item), seat, on)
    opened = open_opinions(by=chief, item=_again(chief, item), on=on)
    duties = tuple(_duties(sitting_of(_again(chief, item)), on))
    facts = ItemDecision(way=ConsultWay.LEAD, words=DECISION, duties=duties)
    decide_item(by=chief, item=_again(chief, opened), facts=facts, on=on)


def _say(cast: Cast, item: "AgendaItem", seat: "Invitee", on: date) -> None:
    if seat.staff_id is None:
        facts = OpinionFacts(words=SAID[seat.unit_name])
        record_opinion(by=cast["shuji"], item=item, invitee=seat, facts=facts, on=on)
        return
    own = {cast.staff_id("shuji"): ("shuji", OFFICE), cast.staff_id("huishang"): ("huishang", OWN)}
    who, words = own.get(seat.staff_id, ("chengban1", ""))
    give_opinion(by=cast[who], item=item, facts=OpinionFacts(words=words, declined=not words), on=on)


def _duties(seats: "Sequence[Invitee]", on: date) -> Iterator[DutyFacts]:
    given = (
        ("青禾镇综合治理办公室", "牵头组织一次当面核对，写成记录", 100),
        ("青禾镇司法所", "派人民调解员到场，指导签订协议", 40),
    )
    for unit, what, days in given:
        seat = next((each for each in seats if each.unit_name == unit), None)
        if seat is not None:
            due_on = on + timedelta(days=days)
            yield DutyFacts(invitee_id=seat.pk, person=seat.name, what=what, due_on=due_on)


def _followed(cast: Cast, on: date) -> None:
    """The 综治办 tells of one of its duties, the office writes down that a guest's was done; the rest waits."""
    member, chief = cast["huishang"], cast["shuji"]
    for duty in open_seat_duties(member)[:1]:
        for month in waiting_months(duty, on):
            words = "已经通知到户，有两户在外地，约好月底回来再核对。"
            follow_up_duty(by=member, duty=duty, month=month, words=words, on=on)
    guests = [each for each in open_duties(chief) if each.invitee.staff_id is None]
    for duty in guests[:1]:
        finish_duty(by=chief, duty=duty, words="调解员到场两次，三户签了协议。", on=on)


def _called(cast: Cast, today: date) -> Scene:
    """Letters are out; one material is issued and waits for opinions, the other is still to be written."""
    chief = cast["shuji"]
    day = yield after(today, -CALLED)
    meeting = convene_consultation(by=chief, facts=_facts(cast, after(today, 3)), on=day)
    items = _agenda(chief, meeting, (ItemSource.OLD, ItemSource.DOSSIER), day)
    _with_material(chief, items[:1], day)
    call_consultation(by=chief, consultation=meeting, on=day)
    _screened(chief, day)


def _screened(chief: "Officer", on: date) -> None:
    """This month's session puts one more forward, which waits for the meeting after."""
    for session in open_screenings(chief)[:1]:
        rows = [each for each in undecided_rows(chief, session) if pending_item(each.matter_id) is None]
        decide_screened(
            by=chief,
            screening=session,
            matter_ids=[each.matter_id for each in rows[-1:]],
            verdict=Verdict.CONSULT,
            reason="牵涉两个站所，请下次会诊一并听取意见。",
            on=max(on, session.opened_on),
        )
