from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from yixian.config.demo.cast import Cast, found_cast, log_ins
from yixian.config.demo.year import Samples, play_year
from yixian.protection.actions import present_code
from yixian.reception.actions import open_mailbox
from yixian.reception.enums import ReportState
from yixian.trail.queries import entries, verify

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def played(django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory):
    """The whole year once for this module, rolled back at its end."""
    from django.db import transaction
    from django.test import override_settings

    heads: Path = tmp_path_factory.mktemp("heads")
    with django_db_blocker.unblock(), override_settings(YIXIAN_HEADS=heads), transaction.atomic():
        cast = found_cast(TODAY - timedelta(days=400))
        yield cast, play_year(cast, today=TODAY)
        transaction.set_rollback(True)


def test_every_story_is_told_and_nothing_is_refused(played: tuple[Cast, Samples]) -> None:
    assert Counter(entries().values_list("outcome", flat=True)) == {"done": entries().count()}


def test_the_trail_of_the_year_is_whole(played: tuple[Cast, Samples]) -> None:
    assert verify() == []


def test_the_answered_sample_has_a_result_to_read_and_to_rate(played: tuple[Cast, Samples]) -> None:
    mailbox = open_mailbox(by=present_code(played[1].answered), on=TODAY)

    assert (mailbox.state, mailbox.may_rate) == (ReportState.ANSWERED, True)
    assert "处理结果" in [letter.label for letter in mailbox.letters]


def test_everybody_in_the_printed_table_can_log_in(played: tuple[Cast, Samples]) -> None:
    from yixian.protection.actions import open_sitting

    names = {row[1]: open_sitting(username=row[2], passphrase=row[3]).name for row in log_ins()}

    assert all(shown == sat for shown, sat in names.items())
