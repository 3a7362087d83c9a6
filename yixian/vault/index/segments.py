"""Segments in the database: made of the tail, merged, read, and rewritten when a record is forgotten.

Who writes locks the rows that it replaces; who waited finds them gone and has nothing left to do.
"""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

import numpy as np
from django.db import connection, models
from numpy.typing import NDArray

from yixian.toolkit.inserting import batches, insert_stored
from yixian.vault.index.coding import (
    KEY_BITS,
    LEAST_BITS,
    MOST_RECORDS,
    NOTHING,
    NUMBER_BITS,
    Found,
    Words,
    bits_for,
    key_and_number,
    keys_of,
    pages_of,
    postings,
    read_pages,
)
from yixian.vault.models import IndexPage, IndexRecords, IndexSegment, IndexTail

TAIL = 1024
"""Records of the tail before it becomes a segment: a question reads the tail whole, in a millisecond or two."""
FAN = 4
"""Segments of one level before they become one of the next: a million records are ten segments or so."""
MOST_AT_ONCE = 16 * TAIL
"""So many of a long tail become one segment: two or three seconds."""
PART, NAME = 1024, 16
BYTES = NAME + 2
"""Of each record its name, and how many tokens it has."""
SOME = 500
GONE = bytes(BYTES)
Known = tuple[UUID, int]
"""A record, and how many tokens it has."""
STRIPES = 1 << LEAST_BITS
SHARED = 0.8
"""Of the tokens of several segments so many are different ones, about."""


def settle(organ_ref: int) -> None:
    """Make a segment of the tail once it is long, and merge what has become enough. Of a very long one, as an earlier
    version leaves, a part each time, so that nobody waits for all of it.
    """
    tail = IndexTail.objects.filter(organ_ref=organ_ref).order_by("pk")
    if tail.count() < TAIL:
        return
    rows = list(tail.select_for_update().values_list("pk", "record", "tokens")[:MOST_AT_ONCE])
    if len(rows) < TAIL:
        return
    keys = [keys_of(bytes(tokens)) for _, _, tokens in rows]
    numbers = np.repeat(np.arange(len(rows), dtype=np.uint64), [len(each) for each in keys])
    held = postings(np.concatenate(keys), numbers)
    named = [record.bytes + _size(len(each)) for (_, record, _), each in zip(rows, keys, strict=True)]
    _write(organ_ref, 0, named, [held], _distinct(held))
    for some in batches([pk for pk, _, _ in rows], SOME):
        IndexTail.objects.filter(pk__in=some).delete()
    _merge_levels(organ_ref)


def settle_many(organ_ref: int, came: int) -> None:
    """As often as is wanted after so many records came at once."""
    for _ in range(came // MOST_AT_ONCE + 1):
        settle(organ_ref)


def _size(tokens: int) -> bytes:
    return min(tokens, 2**16 - 1).to_bytes(BYTES - NAME)


def _write(
    organ_ref: int, level: int, records: Sequence[bytes], stripes: Iterable[Words], tokens: int
) -> IndexSegment:
    """``stripes`` are postings in order, one behind the other; ``tokens`` how many different ones they have, about."""
    segment = IndexSegment.objects.create(
        organ_ref=organ_ref, level=level, records=len(records), bits=bits_for(tokens), tokens=tokens
    )
    for held in stripes:
        made = [(segment.pk, bucket, page) for bucket, page in pages_of(held, segment.bits)]
        insert_stored(IndexPage, ("segment_id", "bucket", "data"), made)
    parts = [b"".join(records[at : at + PART]) for at in range(0, len(records), PART)]
    rows = [(segment.pk, part, each) for part, each in enumerate(parts)]
    insert_stored(IndexRecords, ("segment_id", "part", "records"), rows)
    return segment


def _distinct(held: Words) -> int:
    keys, _ = key_and_number(held)
    return int(np.count_nonzero(keys[1:] != keys[:-1])) + 1 if len(keys) else 0


def _merge_levels(organ_ref: int) -> None:
    level = 0
    while True:
        same = IndexSegment.objects.filter(organ_ref=organ_ref, level=level).order_by("pk")
        if same.count() < FAN:
            return
        segments = list(same.select_for_update())
        if len(segments) < FAN or sum(each.records for each in segments) > MOST_RECORDS:
            return
        merge(segments, level + 1)
        level += 1


def merge(segments: Sequence[IndexSegment], level: int) -> None:
    """One segment of several, a stripe of the tokens at a time; records that are no more leave their numbers."""
    renumbered, records = _renumbered(segments)
    tokens = round(sum(each.tokens for each in segments) * (SHARED if len(segments) > 1 else 1))
    stripes = (_stripe(segments, renumbered, at) for at in range(STRIPES))
    _write(segments[0].organ_ref, level, records, stripes, tokens)
    drop(segments)


def drop(segments: Iterable[IndexSegment]) -> None:
    for each in segments:
        IndexPage.objects.filter(segment=each)._raw_delete(IndexPage.objects.db)
        IndexRecords.objects.filter(segment=each)._raw_delete(IndexRecords.objects.db)
        each.delete()


def _renumbered(segments: Sequence[IndexSegment]) -> tuple[list[NDArray[np.int64]], list[bytes]]:
    """For each segment its old numbers' new ones, -1 for none; and the records in their new order."""
    renumbered, records = [], list[bytes]()
    for segment in segments:
        held = records_of(segment)
        alive = np.array([each != GONE for each in held], bool)
        new = np.where(alive, np.cumsum(alive) - 1 + len(records), -1)
        renumbered.append(new)
        records += [each for each in held if each != GONE]
    return renumbered, records


def _stripe(segments: Sequence[IndexSegment], renumbered: Sequence[NDArray[np.int64]], at: int) -> Words:
    parts = []
    for segment, new in zip(segments, renumbered, strict=True):
        shift = segment.bits - LEAST_BITS
        pages = segment.pages.filter(bucket__gte=at << shift, bucket__lt=(at + 1) << shift)
        held = _decoded(segment, pages.order_by("bucket"))
        keys, numbers = key_and_number(held)
        moved = new[numbers.astype(np.int64)]
        kept = moved >= 0
        parts.append((keys[kept] << np.uint64(NUMBER_BITS)) | moved[kept].astype(np.uint64))
    return np.sort(np.concatenate(parts))


def _decoded(segment: IndexSegment, pages: "models.QuerySet[IndexPage]") -> Words:
    rows = [(bucket, bytes(data)) for bucket, data in pages.values_list("bucket", "data")]
    return read_pages(rows, segment.bits).postings()


def records_of(segment: IndexSegment) -> list[bytes]:
    """By number; ``GONE`` for one that is no more."""
    held = b"".join(bytes(each) for each in segment.parts.order_by("part").values_list("records", flat=True))
    return [held[at : at + BYTES] for at in range(0, len(held), BYTES)]


class Source:
    """Where tokens are looked up, the tail or a segment, and who holds them there."""

    def __init__(
        self, found: Found, segment: IndexSegment | None = None, rows: Sequence[tuple[int, int]] = ()
    ) -> None:
        """``rows`` are the tail's: key and how many tokens, by number."""
        self.found, self.segment, self.rows = found, segment, rows

    def __len__(self) -> int:
        """How many records it numbers."""
        return self.segment.records if self.segment else len(self.rows)

    def named(self, numbers: Iterable[int]) -> dict[int, Known]:
        """Which records these are; without those that are no more."""
        wanted = sorted(set(numbers))
        if self.segment is None:
            return self._named_in_tail(wanted)
        parts = sorted({number // PART for number in wanted})
        held: dict[int, bytes] = {}
        for some in batches(parts, SOME):
            rows = self.segment.parts.filter(part__in=some).values_list("part", "records")
            held.update({part: bytes(data) for part, data in rows})
        named = {number: _at(held[number // PART], number % PART) for number in wanted}
        return {number: _known(raw) for number, raw in named.items() if raw != GONE}

    def _named_in_tail(self, numbers: Sequence[int]) -> dict[int, Known]:
        held: dict[int, UUID] = {}
        for some in batches([self.rows[number][0] for number in numbers], SOME):
            held.update(IndexTail.objects.filter(pk__in=some).values_list("pk", "record"))
        keyed = {number: self.rows[number] for number in numbers}
        return {number: (held[key], size) for number, (key, size) in keyed.items() if key in held}


def _known(raw: bytes) -> Known:
    return UUID(bytes=raw[:NAME]), int.from_bytes(raw[NAME:])


def _at(part: bytes, place: int) -> bytes:
    return part[place * BYTES : (place + 1) * BYTES]


def look_up(organ_ref: int, keys: Words) -> list[Source]:
    """``keys`` rise. Asked again where a merge came between: what was read may then have been of both."""
    while True:
        segments = _segments(organ_ref)
        tail = _in_tail(organ_ref, keys)
        found = [tail, *(_in_segment(each, keys) for each in segments)]
        if [each.pk for each in _segments(organ_ref)] == [each.pk for each in segments]:
            return found


def _segments(organ_ref: int) -> list[IndexSegment]:
    return list(IndexSegment.objects.filter(organ_ref=organ_ref).order_by("pk"))


def _in_tail(organ_ref: int, keys: Words) -> Source:
    rows = list(IndexTail.objects.filter(organ_ref=organ_ref).order_by("pk").values_list("pk", "tokens"))
    if not rows or not len(keys):
        return Source(NOTHING)
    held = keys_of(b"".join(bytes(tokens) for _, tokens in rows))
    sizes = [len(tokens) * 8 // KEY_BITS for _, tokens in rows]
    numbers = np.repeat(np.arange(len(rows), dtype=np.uint64), sizes)
    places = np.minimum(np.searchsorted(keys, held), len(keys) - 1)
    hits = np.flatnonzero(keys[places] == held)
    order = hits[np.argsort(places[hits], kind="stable")]
    which, counts = np.unique(places[order], return_counts=True)
    keyed = [(key, size) for (key, _), size in zip(rows, sizes, strict=True)]
    return Source(Found(which, counts, numbers[order]), rows=keyed)


def _in_segment(segment: IndexSegment, keys: Words) -> Source:
    buckets = np.unique(keys >> np.uint64(KEY_BITS - segment.bits)).tolist()
    rows: list[tuple[int, bytes]] = []
    for some in batches(buckets, SOME):
        pages = IndexPage.objects.filter(segment=segment, bucket__in=some).order_by("bucket")
        rows += [(bucket, bytes(data)) for bucket, data in pages.values_list("bucket", "data")]
    return Source(read_pages(rows, segment.bits).holders(keys), segment)


class _Holds(models.Func):
    """Whether the bytes stand in the bytes."""

    output_field = models.BooleanField()

    def as_sql(self, *args: object, **kwargs: object) -> tuple[str, list[object]]:  # type: ignore[override]
        template = (
            "position(%s in records) > 0" if connection.vendor == "postgresql" else "instr(records, %s) > 0"
        )
        return template, [self.extra["held"]]


def strike(records: Iterable[UUID]) -> None:
    """Take records out of segments and of every page that held them: nothing of their words stays."""
    for segment, numbers in _standing(records):
        locked = IndexSegment.objects.select_for_update().filter(pk=segment.pk).first()
        if locked is not None:
            _rewrite(locked, numbers)
            blank(locked, numbers)


def blank(segment: IndexSegment, numbers: Sequence[int]) -> None:
    """These numbers are nobody's any more; their tokens go with the next merge."""
    for part in sorted({number // PART for number in numbers}):
        row = segment.parts.get(part=part)
        held = bytearray(row.records)
        for number in numbers:
            if number // PART == part:
                held[number % PART * BYTES : (number % PART + 1) * BYTES] = GONE
        row.records = bytes(held)
        row.save(update_fields=["records"])


def replaced(records: Iterable[UUID]) -> None:
    """What stands in a segment under an older wording is found no more."""
    for segment, numbers in _standing(records):
        blank(segment, numbers)


def _standing(records: Iterable[UUID]) -> Iterator[tuple[IndexSegment, list[int]]]:
    found: dict[int, list[int]] = {}
    for record in records:
        parts = IndexRecords.objects.filter(_Holds(held=record.bytes))
        for segment_id, part, data in parts.values_list("segment_id", "part", "records"):
            place = _place(bytes(data), record.bytes)
            if place >= 0:
                found.setdefault(segment_id, []).append(part * PART + place)
    for segment in IndexSegment.objects.filter(pk__in=found).order_by("pk"):
        yield segment, found[segment.pk]


def _place(data: bytes, record: bytes) -> int:
    """A name may stand across two others: only whole places count."""
    at = data.find(record)
    while at >= 0 and at % BYTES:
        at = data.find(record, at + 1)
    return at // BYTES if at >= 0 else -1


def _rewrite(segment: IndexSegment, numbers: Sequence[int]) -> None:
    dead = np.array(sorted(numbers), np.uint64)
    step = (1 << segment.bits) >> LEAST_BITS
    for low in range(0, 1 << segment.bits, step):
        for row in segment.pages.filter(bucket__gte=low, bucket__lt=low + step).order_by("bucket"):
            _rewrite_page(segment, row, dead)


def _rewrite_page(segment: IndexSegment, row: IndexPage, dead: Words) -> None:
    held = read_pages([(row.bucket, bytes(row.data))], segment.bits).postings()
    _, numbers = key_and_number(held)
    kept = held[~np.isin(numbers, dead)]
    if len(kept) == len(held):
        return
    if not len(kept):
        row.delete()
        return
    ((_, data),) = pages_of(kept, segment.bits)
    row.data = data
    row.save(update_fields=["data"])
