"""What is to be done by a day within the house: steps of plans, verification, consultations, 暂存待查.

Nothing of it was promised to a person; it stands in the calendar beside what was, without a word of what it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse

from yixian.assessment.queries import handled_matters, open_duties, plan_steps_until
from yixian.protection.officer import Officer
from yixian.resolution.queries import clues_met, gaps_due, rechecks_due, tasks_due


@dataclass(frozen=True, slots=True)
class ToDo:
    """``mine``: the officer has it to do, or is on the team that has."""

    on: date
    number: str
    what: str
    href: str
    mine: bool


def work_due(officer: Officer, first: date | None, last: date) -> Iterator[ToDo]:
    """From the beginning where ``first`` is None; the number of queries is fixed."""
    yield from _steps(officer, first, last)
    yield from _verifying(officer, first, last)
    yield from _rechecks(officer, first, last)
    yield from _duties(officer, first, last)


def _within(first: date | None, last: date) -> Q:
    return Q(due_on__gte=first, due_on__lte=last) if first else Q(due_on__lte=last)


def _steps(officer: Officer, first: date | None, last: date) -> Iterator[ToDo]:
    for each in plan_steps_until(officer, last).filter(_within(first, last)):
        what = f"方案步骤：{each.get_kind_display()}（{each.owner.name}）"
        href = reverse("desk:plan", args=[each.matter_id])
        yield ToDo(each.due_on, each.matter.number, what, href, each.owner_id == officer.staff_id)


def _verifying(officer: Officer, first: date | None, last: date) -> Iterator[ToDo]:
    met, span, me = clues_met(officer), _within(first, last), officer.staff_id
    for task in tasks_due(met, span):
        clue = task.verification.clue
        what = f"{task}（{task.staff.name}）"
        yield ToDo(task.due_on, clue.code, what, _clue(clue.pk), task.staff_id == me)
    for gap in gaps_due(met, span):
        clue, team = gap.verification.clue, gap.verification.members.all()
        mine = any(each.staff_id == me and each.left_on is None for each in team)
        yield ToDo(gap.due_on, clue.code, f"补齐证据缺口（{gap.noted_by.name}提出）", _clue(clue.pk), mine)


def _rechecks(officer: Officer, first: date | None, last: date) -> Iterator[ToDo]:
    """They are nobody's own: whoever handles the matter has them to do."""
    handled = handled_matters(officer)
    due = rechecks_due(officer.organ_id, last).filter(clue__in=clues_met(officer).order_by().values("pk"))
    for each in due.filter(recheck_on__gte=first) if first else due:
        mine = each.clue.matter_id in handled
        if each.recheck_on:
            yield ToDo(each.recheck_on, each.clue.code, "暂存待查到期复查", _clue(each.clue_id), mine)


def _duties(officer: Officer, first: date | None, last: date) -> Iterator[ToDo]:
    handled = handled_matters(officer)
    for each in open_duties(officer).filter(_within(first, last)):
        href = reverse("desk:consultation_item", args=[each.item_id])
        mine = each.item.matter_id in handled
        yield ToDo(each.due_on, each.item.matter.number, f"会诊任务（{each.unit_name}）", href, mine)


def _clue(key: object) -> str:
    return reverse("desk:clue", args=[key])
