"""``yixian audit``, as the auditor types it."""

import pytest
from click.testing import CliRunner
from django.db import connection

from yixian.config.cli import main
from yixian.trail.actions import record
from yixian.trail.models import Entry

pytestmark = pytest.mark.django_db


def run(*arguments):
    return CliRunner().invoke(main, ["audit", *arguments])


def test_a_whole_trail_is_said_to_be_whole(clerk):
    record(by=clerk, act="test.act")

    told = run("verify")

    assert (told.exit_code, told.output) == (0, "留痕完整：共1条，与封存的链头一致。\n")


def test_a_breach_is_named_and_the_command_fails(clerk):
    for _ in range(3):
        record(by=clerk, act="test.act")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM trail_entry WHERE seq=2")

    told = run("verify")

    assert (told.exit_code, told.output) == (1, "记录被删除：第2至2条不见了。\n")


def test_a_head_is_sealed_and_shown_for_printing(clerk, heads):
    told = run("heads")

    assert told.output.split()[1:] == ["第1条", Entry.objects.get().hash]
    assert run("heads", "--show").output == told.output
    assert Entry.objects.count() == 1
