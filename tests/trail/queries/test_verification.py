"""Every tampering is done by raw SQL, as someone with the database in hand would."""

from datetime import date

import pytest
from django.db import connection

from yixian.trail.actions import record, seal_head
from yixian.trail.models import Entry
from yixian.trail.queries import verify

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


@pytest.fixture
def six(clerk):
    return [record(by=clerk, act=f"test.act_{n}", subject=f"test.thing:{n}") for n in range(1, 7)]


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def found():
    return [(str(breach.kind), breach.seq) for breach in verify()]


def rebuild(first):
    """What an attacker who knows the method would do: write the chain anew from an entry on."""
    prev = Entry.objects.get(seq=first).prev
    for entry in Entry.objects.filter(seq__gte=first).order_by("seq"):
        entry.prev = prev
        prev = entry.digest()
        sql("UPDATE trail_entry SET prev=%s, hash=%s WHERE seq=%s", entry.prev, prev, entry.seq)


def test_an_untouched_chain_is_whole(six, clerk):
    seal_head(by=clerk, on=DAY)

    assert found() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("actor", "staff:99"),
        ("organ", 4),
        ("act", "test.other"),
        ("subject", "test.thing:9"),
        ("outcome", "refused"),
        ("why", "x"),
        ("at", "2020-01-01 00:00:00+00:00"),
    ],
)
def test_an_edit_of_any_field_is_found(six, field, value):
    sql(f"UPDATE trail_entry SET {field}=%s WHERE seq=4", value)  # noqa: S608 - names from the list above

    assert found() == [("edited", 4)]


def test_an_edit_that_also_renews_its_digest_is_found_at_the_next_entry(six):
    sql("UPDATE trail_entry SET actor='staff:99' WHERE seq=4")
    sql("UPDATE trail_entry SET hash=%s WHERE seq=4", Entry.objects.get(seq=4).digest())

    assert found() == [("broken", 5)]


def test_a_deleted_entry_is_found(six):
    sql("DELETE FROM trail_entry WHERE seq=3")

    assert found() == [("missing", 3)]


def test_a_deleted_beginning_is_found(six):
    sql("DELETE FROM trail_entry WHERE seq<=2")

    assert found() == [("missing", 1)]


def test_two_entries_that_changed_places_are_found(six):
    sql("UPDATE trail_entry SET seq=1000 WHERE seq=3")
    sql("UPDATE trail_entry SET seq=3 WHERE seq=5")
    sql("UPDATE trail_entry SET seq=5 WHERE seq=1000")

    assert [breach for breach in found() if breach[0] == "reordered"] == [("reordered", 3), ("reordered", 5)]


def test_a_truncated_end_is_found_by_the_sealed_head(six, clerk):
    seal_head(by=clerk, on=DAY)
    sql("DELETE FROM trail_entry WHERE seq>=5")

    assert found() == [("truncated", 5)]


def test_a_trail_emptied_altogether_is_found_by_the_sealed_head(six, clerk):
    seal_head(by=clerk, on=DAY)
    sql("DELETE FROM trail_entry")

    assert found() == [("truncated", 1)]


def test_a_chain_rebuilt_after_an_edit_is_found_by_the_sealed_head(six, clerk):
    seal_head(by=clerk, on=DAY)
    sql("UPDATE trail_entry SET actor='staff:99' WHERE seq=4")
    rebuild(4)

    assert found() == [("rebuilt", 7)]


def test_a_head_file_that_was_scribbled_on_is_found(six, clerk, heads):
    seal_head(by=clerk, on=DAY)
    (heads / "2026-03-02.txt").write_text("nothing to see here\n")

    assert found() == [("head_edited", 0)]


def test_each_breach_says_in_words_where_it_is(six):
    sql("DELETE FROM trail_entry WHERE seq=3")

    assert [breach.text for breach in verify()] == ["第3至3条不见了。"]


def test_the_loss_of_every_head_file_is_found(six, clerk, settings):
    seal_head(by=clerk, on=DAY)
    for path in settings.YIXIAN_HEADS.glob("*.txt"):
        path.unlink()

    assert found() == [("truncated", 8)]
