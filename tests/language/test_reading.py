"""The front door: every field of a reading, on invented letters from 云溪县."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yixian.language import Reading, read, read_many

SUBJECT = "举报云溪县青禾镇柳湾村村支书侵占集体资金"
DETAIL = (
    "尊敬的领导：我们是青禾镇柳湾村村民。村支书郑某某利用职权，2021年3月把村集体土地租金八万元据为己有，"
    "账目从不公开，还纵容亲属冒领低保。有收据和录音为证。请纪委严肃查处。"
)
REPAIR = ("请修青禾镇前进路的路灯", "前进路的路灯坏了三个月，晚上出行很不安全，希望尽快维修。")
ODD = [
    "",
    "。" * 3_000,
    "😀" * 500,
    "\x00\ufeff\u200b",
    "a" * 100_000,
    "举报" * 40_000,
    "\ud800",
    "《" * 9_000,
    "1" * 5_000,
]


@pytest.fixture(scope="module")
def accusation() -> Reading:
    return read(SUBJECT, DETAIL)


def test_a_village_secretary_taking_collective_money_is_an_accusation(accusation: Reading) -> None:
    assert accusation.kind == "accusation"
    assert accusation.accusation_probability == accusation.kind_probability
    assert accusation.issues[0] == "集体资金资产"


def test_a_broken_street_lamp_is_out_of_scope_and_accuses_nobody() -> None:
    reading = read(*REPAIR)

    assert (reading.kind, reading.issues, reading.accused) == ("out_of_scope", (), ())
    assert reading.department == "城乡建设"


def test_places_are_cut_out_as_they_were_written(accusation: Reading) -> None:
    assert {"青禾镇", "柳湾村"} <= {place[-3:] for place in accusation.places}
    assert all(place in f"{SUBJECT}\n{DETAIL}" for place in accusation.places)


def test_the_summary_is_made_of_the_letters_own_words(accusation: Reading) -> None:
    assert 0 < len(accusation.summary) <= 120
    assert accusation.summary[:10] in DETAIL


def test_the_reasons_quote_the_words_that_decided(accusation: Reading) -> None:
    assert accusation.reasons[0].startswith("检举控告")
    assert "举报" in accusation.reasons[0]


def test_many_read_together_say_the_same_as_each_read_alone() -> None:
    letters = [(SUBJECT, DETAIL), REPAIR, ("", ""), ("咨询", "请问如何办理？")] * 3

    assert read_many(letters) == [read(*letter) for letter in letters]


def test_progress_counts_every_letter_once() -> None:
    told: list[int] = []

    read_many([REPAIR] * 501, progress=told.append)

    assert told == [500, 1]


def test_nothing_to_read_gives_nothing() -> None:
    assert read_many([]) == []


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read_quickly_and_without_error(text: str) -> None:
    started = time.perf_counter()

    reading = read(text, text)

    assert reading.kind in {"accusation", "appeal", "suggestion", "out_of_scope"}
    assert time.perf_counter() - started < 2.0


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(blacklist_categories=()), max_size=60), st.text(max_size=120))
def test_any_text_gives_probabilities_and_exact_cuts(subject: str, detail: str) -> None:
    reading = read(subject, detail)

    assert 0 <= reading.kind_probability <= 1
    assert 0 <= reading.department_probability <= 1
    assert all(
        part in f"{subject}\n{detail}" for one in reading.accused for part in (one.name, one.post, one.unit)
    )
