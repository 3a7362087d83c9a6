"""What takes a minute to make is made once a test run, by whichever worker asks first; the others take a copy of it.

``schema`` is a database of SQLite in which every migration has run, ``demonstration`` a home in which ``yixian demo``
has prepared its records. Both are made as an office makes them, by real commands; whoever changes one copies it first.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.office import QUICK, Office
from yixian.config.home import DATABASE

DEMO = [sys.executable, "-c", "from yixian.config.cli import main; main()", "demo"]
OFFICES_OWN = b"the office's own records"
DAY = "2026-11-20"
"""On which the demonstration's year ends: in a long holiday less would wait than on other days."""


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """``folder``, filled by ``make`` unless that was done; what a failure left half-way is thrown away."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            draft = folder.with_suffix(".draft")
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir(mode=0o700)
            make(draft)
            draft.rename(folder)
    return folder


def newcomer(home: Path) -> dict[str, str]:
    """The environment of somebody who starts the demonstration in this home."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("YIXIAN_", "DJANGO_"))}
    return {**kept, "YIXIAN_HOME": str(home), "PYTHONUNBUFFERED": "1"}


@pytest.fixture(scope="session")
def of_this_run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all workers."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if hasattr(request.config, "workerinput") else base


@pytest.fixture(scope="session")
def schema(of_this_run: Path) -> Path:
    """In a home that this made too, by somebody who leaves open to others whatever they make."""
    return once(of_this_run / "schema", _migrate) / "home" / DATABASE


def _migrate(folder: Path) -> None:
    command = [sys.executable, "-m", "django", "migrate", "-v0"]
    subprocess.run(command, env=Office(folder / "home", QUICK).environment, umask=0o022, check=True)


@pytest.fixture(scope="session")
def demonstration(of_this_run: Path) -> Path:
    """Prepared beside an office's own database."""
    return once(of_this_run / "demonstration", _prepare)


def _prepare(home: Path) -> None:
    (home / DATABASE).write_bytes(OFFICES_OWN)
    done = subprocess.run(
        [*DEMO, "--prepare-only"],
        env={**newcomer(home), "YIXIAN_DEMO_DAY": DAY},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
