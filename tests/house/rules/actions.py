"""Every action is keyword-only, says by whom, and leaves a trail."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType

HOUSES = ("roster", "reception", "assessment", "resolution")


def modules_of(house: str) -> Iterator[ModuleType]:
    """Every module of a house's actions."""
    package = importlib.import_module(f"yixian.{house}.actions")
    for found in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{found.name}")


def actions_in(module: ModuleType) -> list[Callable[..., object]]:
    """The public functions that a module of actions defines itself."""
    return [
        thing
        for name, thing in vars(module).items()
        if inspect.isfunction(thing) and thing.__module__ == module.__name__ and not name.startswith("_")
    ]


def unruly(actions: Iterable[Callable[..., object]]) -> list[str]:
    """Actions that take positional arguments, take no ``by``, or leave no trail."""
    return [breach for action in actions for breach in _breaches(action)]


def _breaches(action: Callable[..., object]) -> list[str]:
    name = f"{action.__module__}.{action.__qualname__}"
    parameters = inspect.signature(action).parameters.values()
    breaches = []
    if any(p.kind is not p.KEYWORD_ONLY for p in parameters):
        breaches.append(f"{name} takes positional arguments")
    if "by" not in {p.name for p in parameters}:
        breaches.append(f"{name} does not say by whom")
    if not hasattr(action, "leaves_trail"):
        breaches.append(f"{name} leaves no trail")
    return breaches
