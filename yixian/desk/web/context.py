"""What every page of the desk is given. The navigation is asked for only by pages that show it."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from yixian.desk.web.nav import nav_of
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.roster.queries import organ_of


def desk(request: HttpRequest) -> dict[str, Any]:
    """The officer at the desk, or None at the window and at the log-in."""
    officer = getattr(request, "officer", None)
    if not isinstance(officer, Officer):
        return {"officer": None}
    return {
        "officer": officer,
        "nav": SimpleLazyObject(lambda: nav_of(request, officer)),
        "search_closed": not may(officer, "assessment.search_reports"),
        "organ_name": SimpleLazyObject(lambda: organ_of(officer.organ_id).name),
    }
