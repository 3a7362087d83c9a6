"""Checking the trail from the desk: asked for, recorded, and told to the person in charge if it is not whole."""

from yixian.protection.actions import raise_alert, require
from yixian.protection.enums import AlertKind
from yixian.protection.officer import Officer
from yixian.trail.actions import record
from yixian.trail.queries import Breach, verify

ACT = "trail.verify"


def check_trail(officer: Officer) -> list[Breach]:
    """Walk the whole chain and hold it against the sealed heads; an empty list means that it is whole.

    The walk stands outside a transaction, so that nobody who works meanwhile has to wait for it.
    """
    require(officer, ACT)
    breaches = verify()
    record(by=officer, act=ACT, why="breach" if breaches else "")
    if breaches:
        raise_alert(by=officer, organ_id=officer.organ_id, kind=AlertKind.TRAIL_BREACH)
    return breaches
