"""The permit map: one table, each line of which says who may do one act, and by which rule.

Each house writes its lines in ``access.py`` as ``PERMITS``, from tiny predicates ``(officer, subject) ->
bool`` whose docstring is the Chinese sentence shown when it fails. Before any of them, every permit that is
asked about a report asks recusal and the reported side, and then whether the report is this organ's own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from inspect import getdoc
from typing import Any, Protocol, TypeAlias, runtime_checkable

from django.apps import apps

from yixian.protection.enums import Outside
from yixian.protection.officer import By, Officer, Reporter
from yixian.roster.enums import Role
from yixian.trail.refusal import Refusal

Condition: TypeAlias = Callable[[Any, Any], bool]
Holder: TypeAlias = Role | Outside


@runtime_checkable
class Guarded(Protocol):
    """What a permit must know of a report, a matter, a clue: whatever stands for people in it."""

    @property
    def organ_id(self) -> int: ...

    def reported_tokens(self) -> frozenset[bytes]: ...

    def handler_ids(self) -> frozenset[int]: ...

    @property
    def trail_subject(self) -> str: ...


@runtime_checkable
class RecusedByOthers(Protocol):
    """A record from which somebody stays away also by a recusal from another: a matter, by one of its reports."""

    def recusal_subjects(self) -> frozenset[str]: ...


@dataclass(frozen=True)
class Permit:
    """One line of the map. ``beyond_own_organ`` lets an act reach the reports of other organs."""

    act: str
    label: str
    roles: tuple[Holder, ...]
    conditions: tuple[Condition, ...] = ()
    article: str = ""
    beyond_own_organ: bool = False

    @property
    def is_for_all_staff(self) -> bool:
        """Also for someone whose roles wait for their keys: to log out, or to change the first pass phrase."""
        return frozenset(Role) <= frozenset(self.roles)

    def sentence(self) -> str:
        return "、".join(str(role.label) for role in self.roles)

    def people(self) -> str:
        """As ``sentence``, for a person who asks whom to turn to: the system itself is nobody to turn to."""
        return "、".join(str(role.label) for role in self.roles if role != Outside.SYSTEM)


class NotPermitted(Refusal):
    """``hidden`` asks the screen to answer as if there were no such record: its existence is not told.

    ``act`` and ``subject`` are what was attempted, for the trail.
    """

    key = "not_permitted"

    def __init__(self, message: str, *, hidden: bool = False) -> None:
        super().__init__(message)
        self.hidden = hidden
        self.act, self.subject = "", ""


class UnknownAct(LookupError):
    """An act that no house has put on the map: a mistake in the code, never a matter of rights."""


def condition_sentence(condition: Condition) -> str:
    return (getdoc(condition) or condition.__name__).splitlines()[0].rstrip("。.")


def of_own_organ(officer: By, subject: Any) -> bool:
    """只办理本机构的件"""
    return bool(officer.organ_id == subject.organ_id)


def is_handler(officer: By, subject: Any) -> bool:
    """由该件的承办人办理"""
    return isinstance(officer, Officer) and officer.staff_id in subject.handler_ids()


def is_handler_or_chief(officer: By, subject: Any) -> bool:
    """由该件的承办人或者纪委书记办理"""
    return Role.CHIEF in officer.roles or is_handler(officer, subject)


def is_own_receipt(by: By, subject: Any) -> bool:
    """只能凭本件的查询码办理"""
    receipt = getattr(subject, "receipt", None)
    return isinstance(by, Reporter) and receipt is not None and receipt == by.receipt_id


def roles_of(by: By) -> frozenset[Holder]:
    return by.roles if isinstance(by, Officer) else frozenset({Outside(by.actor)})


@cache
def permit_map() -> Mapping[str, Permit]:
    """Every act of every installed house, by key."""
    return {permit.act: permit for config in apps.get_app_configs() for permit in _lines_of(config.name)}


def permit_for(act: str) -> Permit:
    try:
        return permit_map()[act]
    except KeyError:
        raise UnknownAct(f"no house has put {act!r} on the permit map") from None


def _lines_of(house: str) -> list[Permit]:
    """Houses below this one cannot import ``Permit``: theirs are plain rows, read here."""
    if not house.startswith("yixian.") or find_spec(f"{house}.access") is None:
        return []
    access = import_module(f"{house}.access")
    rows = [_from_row(access, row) for row in getattr(access, "PERMIT_ROWS", ())]
    return [*getattr(access, "PERMITS", ()), *rows]


def _from_row(access: object, row: tuple[str, str, tuple[Role, ...], tuple[str, ...], str]) -> Permit:
    act, label, roles, names, article = row
    return Permit(act, label, roles, tuple(getattr(access, name) for name in names), article)
