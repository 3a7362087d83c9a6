"""What is done to the roster.

Reading a workbook and writing its template are offered here too: they do nothing to the records, and whoever
imports needs them.
"""

from yixian.roster.access import Keeper
from yixian.roster.actions.calendar import YearUnreadable, enter_calendar_year
from yixian.roster.actions.contact import ContactFacts, keep_contact
from yixian.roster.actions.import_roster import RosterHasProblems, check_roster, import_roster
from yixian.roster.actions.kinship import NotOwnKinship, declare_kinship, withdraw_kinship
from yixian.roster.actions.roles import (
    LastAdmin,
    OwnRole,
    RoleNotHeld,
    RolesClash,
    grant_role,
    revoke_role,
)
from yixian.roster.actions.staff import OwnAccount, StaffFacts, add_staff, close_account
from yixian.roster.actions.suiting import declare_former_post, keep_skills, withdraw_former_post
from yixian.roster.keeping import NotFit, NotKeeper
from yixian.roster.merging import Imported, Tally
from yixian.roster.workbook import (
    AreaRow,
    CadreRow,
    DepartmentRow,
    OrganRow,
    Problem,
    RosterRows,
    UnitRow,
    VillageRow,
    read_roster_book,
    write_roster_template,
)

__all__ = [
    "AreaRow",
    "CadreRow",
    "ContactFacts",
    "DepartmentRow",
    "Imported",
    "Keeper",
    "LastAdmin",
    "NotFit",
    "NotKeeper",
    "NotOwnKinship",
    "OrganRow",
    "OwnAccount",
    "OwnRole",
    "Problem",
    "RoleNotHeld",
    "RolesClash",
    "RosterHasProblems",
    "RosterRows",
    "StaffFacts",
    "Tally",
    "UnitRow",
    "VillageRow",
    "YearUnreadable",
    "add_staff",
    "check_roster",
    "close_account",
    "declare_former_post",
    "declare_kinship",
    "enter_calendar_year",
    "grant_role",
    "import_roster",
    "keep_contact",
    "keep_skills",
    "read_roster_book",
    "revoke_role",
    "withdraw_former_post",
    "withdraw_kinship",
    "write_roster_template",
]
