"""Importing a roster workbook: all of it or none of it, and a second time without doubling anything."""

from django.db import transaction

from yixian.roster.access import Keeper
from yixian.roster.keeping import require_keeper
from yixian.roster.merging import Imported, Merge, merge_everything
from yixian.roster.workbook import Problem, RosterRows
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class RosterHasProblems(Refusal):
    """Nothing was imported; ``problems`` names every sheet and row at fault."""

    key = "roster_has_problems"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"名册没有导入：有 {len(problems)} 处问题，请逐条改好后重新导入。")
        self.problems = problems


@leaves_trail("roster.import_roster")
def import_roster(*, by: Keeper, rows: RosterRows) -> Imported:
    """Add and update; nothing that the workbook leaves out is touched."""
    require_keeper(by)
    imported = _merge(by, rows)
    if imported.problems:
        raise RosterHasProblems(imported.problems)
    return imported


@leaves_trail("roster.check_roster")
def check_roster(*, by: Keeper, rows: RosterRows) -> Imported:
    """The dry run: the same merge, undone, so that what it foretells is what the import does."""
    require_keeper(by)
    with transaction.atomic():
        imported = _merge(by, rows)
        transaction.set_rollback(True)
    return imported


def _merge(by: Keeper, rows: RosterRows) -> Imported:
    merge = Merge(by=by, problems=list(rows.problems))
    merge_everything(merge, rows)
    return merge.imported()
