"""One action as the walk takes it: from which things its arguments are made, and who tends to do it.

``act(accept_report, by=owners, report=one(Report, state="registered"),
    on=TODAY)``: a maker is asked with the world and
with what is made already; anything else is handed over as it stands.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Any

from django.db.models import Model

from tests.walk.oracle import handlers_of, organ_of
from tests.walk.world import World
from yixian.protection.officer import PUBLIC
from yixian.reception.models import ScanPage
from yixian.roster.enums import Role

Given = dict[str, Any]
Maker = Callable[[World, Given], Any]
MADE = "made"
"""An attribute of every maker, to tell it from a value that happens to be callable."""


USUAL = 0.85
"""How often it is done by one of those who own it, where several have the role."""


class NothingHere(Exception):
    """There is nothing yet with which this could be tried."""


@dataclass(frozen=True)
class Act:
    """``about`` is what the permit is asked about; ``through`` are the acts at which one that does several may end."""

    action: Callable[..., Any]
    makers: dict[str, Any]
    about: Callable[[Given], Any]
    through: tuple[str, ...] = ()
    needs: str = ""

    @property
    def name(self) -> str:
        return self.action.__name__

    @property
    def act(self) -> str:
        """Its name in the trail."""
        return str(self.action.leaves_trail)  # type: ignore[attr-defined]

    @property
    def permit(self) -> str:
        """Its line on the page of permits, where that has another name than the trail."""
        return self.needs or self.act

    def arguments(self, world: World) -> Given:
        """Made in the order in which they stand."""
        given: Given = {}
        for name, maker in self.makers.items():
            given[name] = asked(maker, world, given)
        return given


def maker(make: Maker) -> Maker:
    setattr(make, MADE, True)
    return make


def asked(value: Any, world: World, given: Given) -> Any:
    """What a maker makes, also where one maker chose among others; anything else as it stands."""
    while hasattr(value, MADE):
        value = value(world, given)
    return value


def first_record(given: Given) -> Any:
    """What an argument is; the whole scan for a page of it."""
    found = next((each for each in given.values() if isinstance(each, Model)), None)
    return getattr(found, "scan", found) if isinstance(found, ScanPage) else found


def nothing(given: Given) -> None:
    """What is done for the office, or about no record of its own."""


def act(
    action: Callable[..., Any],
    *,
    about: Callable[[Given], Any] = first_record,
    through: tuple[str, ...] = (),
    needs: str = "",
    **makers: Any,
) -> Act:
    """Whoever does it is chosen after what it is done with; without ``by`` anybody of the desk of its office."""
    return Act(action, makers if "by" in makers else makers | {"by": desk}, about, through, needs)


@maker
def TODAY(world: World, given: Given) -> Any:
    return world.day()


def in_days(least: int, most: int) -> Maker:
    return maker(lambda world, given: world.today + timedelta(days=world.dice.randint(least, most)))


def one(model: type[Model], *, always: bool = False, **right: Any) -> Maker:
    """Something of this kind; ``right`` is what fits, each a value or asked of the world and what is made. It fits
    ``always`` where what does not fit would be no mistake but a case of its own.
    """

    def make(world: World, given: Given) -> Any:
        found = world.some(model, always, **{name: asked(each, world, given) for name, each in right.items()})
        if found is None:
            raise NothingHere(model.__name__)
        return found

    return maker(make)


def of(name: str, path: str = "pk") -> Maker:
    """What an argument made before has at this path: ``of("gap", "verification_id")``."""

    def make(world: World, given: Given) -> Any:
        found = given[name]
        for part in path.split("."):
            found = getattr(found, part, None)
        return found

    return maker(make)


def any_of(choices: Iterable[Any]) -> Maker:
    every: Sequence[Any] = list(choices)
    return maker(lambda world, given: world.dice.choice(every))


def mostly(usual: Any, choices: type[Enum] | Iterable[Any]) -> Maker:
    """The usual one three times of four, so that what comes after it is reached."""
    every = list(choices)
    return maker(lambda world, given: usual if world.dice.random() < 0.75 else world.dice.choice(every))


def made(make: Callable[..., Any], **parts: Any) -> Maker:
    """Facts, of which some parts are made."""

    def build(world: World, given: Given) -> Any:
        return make(**{name: asked(each, world, given) for name, each in parts.items()})

    return maker(build)


def near(*roles: Role) -> Maker:
    """The id of somebody of the office of what it is about, with one of the roles."""

    def make(world: World, given: Given) -> int:
        organ_id = organ_of(first_record(given)) or world.town.organ.pk
        fits = world.of(None if world.astray() else organ_id, roles) or world.people()
        return int(world.town.staff[world.dice.choice(fits)].pk)

    return maker(make)


def staff(*roles: Role, like: str = "") -> Maker:
    """The id of somebody with one of the roles, in the office of the argument ``like``."""

    def make(world: World, given: Given) -> int:
        organ_id = organ_of(given[like]) if like else world.town.organ.pk
        fits = world.of(None if world.astray() else organ_id, roles) or world.people()
        return int(world.town.staff[world.dice.choice(fits)].pk)

    return maker(make)


def people(*roles: Role, owners: bool = False, anywhere: bool = False) -> Maker:
    """Somebody with one of the roles in the thing's own office, whoever owns it first; now and then anybody at all."""

    def make(world: World, given: Given) -> Any:
        if world.astray():
            return world.officer(world.dice.choice(world.people()))
        thing = first_record(given)
        organ_id = None if anywhere else organ_of(thing) or world.town.organ.pk
        fits = world.of(organ_id, roles) or world.of(None, roles)
        own = _own(world, fits, thing) if owners and world.dice.random() < USUAL else []
        return world.officer(world.dice.choice(own or fits))

    return maker(make)


def _own(world: World, fits: list[str], thing: Any) -> list[str]:
    """Its handlers, and the chiefs, who may everything that a handler may."""
    handlers = handlers_of(thing)
    return [
        who for who in fits if world.town.staff[who].pk in handlers or Role.CHIEF in world.town[who].roles
    ]


DESK_ROLES = (Role.CLERK, Role.HANDLER, Role.CHIEF)
HANDLING_ROLES = (Role.HANDLER, Role.CHIEF)
desk = people(*DESK_ROLES)
owners = people(*DESK_ROLES, owners=True)
handling = people(*HANDLING_ROLES, owners=True)
chiefs = people(Role.CHIEF)
custodians = people(Role.CUSTODIAN)
everybody = people(*Role)


def who(path: str, *otherwise: Role) -> Maker:
    """The person whose id stands at this path of the thing; now and then somebody else."""

    def make(world: World, given: Given) -> Any:
        wanted = of(*_split(path, given))(world, given)
        found = next((who for who, each in world.town.staff.items() if each.pk == wanted), "")
        if world.astray() or not found:
            return people(*(otherwise or DESK_ROLES))(world, given)
        return world.officer(found)

    return maker(make)


def _split(path: str, given: Given) -> tuple[str, str]:
    name, _, rest = path.partition(".")
    return name, rest or "pk"


def holder_of(**right: Any) -> Maker:
    """Somebody with a code, mostly of a report that fits; made before what it is about."""

    def make(world: World, given: Given) -> Any:
        if not world.codes:
            raise NothingHere("code")
        return world.reporter(**right)

    return maker(make)


by_code = holder_of()


public = maker(lambda world, given: PUBLIC)
