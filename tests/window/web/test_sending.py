"""Sealing a report keeps the database as short as it can: SQLite has one writer, the window many visitors."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from nacl.pwhash import argon2id

from tests.window.visitor import ACCOUNT, Visitor
from yixian.reception.models import Report


@pytest.mark.django_db(transaction=True)
def test_nobody_holds_the_database_while_a_code_is_stretched(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[bool] = []
    stretch = argon2id.kdf

    def watched(*given: Any) -> bytes:
        held.append(connection.in_atomic_block)
        return stretch(*given)

    monkeypatch.setattr(argon2id, "kdf", watched)
    visitor.fill_in()
    visitor.open_mailbox(visitor.send())

    assert visitor.at == "/mailbox/case"
    assert set(held) == {False}


@pytest.fixture
def full_disk() -> Iterator[Callable[[], None]]:
    """SQLite is told that its file may not grow, which it meets as it meets a full disk."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite can be told how large it may grow")

    def fill() -> None:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA max_page_count=1")

    yield fill
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count=1073741823")


@pytest.mark.django_db(transaction=True)
def test_on_a_full_disk_nothing_is_acknowledged_and_nothing_typed_is_lost(
    visitor: Visitor, full_disk: Callable[[], None]
) -> None:
    visitor.fill_in()
    full_disk()

    page = visitor.post("/report/check")

    assert (visitor.status, Report.objects.count()) == (503, 0)
    assert "机器现在存不下，没有收到。" in page
    assert ACCOUNT in page


@pytest.mark.django_db(transaction=True)
def test_when_there_is_room_again_the_same_press_sends(
    visitor: Visitor, full_disk: Callable[[], None]
) -> None:
    visitor.fill_in()
    full_disk()
    visitor.post("/report/check")
    assert visitor.status == 503
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count=1073741823")

    visitor.send()

    assert (visitor.at, Report.objects.count()) == ("/report/receipt", 1)
