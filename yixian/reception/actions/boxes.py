"""Opening a report box: one writes the record and the list, the other confirms both in their own session."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.facts import BoxFacts, Missing, NotPlausible
from yixian.reception.models import BoxItem, BoxOpening
from yixian.reception.numbering import next_box_number
from yixian.reception.refusals import NotHere, TooEarly
from yixian.reception.registration import check_village
from yixian.roster.queries import staff_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

LONGEST_STRIP, MOST_ITEMS, MOST_PAGES = 60, 100, 500


class OpenedAlone(Refusal):
    """A box was opened, or confirmed, by one person alone."""

    key = "opened_alone"


class AlreadyConfirmed(Refusal):
    """The record was confirmed before; it is not confirmed twice."""

    key = "already_confirmed"


@leaves_trail("reception.open_box")
def open_box(*, by: Officer, facts: BoxFacts, on: date) -> BoxOpening:
    """Record that a box was opened in the presence of a witness of the same office, and list what lay in it."""
    require(by, "reception.open_box")
    _check(by, facts)
    opening = BoxOpening.objects.create(
        organ_id=by.organ_id,
        village_id=facts.village_id,
        number=next_box_number(by.organ_id, on),
        opened_on=on,
        first_opener_id=by.staff_id,
        second_opener_id=facts.witness_id,
        items=len(facts.items),
        seal_numbers=facts.strip_before.strip(),
        strip_state=facts.strip_state,
        strip_after=facts.strip_after.strip(),
    )
    BoxItem.objects.bulk_create(
        BoxItem(opening=opening, position=position, kind=each.kind, pages=each.pages, closed=each.closed)
        for position, each in enumerate(facts.items, start=1)
    )
    return opening


def _check(by: Officer, facts: BoxFacts) -> None:
    if facts.witness_id == by.staff_id:
        raise OpenedAlone("开箱应当由两名工作人员共同进行，见证人不能是开箱人本人。")
    for strip, when in ((facts.strip_before, "前"), (facts.strip_after, "后")):
        if not strip.strip() or len(strip) > LONGEST_STRIP:
            raise Missing(f"请登记开箱{when}的封条号（最多{LONGEST_STRIP}个字；没有封条的，写“无”）。")
    if len(facts.items) > MOST_ITEMS:
        raise NotPlausible(f"一次开箱最多登记{MOST_ITEMS}件，请核对。")
    if any(not 1 <= each.pages <= MOST_PAGES for each in facts.items):
        raise NotPlausible(f"每件的页数应在1到{MOST_PAGES}之间，请核对。")
    check_village(by.organ_id, facts.village_id)
    if not staff_of(by.organ_id).filter(pk=facts.witness_id).exists():
        raise NotHere("见证人应当是本机构的工作人员，请重新选择。")


@leaves_trail("reception.confirm_box_opening")
def confirm_box_opening(*, by: Officer, opening: BoxOpening, on: date) -> BoxOpening:
    """The witness says in their own session: I was there, the count and the strips are right."""
    require(by, "reception.confirm_box_opening", opening)
    if by.staff_id != opening.second_opener_id:
        raise OpenedAlone("开箱记录应当由见证人本人确认，开箱人和其他人不能代为确认。")
    if opening.confirmed_on is not None:
        raise AlreadyConfirmed("该开箱记录已经确认。")
    if on < opening.opened_on:
        raise TooEarly("确认日期不得早于开箱日期。")
    opening.confirmed_on = on
    opening.save(update_fields=["confirmed_on"])
    return opening
