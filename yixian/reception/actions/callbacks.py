"""回拨: a day and a half of it agreed with a caller, and what became of each attempt."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.enums import CallbackResult, CallbackState
from yixian.reception.models import Callback, CallbackAttempt, Report
from yixian.reception.refusals import TooEarly
from yixian.reception.spoken import CallbackFacts
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class NoNumber(Refusal):
    """Who stays unknown leaves no number to ring."""

    key = "no_number"


class AlreadyAgreed(Refusal):
    """One callback waits; another is not agreed beside it."""

    key = "already_agreed"


class CallbackOver(Refusal):
    """It was reached, or ended."""

    key = "callback_over"


@leaves_trail("reception.agree_callback")
def agree_callback(*, by: Officer, report: Report, facts: CallbackFacts, on: date) -> Callback:
    """Keep when to speak again. The number itself is in the sealed identity, and is asked for there."""
    require(by, "reception.agree_callback", report)
    if facts.due_on < on:
        raise TooEarly("回拨的日期不得早于今天，请重新约定。")
    if facts.by_office and report.identity is None:
        raise NoNumber("匿名来电不留号码。可以约定由来电人再打来，或者请来电人凭查询码查看答复。")
    if report.callbacks.filter(state=CallbackState.AGREED).exists():
        raise AlreadyAgreed("这一件已有待回拨的约定，请先登记它的结果。")
    return Callback.objects.create(
        report=report,
        made_on=on,
        made_by_id=by.staff_id,
        due_on=facts.due_on,
        half=facts.half,
        by_office=facts.by_office,
    )


@leaves_trail("reception.note_attempt")
def note_attempt(*, by: Officer, callback: Callback, result: CallbackResult, on: date) -> Callback:
    """One attempt; one that reached the caller completes the callback, any other leaves it due."""
    require(by, "reception.note_attempt", callback.report)
    waiting = _waiting(callback)
    if on < waiting.made_on:
        raise TooEarly("回拨的日期不得早于约定的日期，请核对。")
    CallbackAttempt.objects.create(callback=waiting, tried_on=on, tried_by_id=by.staff_id, result=result)
    if result == CallbackResult.REACHED:
        return _end(waiting, CallbackState.REACHED)
    return waiting


@leaves_trail("reception.end_callback")
def end_callback(*, by: Officer, callback: Callback) -> Callback:
    """Nobody is rung without end: after attempts, or on the caller's word, it is over."""
    require(by, "reception.end_callback", callback.report)
    return _end(_waiting(callback), CallbackState.ENDED)


def _waiting(callback: Callback) -> Callback:
    locked = Callback.objects.select_for_update().select_related("report").get(pk=callback.pk)
    if locked.state != CallbackState.AGREED:
        raise CallbackOver(f"这次回拨{locked.get_state_display()}，不再登记。需要再联系的，请重新约定。")
    return locked


def _end(callback: Callback, state: CallbackState) -> Callback:
    callback.state = state
    callback.save(update_fields=["state"])
    return callback
