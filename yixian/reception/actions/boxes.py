"""Opening a report box: one writes the record, the other confirms it in their own session."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.facts import Missing, NotPlausible
from yixian.reception.models import BoxOpening
from yixian.reception.refusals import NotHere, TooEarly
from yixian.reception.registration import check_village
from yixian.roster.queries import staff_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

LONGEST_STRIPS, MOST_ITEMS = 60, 1_000


class OpenedAlone(Refusal):
    """A box was opened, or confirmed, by one person alone."""

    key = "opened_alone"


class AlreadyConfirmed(Refusal):
    """The record was confirmed before; it is not confirmed twice."""

    key = "already_confirmed"


@leaves_trail("reception.open_box")
def open_box(
    *, by: Officer, village_id: int, witness_id: int, items: int, seal_numbers: str, on: date
) -> BoxOpening:
    """Record that a box was opened in the presence of a witness of the same office."""
    require(by, "reception.open_box")
    if witness_id == by.staff_id:
        raise OpenedAlone("开箱应当由两名工作人员共同进行，见证人不能是开箱人本人。")
    if not seal_numbers.strip() or len(seal_numbers) > LONGEST_STRIPS:
        raise Missing(f"请登记封条号（开箱前和开箱后，最多{LONGEST_STRIPS}个字）。")
    if not 0 <= items <= MOST_ITEMS:
        raise NotPlausible(f"箱内件数应在0到{MOST_ITEMS}之间，请核对。")
    check_village(by.organ_id, village_id)
    if not staff_of(by.organ_id).filter(pk=witness_id).exists():
        raise NotHere("见证人应当是本机构的工作人员，请重新选择。")
    return BoxOpening.objects.create(
        organ_id=by.organ_id,
        village_id=village_id,
        opened_on=on,
        first_opener_id=by.staff_id,
        second_opener_id=witness_id,
        items=items,
        seal_numbers=seal_numbers.strip(),
    )


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
