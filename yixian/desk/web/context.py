"""What every page of the desk is given."""

from typing import Any

from django.http import HttpRequest


def desk(request: HttpRequest) -> dict[str, Any]:
    """The officer at the desk, or None at the window and at the log-in."""
    return {"officer": getattr(request, "officer", None)}
