"""May this person do this, and if not, why not: the one place where the permit map is asked."""

from typing import Any

from yixian.protection.officer import By, Officer, Reporter
from yixian.protection.permits import (
    Guarded,
    NotPermitted,
    Permit,
    condition_sentence,
    is_own_receipt,
    of_own_organ,
    permit_for,
    roles_of,
)
from yixian.protection.queries.standing import is_on_reported_side, is_recused
from yixian.regulations.accusation_rules import RECUSAL, SECRECY

NOTHING_HERE = f"没有找到可由您办理的这一件。检举控告只由有权办理的人员按规定查看。（{SECRECY.cite()}）"


def may(officer: By, act: str, subject: Any = None) -> bool:
    """Without a subject: may they do such a thing at all? For menus and buttons; actions ask with one."""
    return objection(officer, act, subject) is None


def why_not(officer: By, act: str, subject: Any = None) -> str:
    """The Chinese sentence for the screen, quoting the rule; empty when they may."""
    found = objection(officer, act, subject)
    return found.message if found else ""


def objection(officer: By, act: str, subject: Any = None) -> NotPermitted | None:
    """The first rule that says no: recusal and the reported side come before everything else."""
    permit = permit_for(act)
    guarded = isinstance(subject, Guarded)
    return (
        (_standing(officer, subject) if guarded else None)
        or _role(officer, permit)
        or (_place(officer, permit, subject) if guarded else None)
        or (_conditions(officer, permit, subject) if subject is not None else None)
    )


def _standing(officer: By, subject: Guarded) -> NotPermitted | None:
    if is_on_reported_side(officer, subject):
        return NotPermitted(NOTHING_HERE, hidden=True)
    if is_recused(officer, subject):
        return NotPermitted(f"您对这一件应当回避，不能查看和办理。（{RECUSAL.cite()}）")
    return None


def _role(officer: By, permit: Permit) -> NotPermitted | None:
    if roles_of(officer) & set(permit.roles) or (isinstance(officer, Officer) and permit.is_for_all_staff):
        return None
    return NotPermitted(f"“{permit.label}”由{permit.people()}办理，您没有这一角色。{_quoted(permit)}")


def _place(officer: By, permit: Permit, subject: Guarded) -> NotPermitted | None:
    if isinstance(officer, Reporter):
        return None if is_own_receipt(officer, subject) else NotPermitted(NOTHING_HERE, hidden=True)
    own = permit.beyond_own_organ or officer.organ_id is None or of_own_organ(officer, subject)
    return None if own else NotPermitted(NOTHING_HERE, hidden=True)


def _conditions(officer: By, permit: Permit, subject: Any) -> NotPermitted | None:
    for condition in permit.conditions:
        if not condition(officer, subject):
            sentence = condition_sentence(condition)
            return NotPermitted(f"不能{permit.label}：{sentence}。{_quoted(permit)}")
    return None


def _quoted(permit: Permit) -> str:
    return f"（{permit.article}）" if permit.article else ""
