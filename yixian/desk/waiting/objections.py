"""What an objection asks of somebody: a ruling, the second handling, a clue that is verified anew."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.desk.waiting.line import Waiting, on_clue
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.queries import (
    has_another_chief,
    is_for_another_chief,
    objections_to_rule_on,
    objections_upheld,
)
from yixian.reception.workflow import RULE
from yixian.resolution.queries import clues_met, clues_to_renew

if TYPE_CHECKING:
    from yixian.reception.models import Feedback


def rulings(officer: Officer, on: date) -> Iterator[Waiting]:
    """For the chief who may rule. Where the only chief owns the report, for that one: to hand it over first."""
    if not may(officer, RULE):
        return
    for each in objections_to_rule_on(officer):
        what, page = _asked(officer, each)
        if what:
            href = reverse(page, args=[each.report_id])
            yield Waiting(what, f"来件{each.report}", href, since=each.viewed_on)


def _asked(officer: Officer, told: "Feedback") -> tuple[str, str]:
    """What is asked of this chief, and on which page; nothing while it is another's."""
    report = told.report
    if may(officer, RULE, report):
        return ("", "") if is_for_another_chief(officer, told) else ("审查异议", "desk:rule_on_objection")
    if may(officer, "reception.hand_over", report) and not has_another_chief(officer, report):
        return "举报人有异议，先移交承办再审查", "desk:hand_over"
    return "", ""


def second_handlings(officer: Officer, on: date) -> Iterator[Waiting]:
    """Upheld objections whose report rests as it was: for the chief, who alone orders it."""
    if not may(officer, "resolution.reopen_handling"):
        return
    for each in objections_upheld(officer):
        if each.ruled and may(officer, "resolution.reopen_handling", each.report):
            href = reverse("desk:reopen", args=[each.report_id])
            by, since = each.ruled.ruled_by.name, each.ruled.ruled_on
            yield Waiting("重新办理：异议成立", f"来件{each.report}", href, by, since)


def clues_again(officer: Officer, on: date) -> Iterator[Waiting]:
    """After the second handling began, for the chief and whoever owns it now: no clue of it is verified yet."""
    if not may(officer, "resolution.renew_clue"):
        return
    for each, since in clues_to_renew(clues_met(officer)):
        if may(officer, "resolution.renew_clue", each):
            yield on_clue("已重新办理，需要再查的重新核实", each, "", since)
