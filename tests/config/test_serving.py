"""What happens by itself while the office is served."""

import threading
import time

import pytest
from django.db import connection
from django.utils.timezone import localdate

from tests.reception.township import found_township
from yixian.config.serving import _count_what_is_there, seal_head_now, seal_heads_daily
from yixian.roster.models import Village
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
def test_a_table_that_was_made_anew_is_counted_before_anybody_asks():
    Village.objects.create(organ=found_township().organ, name="石桥村")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS sqlite_stat1")

        _count_what_is_there()

        cursor.execute("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'roster_village'")
        assert cursor.fetchone()[0] > 0
