"""Who acts. Every action takes ``by=`` one of these four."""

from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import UUID

from yixian.protection.enums import Outside
from yixian.roster.enums import Role


@dataclass(frozen=True)
class Officer:
    """A member of staff in a sitting.

    ``tokens`` stand for this person, the own unit and declared relatives among reported persons: whoever's
    token is on a report never meets that report. ``keys`` is opaque, never shown, compared or stored; without
    it (a permit asked in a test, a list of colleagues) nothing can be opened. ``unguarded`` marks someone who
    has such ties but not yet the key that makes the tokens: until the key is handed over, every report that
    names anybody is closed to them.
    """

    staff_id: int
    name: str
    organ_id: int
    roles: frozenset[Role]
    cadre_id: int | None = None
    unit_id: int | None = None
    kin_cadre_ids: frozenset[int] = frozenset()
    tokens: frozenset[bytes] = field(default=frozenset(), repr=False)
    unguarded: bool = False
    keys: object = field(default=None, repr=False, compare=False)
    must_change_passphrase: bool = False

    @property
    def actor(self) -> str:
        return f"staff:{self.staff_id}"


@dataclass(frozen=True)
class Reporter:
    """Someone who presented a receipt code. The trail never tells one reporter from another."""

    receipt_id: UUID
    keys: object = field(default=None, repr=False, compare=False)
    actor = Outside.REPORTER.value
    organ_id = None
    roles: frozenset[Role] = frozenset()


@dataclass(frozen=True)
class Public:
    """A person at the window without a code."""

    actor = Outside.PUBLIC.value
    organ_id = None
    roles: frozenset[Role] = frozenset()


@dataclass(frozen=True)
class System:
    """What happens by itself: set-up, the daily sealing of heads, the demonstration."""

    actor = Outside.SYSTEM.value
    organ_id = None
    roles: frozenset[Role] = frozenset()


PUBLIC = Public()
SYSTEM = System()
By: TypeAlias = Officer | Reporter | Public | System
