"""Names of persons in running text; all names here are invented."""

from itertools import pairwise

import pytest

from yixian.language.normalise import fold
from yixian.language.persons import names


def named(text: str) -> list[str]:
    return [text[one.start : one.end] for one in names(fold(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("举报石桥村村支书王建军挪用集体资金。王建军还把自家亲戚列入低保。", ["王建军", "王建军"]),
        ("被控告人：陈志强，李春梅，赵国庆。", ["陈志强", "李春梅", "赵国庆"]),
        ("小区门口的路灯坏了很久，晚上出行不便。", []),
        ("", []),
    ],
)
def test_names_are_found_wherever_they_stand(text: str, found: list[str]) -> None:
    assert named(text) == found


def test_places_hold_in_a_text_longer_than_one_part() -> None:
    text = "道路没有硬化。" * 400 + "举报人：王建军，联系电话附后。"

    assert named(text) == ["王建军"]


def test_no_two_names_overlap() -> None:
    found = names(fold("承办人周文斌，吴海燕，局长郑大伟和王小明等人。" * 5))

    assert all(one.end <= other.start for one, other in pairwise(found))
