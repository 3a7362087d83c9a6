"""The roster as an Excel workbook: its sheets and columns, the empty template, and reading a filled one.

Nothing here knows the database; ``roster.actions.import_roster`` takes what was read.
"""

from yixian.roster.workbook.reading import read_roster_book
from yixian.roster.workbook.rows import (
    AreaRow,
    CadreRow,
    DepartmentRow,
    OrganRow,
    Problem,
    RosterRows,
    UnitRow,
    VillageRow,
)
from yixian.roster.workbook.template import write_roster_template

__all__ = [
    "AreaRow",
    "CadreRow",
    "DepartmentRow",
    "OrganRow",
    "Problem",
    "RosterRows",
    "UnitRow",
    "VillageRow",
    "read_roster_book",
    "write_roster_template",
]
