"""What one request may hold in memory, whoever sends it."""

import pytest
from django.test import RequestFactory

from yixian.toolkit.files import uploads

CHUNK = b"x" * 400


@pytest.fixture
def handler(monkeypatch: pytest.MonkeyPatch) -> uploads.InMemory:
    monkeypatch.setattr(uploads, "LARGEST_OF_ALL", 1_000)
    monkeypatch.setattr(uploads, "MOST_AT_ONCE", 1_500)
    return uploads.InMemory(RequestFactory().post("/"))


def received(handler: uploads.InMemory, chunks: int) -> tuple[int, int]:
    """The size that the form sees, and what is held."""
    handler.new_file("file", "甲.jpg", "image/jpeg", None)
    for number in range(chunks):
        handler.receive_data_chunk(CHUNK, number * len(CHUNK))
    taken = handler.file_complete(chunks * len(CHUNK))
    return taken.size or 0, len(taken.read())


def test_a_file_past_the_largest_kind_is_counted_and_not_held(handler: uploads.InMemory) -> None:
    assert (received(handler, 2), received(handler, 3)) == ((800, 800), (1_200, 0))


def test_many_files_together_are_held_up_to_the_room_of_one_request(handler: uploads.InMemory) -> None:
    first, second, third = received(handler, 2), received(handler, 2), received(handler, 1)

    assert (first, second, third) == ((800, 800), (1_001, 0), (400, 400))
