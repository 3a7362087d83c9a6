"""What other houses ask of the roster."""

from yixian.roster.queries.calendar import entered_years, working_calendar
from yixian.roster.queries.organs import (
    area_mates,
    areas_of,
    departments_of,
    organ_by_code,
    organ_of,
    organ_tree,
    organs_under,
    units_of,
    units_under,
    villages_of,
)
from yixian.roster.queries.people import cadres_named_in, cadres_of, find_cadres
from yixian.roster.queries.staff import (
    active_roles,
    kin_cadre_ids,
    staff_by_id,
    staff_by_username,
    staff_of,
    suited_staff,
)

__all__ = [
    "active_roles",
    "area_mates",
    "areas_of",
    "cadres_named_in",
    "cadres_of",
    "departments_of",
    "entered_years",
    "find_cadres",
    "kin_cadre_ids",
    "organ_by_code",
    "organ_of",
    "organ_tree",
    "organs_under",
    "staff_by_id",
    "staff_by_username",
    "staff_of",
    "suited_staff",
    "units_of",
    "units_under",
    "villages_of",
    "working_calendar",
]
