"""Every view that accepts a POST names the permit it needs."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


def views(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every address of the installation with its view."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from views(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route, pattern.callback


def posts_without_permit(found: Iterator[tuple[str, Any]]) -> list[str]:
    """Views that could change something and do not say who may."""
    return [
        f"{route} accepts POST but names no permit"
        for route, view in found
        if _accepts_post(view) and not getattr(view, "permit", "")
    ]


def _accepts_post(view: Any) -> bool:
    """A class with ``post``, or a function that is not marked as read-only by ``reads_only``."""
    view_class = getattr(view, "view_class", None)
    if view_class is not None:
        return hasattr(view_class, "post")
    return not getattr(view, "reads_only", False)
