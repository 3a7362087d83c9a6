"""The world that is walked through: the county and its townships, the people, what they have made, and the day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from tests.reception.township import Township
from tests.walk.changes import ADDED, Change
from yixian.protection.actions import present_code
from yixian.protection.officer import Officer, Reporter
from yixian.reception.actions import Registered
from yixian.reception.models import Report
from yixian.reception.registration import Submitted
from yixian.roster.enums import Role

M = TypeVar("M", bound=Model)
RECENT = 4
"""What was made last is met again more often, so that a thing has a life and is not one of very many."""
FIRST_DAY = date(2026, 3, 13)
"""The day after the consultation that the helpers hold."""


@dataclass
class World:
    """``born`` is every row in the order in which it was made: what a step is about is chosen from it, so that the
    same choices meet the same things although their keys are random. ``wrong`` says how often somebody or something
    that does not fit is chosen on purpose.
    """

    town: Township
    born: dict[type[Model], list[Any]] = field(default_factory=lambda: defaultdict(list))
    codes: list[str] = field(default_factory=list)
    today: date = FIRST_DAY
    dice: Random = field(default_factory=lambda: Random(0))  # noqa: S311 - a walk, no secret
    wrong: float = 0.07
    holders: dict[str, Reporter] = field(default_factory=dict)

    def learn(self, changes: Iterable[Change]) -> None:
        for change in changes:
            if change.how == ADDED:
                self.born[change.model].append(change.pk)

    def keep_code(self, result: object) -> None:
        """Whoever gave something in keeps the code of it, and comes back with it."""
        if isinstance(result, Registered | Submitted):
            self.codes.append(result.code)

    def astray(self) -> bool:
        """Whether this choice goes wrong on purpose."""
        return self.dice.random() < self.wrong

    def some(self, model: type[M], always: bool = False, **right: Any) -> M | None:
        """One that fits, mostly a young one; now and then, or where none fits, any at all."""
        rows = QuerySet(model)
        fitting = always or not self.astray()
        fits = set(rows.filter(**right).values_list("pk", flat=True)) if right and fitting else None
        found = [pk for pk in self.born[model] if fits is None or pk in fits]
        chosen = self._one_of(found or ([] if always else self.born[model]))
        return rows.filter(pk=chosen).first() if chosen is not None else None

    def _one_of(self, keys: list[Any]) -> Any:
        if not keys:
            return None
        return self.dice.choice(keys[-RECENT:] if self.dice.random() < 0.5 else keys)

    def day(self) -> date:
        """Today; now and then a day that is over."""
        days = self.dice.randint(1, 40) if self.dice.random() < self.wrong / 3 else 0
        return self.today - timedelta(days=days)

    def people(self) -> list[str]:
        return list(self.town.staff)

    def officer(self, who: str) -> Officer:
        return self.town[who]

    def of(self, organ_id: int | None, roles: Iterable[Role]) -> list[str]:
        """Who has one of the roles, in this office or anywhere."""
        wanted = frozenset(roles)
        staff = self.town.staff
        return [
            who for who in staff if organ_id in (None, staff[who].organ_id) and wanted & self.town[who].roles
        ]

    def reporter(self, **right: Any) -> Reporter:
        """Somebody with a code, mostly of a report that fits."""
        for code in self.codes:
            if code not in self.holders:
                self.holders[code] = present_code(code)
        fits = set(Report.objects.filter(**right).values_list("receipt", flat=True)) if right else set()
        found = [code for code in self.codes if self.holders[code].receipt_id in fits]
        return self.holders[self._one_of(self.codes if self.astray() else found or self.codes)]
