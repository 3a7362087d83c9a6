"""Bringing the rows of a workbook together with what the roster holds, for ``import_roster`` alone."""

from yixian.roster.merging.merge import Imported, Merge, Tally
from yixian.roster.merging.people import merge_cadres, merge_departments
from yixian.roster.merging.places import merge_organs, merge_units, merge_villages
from yixian.roster.workbook import RosterRows

__all__ = ["Imported", "Merge", "Tally", "merge_everything"]


def merge_everything(merge: Merge, rows: RosterRows) -> None:
    """Sheet by sheet, so that each finds what it refers to."""
    merge_organs(merge, rows.organs, rows.areas)
    merge_villages(merge, rows.villages)
    merge_units(merge, rows.units)
    merge_cadres(merge, rows.cadres)
    merge_departments(merge, rows.departments)
