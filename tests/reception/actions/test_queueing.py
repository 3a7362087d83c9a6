"""Numbers restart each day, help that is needed goes first, and nobody's name is anywhere."""

import pytest

from tests.reception.township import MONDAY, TUESDAY
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import call_next, close_ticket, issue_ticket, put_first, queueing
from yixian.reception.actions.queueing import NobodyWaits, QueueFull, TicketOver
from yixian.reception.enums import CareNeed, TicketFor, TicketState
from yixian.reception.queries import Board, ahead_of, board, queue_counts


def drawn(town, on=MONDAY, because=None):
    return issue_ticket(by=town["clerk"], wants=TicketFor.FIRST_TIME, on=on, first_because=because)


def test_numbers_count_up_and_begin_again_the_next_day(town):
    numbers = [drawn(town).number, drawn(town).number, drawn(town, TUESDAY).number]

    assert numbers == [1, 2, 1]


def test_whoever_needs_help_is_called_before_the_others(town):
    drawn(town), drawn(town), drawn(town, because=CareNeed.DOCTOR)

    called = [call_next(by=town["clerk"], on=MONDAY).number for _ in range(3)]

    assert called == [3, 1, 2]


def test_somebody_who_waits_may_turn_out_to_need_help(town):
    drawn(town)
    second = drawn(town)

    put_first(by=town["clerk"], ticket=second, because=CareNeed.CALM, on=MONDAY)

    assert call_next(by=town["clerk"], on=MONDAY).number == 2


def test_nobody_is_called_where_nobody_waits(town):
    with pytest.raises(NobodyWaits, match="没有人等候"):
        call_next(by=town["clerk"], on=MONDAY)


def test_a_called_number_is_received_and_one_that_left_is_counted(town):
    first, second = drawn(town), drawn(town)
    call_next(by=town["clerk"], on=MONDAY)

    close_ticket(by=town["clerk"], ticket=first, received=True, on=MONDAY)
    close_ticket(by=town["clerk"], ticket=second, received=False, on=MONDAY)

    assert queue_counts(town.organ.pk, MONDAY) == {
        TicketState.WAITING: 0,
        TicketState.CALLED: 0,
        TicketState.RECEIVED: 1,
        TicketState.LEFT: 1,
    }


def test_who_was_not_called_is_not_received_and_what_is_over_stays_so(town):
    ticket = drawn(town)

    with pytest.raises(TicketOver, match="等候"):
        close_ticket(by=town["clerk"], ticket=ticket, received=True, on=MONDAY)
    with pytest.raises(TicketOver):
        close_ticket(by=town["clerk"], ticket=ticket, received=False, on=TUESDAY)
    call_next(by=town["clerk"], on=MONDAY)
    with pytest.raises(TicketOver, match="不需要优先"):
        put_first(by=town["clerk"], ticket=ticket, because=CareNeed.CALM, on=MONDAY)


def test_a_monitor_is_told_numbers_and_nothing_else(town):
    for because in (None, None, CareNeed.SUPPORT):
        drawn(town, because=because)
    call_next(by=town["clerk"], on=MONDAY)

    assert board(town.organ.pk, MONDAY) == Board(called=(3,), waiting=(1, 2))


def test_how_many_are_before_a_number(town):
    first, urgent = drawn(town), drawn(town, because=CareNeed.DOCTOR)

    assert (ahead_of(first), ahead_of(urgent)) == (1, 0)


def test_there_is_an_end_to_a_day(town, monkeypatch):
    monkeypatch.setattr(queueing, "MOST_A_DAY", 1)
    drawn(town)

    with pytest.raises(QueueFull, match="直接接待"):
        drawn(town)


def test_another_office_does_not_touch_it(town):
    ticket = drawn(town)

    with pytest.raises(NotPermitted):
        close_ticket(by=town["county_clerk"], ticket=ticket, received=False, on=MONDAY)
