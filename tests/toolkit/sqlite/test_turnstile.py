"""First come, first served; and whoever gives up leaves no gap behind."""

from threading import Thread
from time import sleep

from yixian.toolkit.sqlite.turnstile import Turnstile

LONG, SHORT = 10.0, 0.02


def queued(turnstile: Turnstile, name: str, order: list[str]) -> Thread:
    """Somebody who waits, notes the turn, and leaves; comes back once they stand in the queue."""

    def person() -> None:
        if turnstile.enter(LONG):
            order.append(name)
            turnstile.leave()

    before = len(turnstile._waiting)
    thread = Thread(target=person)
    thread.start()
    while len(turnstile._waiting) == before:
        sleep(0.001)
    return thread


def test_those_who_wait_go_in_as_they_came():
    turnstile, order = Turnstile(), []
    turnstile.enter(LONG)
    people = [queued(turnstile, name, order) for name in "甲乙丙丁"]

    turnstile.leave()

    for person in people:
        person.join(LONG)
    assert order == list("甲乙丙丁")


def test_whoever_gives_up_holds_nobody_up():
    turnstile, order = Turnstile(), []
    turnstile.enter(LONG)

    came = turnstile.enter(SHORT)
    behind = queued(turnstile, "乙", order)
    turnstile.leave()

    behind.join(LONG)
    assert (came, order, turnstile.enter(SHORT)) == (False, ["乙"], True)
