"""A database of the trial versions goes on where its schema is whole, and is refused, untouched, where it is not."""

from collections.abc import Callable

import click
import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from yixian.config.serving import _refuse_half_way_schema

LAST = ("resolution", "0011_outcome_follow_ups")


@pytest.fixture
def applied(db, settings, monkeypatch) -> Callable[[set[tuple[str, str]]], None]:
    """Says which steps the database has had."""
    settings.MIGRATION_MODULES = {}

    def having(steps: set[tuple[str, str]]) -> None:
        monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda _: dict.fromkeys(steps))

    return having


def trial_steps() -> set[tuple[str, str]]:
    known = MigrationLoader(connection, replace_migrations=False).disk_migrations.values()
    return {step for each in known for step in each.replaces}


def test_a_whole_schema_of_the_trial_versions_is_taken_as_it_is(applied):
    applied(trial_steps())

    _refuse_half_way_schema()

    assert (LAST[0], "0001_schema") in MigrationLoader(connection).applied_migrations


def test_a_schema_that_lacks_a_step_is_refused_by_the_name_of_the_house(applied):
    applied(trial_steps() - {LAST})

    with pytest.raises(click.ClickException, match=r"试用版.*resolution"):
        _refuse_half_way_schema()


def test_an_empty_database_is_not_refused(applied):
    applied(set())

    _refuse_half_way_schema()
