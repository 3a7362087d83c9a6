"""Posts without a name and the villages they belong to, on invented letters."""

import pytest

from yixian.language.accused import Accused, accused
from yixian.language.posts import villages


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("前进村三组组长", ["前进村三组"]),
        ("后坡村的路", ["后坡村"]),
        ("我们村、外村和全镇", []),
        ("召开过村民代表会议", []),
    ],
)
def test_villages_are_told_by_name_with_their_team(text: str, found: list[str]) -> None:
    assert [one.text for one in villages(text)] == found


def test_a_post_is_accused_where_a_misconduct_follows() -> None:
    assert accused("来电", "磨盘村会计冒领补贴。") == [Accused("", "会计", "磨盘村")]


def test_a_post_that_was_only_asked_is_not_accused_beside_one_that_was_charged() -> None:
    found = accused("卖树的钱", "石桥村村主任赵某某把卖树的钱装进口袋，我找会计问过账。")

    assert found == [Accused("赵某某", "村主任", "石桥村")]


def test_whoever_lets_his_cousin_profit_is_accused_and_not_the_cousin() -> None:
    found = accused("修渠没有招标", "石桥村修渠没有招标，直接给了书记的表哥做。")

    assert found == [Accused("", "书记", "石桥村")]


def test_a_post_named_in_the_subject_and_its_holder_in_the_detail_are_one() -> None:
    found = accused("举报村支书", "柳湾村书记钱某贪污水费。")

    assert found == [Accused("钱某", "书记", "柳湾村")]
