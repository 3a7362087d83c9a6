"""What waits for this officer's own word: a hand-over, a confirmation, an approval, a declaration.

One line each, of one shape, so that the page of today is one list. A line whose page is not there yet leads to
the dossier of its matter.
"""

from collections.abc import Callable, Iterator
from datetime import date

from yixian.desk.waiting import (
    clues,
    consultations,
    disposing,
    followings,
    front_office,
    keeping,
    matters,
    objections,
)
from yixian.desk.waiting.line import Waiting
from yixian.protection.officer import Officer

__all__ = ["Waiting", "waiting_for"]

Source = Callable[[Officer, date], Iterator[Waiting]]
SOURCES: tuple[Source, ...] = (
    front_office.people_at_the_door,
    keeping.alerts,
    front_office.hand_overs,
    front_office.refused_hand_overs,
    front_office.callbacks,
    front_office.boxes,
    front_office.scans,
    front_office.clock_changes,
    front_office.refused_changes_of_clocks,
    objections.rulings,
    objections.second_handlings,
    objections.clues_again,
    clues.approvals,
    clues.county_reviews,
    clues.declarations,
    clues.verification_tasks,
    clues.own_clues,
    followings.followings,
    matters.transfers,
    matters.arrived,
    matters.parcels,
    matters.supervisions,
    matters.asked_by_file,
    matters.crossings,
    clues.rechecks,
    keeping.identities,
    front_office.promised_meetings,
    matters.plan_steps,
    matters.screenings,
    consultations.opinions,
    consultations.duties,
    consultations.materials,
    consultations.quarters,
    keeping.filing,
    disposing.destruction,
    keeping.keys,
)


def waiting_for(officer: Officer, on: date) -> list[Waiting]:
    """Everything that waits, in the order of the work."""
    return [line for source in SOURCES for line in source(officer, on)]
