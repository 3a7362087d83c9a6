"""The police of the tests, and the fictitious township that they share."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.template import engines

from tests import scenes
from tests.browser import chromium, open_page  # noqa: F401 - one browser for all tests
from tests.moulds import poured
from tests.pace import by_length
from tests.police.logs import CanaryHandler, SealedValueLogged
from tests.police.network import loopback_only
from tests.police.order import shuffled_unless_ordered
from tests.police.templates import Unforgiving
from tests.prepared import demonstration, of_this_run, schema  # noqa: F401 - made once for all workers
from tests.reception.township import Township, found_township

ASKS_THE_DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}
SHARED = Path(os.environ.get("YIXIAN_SHARED") or Path(__file__).resolve().parents[2] / "shared")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what asks the database: pytest-django lets nobody else, so another database cannot answer otherwise."""
    asked = ASKS_THE_DATABASE & set(getattr(item, "fixturenames", ()))
    if asked or item.get_closest_marker("django_db"):
        item.add_marker("database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):
        items[:] = by_length(items)


@pytest.fixture(autouse=True, scope="session")
def _police() -> Iterator[None]:
    with loopback_only(), shuffled_unless_ordered():
        yield


@pytest.fixture(autouse=True, scope="session")
def _templates_print_only_what_they_are_given() -> None:
    engines["django"].engine.string_if_invalid = Unforgiving("%s")


@pytest.fixture(autouse=True)
def _logs_hold_no_sealed_value() -> Iterator[None]:
    handler = CanaryHandler()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.caught:
        raise SealedValueLogged("; ".join(handler.caught))


@pytest.fixture(autouse=True)
def heads(settings: Any, tmp_path: Path) -> Path:
    """A folder of its own for the sealed heads of each test's trail."""
    settings.YIXIAN_HEADS = tmp_path / "heads"
    return settings.YIXIAN_HEADS


@pytest.fixture(autouse=True)
def _scenes(request: pytest.FixtureRequest) -> None:
    scenes.begin(is_open=not {"monkeypatch", "live_server"} & set(_asked_for(request)))


def _asked_for(request: pytest.FixtureRequest) -> set[str]:
    """The fixtures asked for by the test and by fixtures of ours; Django's own ask for more."""
    asked = request.node._fixtureinfo
    ours = [
        each[-1] for each in asked.name2fixturedefs.values() if each[-1].func.__module__.startswith("tests.")
    ]
    return {*asked.argnames, *(name for each in ours for name in each.argnames)}


@pytest.fixture
def town(db: None) -> Township:
    """青禾镇 with its office and the county's, as ``tests/reception/township.py`` founds them."""
    return poured(found_township)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real messages, for measuring; absent on most machines."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip(f"real data are not on this machine ({folder})")
    return folder
