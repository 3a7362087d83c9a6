"""看一看: what the machine and the law's tables propose for a text that lies open on the screen.

Nothing is decided and nothing is stored here. Likely same matters are only those that the officer may see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yixian.assessment.queries import Suggestion, jurisdiction_proposal, matter_ids_of, suggestion
from yixian.desk.reported import levels_of
from yixian.protection.officer import Officer
from yixian.reception.actions import LikelyRepeat, ReportedFacts, possible_repeats
from yixian.regulations.classes import ReportClass, SourceKind
from yixian.regulations.jurisdiction import JurisdictionProposal
from yixian.roster.queries import cadres_named_in

if TYPE_CHECKING:
    from yixian.reception.models import Report
    from yixian.roster.models import Cadre

SHORTEST = 8
MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom the text names: of the roster, or as the text says it. ``key`` adds them to the rows."""

    key: str
    name: str
    post: str
    unit: str
    on_roster: bool


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that stands beside the text."""

    suggestion: Suggestion
    jurisdiction: JurisdictionProposal
    repeats: list[LikelyRepeat]
    with_matter: frozenset[object]
    named: list[Named]


def look_at(
    officer: Officer,
    *,
    title: str,
    account: str,
    reported: Sequence[ReportedFacts] = (),
    source: SourceKind = SourceKind.OWN,
    chosen: ReportClass | None = None,
    without: "Report | None" = None,
) -> Look | None:
    """The proposals; None while there is too little to read. ``chosen`` is the class a person has decided."""
    if len(account.strip()) < SHORTEST:
        return None
    found = suggestion(title=title, account=account)
    repeats = possible_repeats(by=officer, title=title, account=account, without=without)
    return Look(
        suggestion=found,
        jurisdiction=jurisdiction_proposal(
            organ_id=officer.organ_id,
            report_class=chosen or found.report_class,
            reported=levels_of(officer, reported),
            source=source,
        ),
        repeats=repeats,
        with_matter=frozenset(matter_ids_of([each.report.pk for each in repeats])),
        named=named_in(officer, f"{title}\n{account}", found, reported),
    )


def named_in(
    officer: Officer, text: str, found: Suggestion, reported: Sequence[ReportedFacts]
) -> list[Named]:
    """Whom the text names and nobody has entered yet: cadres of the roster first, then as read."""
    entered = {each.name for each in reported}
    cadres = [each for each in cadres_named_in(officer.organ_id, text) if each.name not in entered]
    known = {each.name for each in cadres}
    read = [
        Named(f"read:{index}", each.name or each.unit, each.post, each.unit if each.name else "", False)
        for index, each in enumerate(found.reading.accused)
        if (each.name or each.unit) and each.name not in known and (each.name or each.unit) not in entered
    ]
    return [*map(_of_roster, cadres), *read][:MOST_NAMED]


def _of_roster(cadre: "Cadre") -> Named:
    return Named(f"cadre:{cadre.pk}", cadre.name, cadre.post, cadre.unit.name, True)
