from pathlib import Path

import pytest

from yixian.config.demo.place import Note, Place, fingerprint, write_note

NOTE = Note("2026-11-20", "111", "222", [["接访员", "姜直尺", "jiefang1", "口令", "登记"]], fingerprint())


def complete(draft: Path) -> None:
    (draft / "yixian.sqlite3").write_text("whole")
    write_note(draft, NOTE)


def test_what_was_prepared_is_found_again(tmp_path: Path) -> None:
    place = Place(tmp_path)

    place.prepare(complete)

    assert place.note() == NOTE


def test_an_interrupted_preparation_leaves_no_demonstration(tmp_path: Path) -> None:
    def interrupted(draft: Path) -> None:
        (draft / "yixian.sqlite3").write_text("half")
        raise KeyboardInterrupt

    place = Place(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        place.prepare(interrupted)

    assert (place.note(), place.folder.exists()) == (None, False)


def test_the_next_preparation_begins_in_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "demo.draft").mkdir()
    (tmp_path / "demo.draft" / "yixian.sqlite3").write_text("half")
    place = Place(tmp_path)

    place.prepare(complete)

    assert (place.folder / "yixian.sqlite3").read_text() == "whole"


def test_a_failed_preparation_keeps_the_demonstration_that_was_there(tmp_path: Path) -> None:
    def failing(draft: Path) -> None:
        raise OSError("disk is full")

    place = Place(tmp_path)
    place.prepare(complete)
    with pytest.raises(OSError, match="full"):
        place.prepare(failing)

    assert place.note() == NOTE


def test_a_demonstration_of_another_version_is_not_used(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.prepare(lambda draft: write_note(draft, Note("2026-01-01", "1", "2", [], "another")))

    assert place.note() is None


def test_the_offices_own_records_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "yixian.sqlite3").write_text("the office's own")

    Place(tmp_path).prepare(complete)

    assert (tmp_path / "yixian.sqlite3").read_text() == "the office's own"
