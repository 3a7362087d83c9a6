"""Views that change nothing say so: they answer GET and HEAD alone, and need no permit to be named."""

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.http import require_safe

View = Callable[..., HttpResponse]


def reads_only(view: View) -> View:
    """Refuse every method that could change something, and mark the view for the house test."""
    safe: View = require_safe(view)
    safe.reads_only = True  # type: ignore[attr-defined]
    return safe
