"""Sealing the head of the chain into a file outside the database."""

from datetime import date

from yixian.trail.actions.recording import Actor, record
from yixian.trail.heads import Head, write_head


def seal_head(*, by: Actor, on: date) -> Head:
    """Record that the head is sealed and write the number and digest of that very entry.

    The file is written after the entry's own transaction: if the power fails between the two, the chain is
    whole and the day merely has one head less.
    """
    entry = record(by=by, act="trail.seal_head")
    head = Head(entry.seq, entry.hash)
    write_head(head, on)
    return head


seal_head.leaves_trail = "trail.seal_head"  # type: ignore[attr-defined]
