"""What an installation writes: on the disk before it is acknowledged, and readable by its owner alone."""

import os
import shutil
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from bench.office import Office
from yixian.trail.heads import Head, write_head

pytestmark = pytest.mark.own_office

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def open_to_others(folder: Path) -> list[str]:
    return sorted(each.name for each in [folder, *folder.rglob("*")] if each.stat().st_mode & OTHERS)


def test_whatever_an_office_keeps_is_its_owners_alone(tmp_path: Path, schema: Path) -> None:
    migrated = open_to_others(schema.parent)
    office = Office(Path(shutil.copytree(schema.parent, tmp_path / "home")), settings="bench.quick_office")

    old = os.umask(0o022)
    try:
        office.found()
    finally:
        os.umask(old)

    assert (office.home / "yixian.sqlite3").exists()
    assert (migrated, open_to_others(office.home)) == ([], [])


def test_a_folder_that_stood_open_is_closed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    (home / "yixian.sqlite3").touch(mode=0o644)

    asked = "from django.conf import settings; settings.HOME"
    environment = {**Office(home).environment, "DJANGO_SETTINGS_MODULE": "yixian.config.settings.office"}
    subprocess.run([sys.executable, "-c", asked], env=environment, check=True)

    assert open_to_others(home) == []


def test_a_sealed_head_is_its_owners_alone(heads: Path) -> None:
    path = write_head(Head(1, "0" * 64), date(2026, 3, 2))

    assert [stat.S_IMODE(each.stat().st_mode) for each in (heads, path)] == [0o700, 0o600]


@pytest.mark.django_db
def test_sqlite_waits_for_the_disk_at_each_commit() -> None:
    from yixian.config.settings.base import SQLITE

    assert "PRAGMA synchronous=FULL" in str(SQLITE["OPTIONS"]["init_command"])
    assert "PRAGMA journal_mode=WAL" in str(SQLITE["OPTIONS"]["init_command"])
    assert settings.DATABASES
