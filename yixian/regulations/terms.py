"""Every term of every instrument under its key. Each is defined once, beside its article."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from yixian.regulations import accusation_rules, discipline_enforcement, local_practice, petition_regulations
from yixian.regulations.articles import Grade
from yixian.regulations.limits import Extension, Term, Unit

__all__ = [
    "TERMS",
    "Extension",
    "Grade",
    "Term",
    "TermIsFixed",
    "Unit",
    "UnknownTerm",
    "configured",
    "term",
]

TERMS: Mapping[str, Term] = MappingProxyType(
    {
        each.key: each
        for instrument in (accusation_rules, discipline_enforcement, petition_regulations, local_practice)
        for each in instrument.TERMS_IN_ORDER
    }
)


class UnknownTerm(LookupError):
    """A key that no instrument defines."""


class TermIsFixed(ValueError):
    """An office tried to set a term that the law fixes."""


def term(key: str) -> Term:
    """The term under this key; an unknown one is an error worth reading, for stored dates carry it."""
    try:
        return TERMS[key]
    except KeyError:
        raise UnknownTerm(f"没有“{key}”这一办理期限") from None


def configured(standard: Term, *, length: int, unit: Unit) -> Term:
    """The same term with the office's own length; refused for what the law fixes."""
    if not standard.configurable:
        raise TermIsFixed(f"“{standard.name}”由{standard.source.cite()}规定，不能自行调整")
    if length < 1:
        raise TermIsFixed(f"“{standard.name}”的期限应当至少为1{unit.label}")
    return replace(standard, length=length, unit=unit)
