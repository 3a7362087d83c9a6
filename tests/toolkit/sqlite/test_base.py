"""Transactions of one process queue before SQLite's lock, and nobody is left standing inside."""

from contextlib import suppress
from threading import Event, Thread

import pytest
from django.db import OperationalError, connection, transaction

from yixian.roster.models import Village
from yixian.toolkit.sqlite.base import _turnstiles

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="这一项只关系到 SQLite"),
]
LONG = 10.0


class Broken(Exception):
    pass


def taken() -> bool:
    return _turnstiles[str(connection.settings_dict["NAME"])]._taken


@pytest.mark.parametrize("end", ["commit", "rollback", "broken", "closed"])
def test_however_a_transaction_ends_the_next_one_goes_in(end):
    inside = []

    with suppress(Broken), transaction.atomic():
        inside.append(taken())
        if end == "rollback":
            transaction.set_rollback(True)
        if end == "broken":
            raise Broken
        if end == "closed":
            connection.close()

    assert (inside, taken()) == ([True], False)


def test_one_writer_waits_for_the_other_and_both_are_kept(town):
    begun, go_on = Event(), Event()

    def other() -> None:
        with transaction.atomic():
            begun.set()
            go_on.wait(LONG)
            Village.objects.filter(pk=town.village.pk).update(name="甲村")
        connection.close()

    thread = Thread(target=other)
    thread.start()
    begun.wait(LONG)
    Thread(target=go_on.set).start()

    with transaction.atomic():
        seen = Village.objects.get(pk=town.village.pk).name

    thread.join(LONG)
    assert seen == "甲村"


def test_patience_ends_in_the_same_error_as_sqlites_own():
    begun, go_on = Event(), Event()

    def other() -> None:
        with transaction.atomic():
            begun.set()
            go_on.wait(LONG)
        connection.close()

    thread = Thread(target=other)
    thread.start()
    begun.wait(LONG)
    patience = connection.settings_dict["OPTIONS"]["timeout"]
    connection.settings_dict["OPTIONS"]["timeout"] = 0.05
    try:
        with pytest.raises(OperationalError, match="locked"), transaction.atomic():
            pass
    finally:
        connection.settings_dict["OPTIONS"]["timeout"] = patience
        go_on.set()
        thread.join(LONG)

    with transaction.atomic():
        assert taken()
