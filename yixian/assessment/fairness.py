"""Whom a report must never reach: the organ or unit reported, and an office of whose people one is (检控规则 47).

Whoever is reported on the roster is found by keyed tokens, as recusal is; whoever stands on no roster, by the names
that were written. Nothing of the report comes out but the sentence that says no.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from yixian.assessment.queries.matters import matter_of
from yixian.protection.actions import tokens_ever
from yixian.protection.officer import Officer
from yixian.reception.naming import bare, known_as
from yixian.reception.opening import PersonContent, read_whole
from yixian.regulations.accusation_rules import RECUSAL, SECRECY
from yixian.roster.enums import Role
from yixian.roster.queries import kin_cadre_ids, staff_of
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Report
    from yixian.roster.models import Organ

SHORTEST = 3
"""Characters of a unit's name by which it is known: 纪委 alone is none."""


class ReportedSide(Refusal):
    """It would go to whom it is about. The message says what to do instead."""

    key = "reported_side"


def require_fair_unit(by: Officer, report: "Report", name: str) -> None:
    """Refuse a department that is itself reported."""
    if any(_is_reported_unit(name, each) for each in read_whole(by, report).people):
        raise ReportedSide(_refusal(name, "本身就是被反映的单位"))


def require_fair_organ(by: Officer, report: "Report", organ: "Organ") -> None:
    """Refuse an office that is reported, whose staff is reported, or whose chief is a near relative of the reported."""
    require_fair_unit(by, report, organ.name)
    people, staff = read_whole(by, report).people, list(staff_of(organ.pk))
    borne = _borne(report)
    own = {each.cadre_id for each in staff if each.cadre_id is not None}
    named = {bare(each.name) for each in staff}
    if _any_hit(by, own, borne) or any(_is_one_of(organ.name, named, each) for each in people):
        raise ReportedSide(_refusal(organ.name, "的工作人员就是被反映的人"))
    kin = {cadre for each in staff if _is_chief(each) for cadre in kin_cadre_ids(each)}
    if _any_hit(by, kin, borne):
        raise ReportedSide(_refusal(organ.name, "的负责人有应当回避的情形"))


def require_fair_partner(by: Officer, report: "Report", name: str) -> None:
    """Refuse an office of another installation that is reported, or of whose people one is: it is known by its name
    alone, since its staff stands on no roster of ours.
    """
    require_fair_unit(by, report, name)
    if any(_is_same(name, each.unit) for each in read_whole(by, report).people):
        raise ReportedSide(_refusal(name, "的工作人员就是被反映的人"))


def _refusal(name: str, why: str) -> str:
    rules = f"{SECRECY.cite()}、{RECUSAL.cite()}"
    return f"{name}{why}，不得转给{name}（{rules}）。请由本机关办理，或者报上一级纪检监察机关处理。"


def _borne(report: "Report") -> frozenset[bytes]:
    matter = matter_of(report.pk)
    return report.reported_tokens() | (matter.reported_tokens() if matter else frozenset())


def _any_hit(by: Officer, cadres: Iterable[int], borne: frozenset[bytes]) -> bool:
    made = tokens_ever(by=by, kind="cadre", values=sorted(str(each) for each in cadres))
    return any(token in borne for token in made)


def _is_reported_unit(name: str, person: PersonContent) -> bool:
    """Named as the one reported (a unit is reported by its name), not as where somebody works."""
    return _is_same(name, person.name)


def _is_same(name: str, other: str) -> bool:
    one, two = bare(name), bare(other)
    shorter = min(one, two, key=len)
    return len(shorter) >= SHORTEST and (one.endswith(two) or two.endswith(one))


def _is_one_of(organ: str, named: set[str], person: PersonContent) -> bool:
    """By name, of this office or of no unit at all: somebody of the same name elsewhere is another."""
    here = not bare(person.unit) or _is_same(organ, person.unit)
    return here and bool({bare(person.name), known_as(person.name)} & named)


def _is_chief(staff: Any) -> bool:
    return Role.CHIEF in {Role(grant.role) for grant in staff.current_grants}
