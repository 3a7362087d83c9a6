"""Long files come first, and none of them has moved away unnoticed."""

from dataclasses import dataclass

from tests.pace import LONGEST, ROOT, by_length


@dataclass(frozen=True)
class Known:
    nodeid: str


def known(*nodeids: str) -> list[Known]:
    return [Known(each) for each in nodeids]


def test_every_long_file_is_there():
    assert [each for each in LONGEST if not (ROOT / each).is_file()] == []


def test_long_files_come_first_and_then_those_with_many_tests():
    few, many = known("tests/a.py::one"), known("tests/b.py::two", "tests/b.py::one")
    second, first = known(f"{LONGEST[1]}::one"), known(f"{LONGEST[0]}::one")

    assert by_length([*few, *many, *second, *first]) == [*first, *second, *many, *few]
