"""The roster as an import meets it: read once, asked a hundred thousand times. The rule is that of ``people``:
a name is tied to the one cadre or unit of that name; where there are several, post or unit must decide.
"""

from collections.abc import Iterator
from dataclasses import replace

from yixian.reception.enums import CadreCategory
from yixian.reception.facts import ReportedFacts
from yixian.reception.naming import bare, known_as
from yixian.reception.refusals import SeveralOfThatName
from yixian.roster.queries import cadres_of, units_of, villages_of


class Roster:
    """``tie`` gives the same as ``people.on_the_roster``, without asking the database again."""

    def __init__(self, organ_id: int) -> None:
        self.villages = {bare(each.name): each.pk for each in villages_of(organ_id)}
        self._units = {bare(each.name): each.pk for each in reversed(units_of(organ_id))}
        self._cadres: dict[str, list[tuple[int, int, str, str]]] = {}
        for cadre in cadres_of(organ_id):
            told = (cadre.pk, cadre.unit_id, bare(cadre.post), bare(cadre.unit.name))
            self._cadres.setdefault(cadre.name, []).append(told)

    def tie(self, reported: ReportedFacts) -> ReportedFacts:
        if reported.category == CadreCategory.UNIT:
            return replace(reported, unit_id=self._units.get(bare(reported.name)))
        named = [
            each for name in {reported.name, known_as(reported.name)} for each in self._cadres.get(name, [])
        ]
        chosen = list(self._fitting(named, reported)) if len(named) > 1 else named
        if len(named) > 1 and len(chosen) != 1:
            raise SeveralOfThatName(
                f"名册中有不止一名“{reported.name}”，请在表中写明他的职务和单位（与名册一致）。"
            )
        if chosen:
            return replace(reported, cadre_id=chosen[0][0], unit_id=chosen[0][1])
        return replace(reported, unit_id=self._units.get(bare(reported.unit)) if reported.unit else None)

    @staticmethod
    def _fitting(
        named: list[tuple[int, int, str, str]], reported: ReportedFacts
    ) -> Iterator[tuple[int, int, str, str]]:
        post, unit = bare(reported.post), bare(reported.unit)
        for each in named:
            if (post or unit) and (not post or each[2] == post) and (not unit or each[3] == unit):
                yield each
