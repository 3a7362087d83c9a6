"""Sealing a report keeps the database as short as it can: SQLite has one writer, the window many visitors."""

from typing import Any

import pytest
from django.db import connection
from nacl.pwhash import argon2id

from tests.window.visitor import Visitor


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
