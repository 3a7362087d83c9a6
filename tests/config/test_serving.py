"""What happens by itself while the office is served."""

import threading
import time

import pytest
from django.db import connection
from django.utils.timezone import localdate

from tests.reception.township import a_letter, found_township
from yixian.config import serving
from yixian.config.serving import seal_head_now, seal_heads_daily
from yixian.trail.queries import has_head, sealed_heads

PATIENCE = 10


def watched(until) -> None:
    """Let the watch look again and again until then, or for too long."""
    stop = threading.Event()
    watch = seal_heads_daily(stop=stop, every=0.01)
    over = time.monotonic() + PATIENCE
    while not until() and time.monotonic() < over:
        time.sleep(0.01)
    stop.set()
    watch.join()


@pytest.mark.django_db(transaction=True)
def test_a_day_without_a_head_gets_one():
    watched(lambda: has_head(localdate()))

    assert len(sealed_heads()) == 1


@pytest.mark.django_db(transaction=True)
def test_a_day_that_has_one_gets_no_more():
    seal_head_now()

    looks = iter(range(20))
    watched(lambda: next(looks, None) is None)

    assert len(sealed_heads()) == 1


@pytest.mark.django_db(transaction=True)
def test_a_look_that_fails_is_told_and_the_next_one_seals(settings, tmp_path, caplog):
    blocked = tmp_path / "a file"
    blocked.write_text("where a folder should be")
    settings.YIXIAN_HEADS = blocked
    told = iter(lambda: bool(caplog.records), None)

    def mended() -> bool:
        if next(told):
            settings.YIXIAN_HEADS = tmp_path / "heads"
        return blocked != settings.YIXIAN_HEADS and has_head(localdate())

    watched(mended)

    assert "链头没有封存" in caplog.text
    assert len(sealed_heads()) == 1


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts by itself")
def test_what_was_never_counted_or_has_grown_is_counted_before_anybody_asks():
    town = found_township()
    told = []
    for more in (1, 1, 2):
        for _ in range(more):
            a_letter(town)
        serving._count_what_is_there()
        told.append(counted())

    assert told == [1, 1, 4]


def counted() -> int:
    """So many reports were there when SQLite last looked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl = 'reception_report'")
        return cursor.fetchone()[0]
