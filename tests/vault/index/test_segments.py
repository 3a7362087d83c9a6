"""The index in the database: found at once, found after merges, replaced, and forgotten to the last byte."""

import random
from uuid import UUID, uuid4

import pytest

from yixian.vault import blind
from yixian.vault.index import segments
from yixian.vault.models import IndexPage, IndexRecords, IndexSegment, IndexTail

KEY = b"k" * 32
OURS, THEIRS = 1, 2


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    """Segments of eight records, merged by three: a whole life in some dozens of records."""
    monkeypatch.setattr(segments, "TAIL", 8)
    monkeypatch.setattr(segments, "MOST_AT_ONCE", 16)
    monkeypatch.setattr(segments, "FAN", 3)
    monkeypatch.setattr(segments, "PART", 4)


def token(word: str) -> bytes:
    return blind.token(KEY, "gram", word)


def written(count: int, organ: int = OURS, dice: random.Random | None = None) -> dict[UUID, set[str]]:
    dice = dice or random.Random(3)  # noqa: S311 - repeatable, no secret
    made = {}
    for _ in range(count):
        words = {f"词{dice.randrange(40)}" for _ in range(dice.randrange(1, 9))} | {"都有"}
        record = UUID(int=dice.getrandbits(128))
        blind.remember(organ, record, map(token, words))
        made[record] = words
    return made


def holders(word: str, organ: int = OURS) -> list[UUID]:
    return sorted(blind.matches(organ, [token(word)]).get(token(word), []))


def expected(made: dict[UUID, set[str]], word: str) -> list[UUID]:
    return sorted(record for record, words in made.items() if word in words)


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 7, 8, 23, 24, 25, 100])
def test_every_record_is_found_by_every_word_wherever_it_lies(count):
    made = written(count)

    words = {word for held in made.values() for word in held}
    assert [word for word in words if holders(word) != expected(made, word)] == []
    assert holders("没有的") == []
    assert blind.count(OURS) == count


@pytest.mark.django_db
def test_segments_are_merged_so_that_few_are_asked():
    written(100)

    levels = list(IndexSegment.objects.order_by("pk").values_list("level", flat=True))
    assert max(levels) == 2
    assert max(levels.count(each) for each in set(levels)) < segments.FAN
    assert IndexTail.objects.count() < segments.TAIL


@pytest.mark.django_db
def test_a_long_tail_of_an_import_becomes_segments():
    records = {uuid4(): [token("低保"), token(f"词{at}")] for at in range(50)}

    blind.remember_many(OURS, records)

    assert IndexTail.objects.count() < segments.TAIL
    assert holders("低保") == sorted(records)


@pytest.mark.django_db
def test_another_office_finds_nothing():
    written(30)

    assert holders("都有", THEIRS) == []


@pytest.mark.django_db
@pytest.mark.parametrize("at", [0, 20, 99])
def test_a_record_written_anew_is_found_by_its_new_words_alone(at):
    made = written(100)
    record = list(made)[at]

    blind.remember(OURS, record, [token("新词")])

    made[record] = {"新词"}
    assert holders("都有") == expected(made, "都有")
    assert holders("新词") == [record]


@pytest.mark.django_db
@pytest.mark.parametrize("at", [0, 20, 99])
def test_of_a_forgotten_record_no_token_stays_in_any_row(at):
    made = written(100)
    only = uuid4()
    blind.remember(OURS, only, [token("只有它")])
    for each in range(at):
        blind.remember(OURS, UUID(int=each), [token("后来")])
    before = rows()

    blind.forget(only)

    assert holders("只有它") == []
    assert holders("都有") == expected(made, "都有")
    assert rows() < before
    assert not any(
        only.bytes in bytes(each) for each in IndexRecords.objects.values_list("records", flat=True)
    )
    assert key_stands("只有它") is False
    assert key_stands("都有") is True


def rows() -> int:
    pages = IndexPage.objects.select_related("segment")
    return IndexTail.objects.count() + sum(
        len(segments.read_pages([(each.bucket, bytes(each.data))], each.segment.bits).steps) for each in pages
    )


def key_stands(word: str) -> bool:
    """Whether the token is on any page of any segment, or in the tail, whoever holds it."""
    key = segments.keys_of(token(word)[: blind.KEPT])
    tail = b"".join(bytes(each) for each in IndexTail.objects.values_list("tokens", flat=True))
    in_tail = key[0] in segments.keys_of(tail) if tail else False
    return in_tail or any(
        len(source.found.which) for source in segments.look_up(OURS, key) if source.segment is not None
    )


@pytest.mark.django_db
def test_the_best_share_the_rarest_words():
    made = written(60)
    near, far = uuid4(), uuid4()
    blind.remember(OURS, near, map(token, ("都有", "少见", "罕见")))
    blind.remember(OURS, far, map(token, ("都有", "少见")))
    written(30, dice=random.Random(9))  # noqa: S311 - repeatable, no secret

    asked = {token(word): word for word in ("都有", "少见", "罕见")}
    ranked = blind.Ranked(OURS, asked, lambda word, held: 0.0 if held > 10 else 1 / held)

    assert [record for record, _, _ in ranked.best(0, 5)] == [near, far]
    assert ranked.best(0, 1)[0][1:] == (pytest.approx(1.5), blind.FILL)
    assert len(made) == 60


@pytest.mark.django_db
def test_what_a_question_finds_during_a_merge_is_asked_again(monkeypatch):
    made = written(23)
    real, times = segments._in_segment, []

    def merging(segment, keys):
        if not times:
            times.append(1)
            blind.remember(OURS, UUID(int=5), [token("都有")])
        return real(segment, keys)

    monkeypatch.setattr(segments, "_in_segment", merging)

    assert holders("都有") == sorted([*made, UUID(int=5)])


@pytest.mark.django_db
def test_the_index_holds_no_word_and_no_number_of_words():
    blind.remember(OURS, uuid4(), map(token, ("低保名额", "石桥村")))

    (held,) = IndexTail.objects.values_list("tokens", flat=True)
    assert len(held) == blind.FILL * blind.KEPT
    assert "石桥村".encode() not in bytes(held)


@pytest.mark.django_db
def test_a_tail_that_an_earlier_version_left_is_taken_in_part_by_part():
    left = {UUID(int=at + 1): {"都有"} for at in range(40)}
    for record in left:
        IndexTail.objects.create(organ_ref=OURS, record=record, tokens=token("都有")[: blind.KEPT])

    made = left | written(1)
    after_one = IndexTail.objects.count()
    made |= written(4, dice=random.Random(8))  # noqa: S311 - repeatable, no secret

    assert after_one == 41 - segments.MOST_AT_ONCE
    assert IndexTail.objects.count() < segments.TAIL
    assert holders("都有") == sorted(made)
