"""Which keys a role needs, and no more: need to know, in one table."""

from collections.abc import Iterable
from typing import TypeAlias

from yixian.roster.enums import Role
from yixian.vault.enums import Part, Purpose

Right: TypeAlias = tuple[Purpose, Part]

OFFICE: Right = (Purpose.OFFICE, Part.WHOLE)
IDENTITY: Right = (Purpose.IDENTITY, Part.WHOLE)
GUARD: Right = (Purpose.OFFICE, Part.GUARD)

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CLERK: frozenset({OFFICE}),
    Role.HANDLER: frozenset({OFFICE}),
    Role.CHIEF: frozenset({OFFICE, IDENTITY}),
    Role.CUSTODIAN: frozenset({IDENTITY, GUARD}),
    Role.MEMBER: frozenset({GUARD}),
    Role.AUDITOR: frozenset({GUARD}),
    Role.ADMIN: frozenset(),
    Role.SUPERVISOR: frozenset(),
    Role.ANALYST: frozenset(),
}


def rights_of(roles: Iterable[Role]) -> frozenset[Right]:
    """What these roles need together; who holds the whole office key needs no guard part of it."""
    needed = frozenset().union(*(RIGHTS[role] for role in roles))
    return needed - {GUARD} if OFFICE in needed else needed


def in_force(roles: Iterable[Role], held: set[tuple[str, str]]) -> frozenset[Role]:
    """The roles whose keys were handed over: the administrator names, and whoever holds the keys lets in.

    So an account that the administrator opened or renewed alone meets no report, not even its existence.
    """
    parts = held | {GUARD} if OFFICE in held else held
    return frozenset(role for role in roles if RIGHTS[role] <= parts)
