"""How figures are written on the page."""

from django import template

from yixian.insight.figures import Figure
from yixian.insight.report.words import percent, value

register = template.Library()


@register.filter
def figure_value(figure: Figure) -> str:
    """12 件, 35.0%, or what is lacking."""
    return value(figure)


@register.filter
def as_percent(share: float) -> str:
    return percent(share)


@register.filter
def dotted(prefix: str, key: str) -> str:
    """The key of one line of a breakdown."""
    return f"{prefix}.{key}"


@register.filter
def with_query(href: str, query: str) -> str:
    return f"{href}?{query}" if query else href


@register.filter
def unlocalized(number: float) -> str:
    """A number as an attribute of a drawing: always with a point."""
    return f"{number:g}"
