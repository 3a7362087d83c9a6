"""What the roster remembers, one noun a file."""

from yixian.roster.models.cadre import Cadre
from yixian.roster.models.calendar_year import CalendarYear
from yixian.roster.models.department import Department
from yixian.roster.models.former_post import FormerPost
from yixian.roster.models.kinship import Kinship
from yixian.roster.models.organ import Area, Organ
from yixian.roster.models.role_grant import RoleGrant
from yixian.roster.models.staff import Staff
from yixian.roster.models.staff_skill import StaffSkill
from yixian.roster.models.unit import Unit
from yixian.roster.models.village import Village

__all__ = [
    "Area",
    "Cadre",
    "CalendarYear",
    "Department",
    "FormerPost",
    "Kinship",
    "Organ",
    "RoleGrant",
    "Staff",
    "StaffSkill",
    "Unit",
    "Village",
]
