"""Who is accused, in letters whose people and places are invented."""

import pytest

from yixian.language.accused import Accused, accused


def test_a_person_is_named_with_post_and_unit() -> None:
    found = accused("举报云溪县青禾镇柳湾村村支书侵占集体资金", "村支书赵有田利用职权，把土地租金据为己有。")

    assert found == [Accused("赵有田", "村支书", "柳湾村")]


def test_names_in_a_list_share_the_charge() -> None:
    found = accused("举报青禾镇派出所包庇赌博", "青禾镇派出所民警钱守信、孙得力收受红包，包庇赌场。")

    assert [one.name for one in found] == ["", "钱守信", "孙得力"]
    assert found[0].unit == "青禾镇派出所"


def test_the_reporter_is_not_among_the_accused() -> None:
    found = accused("举报青禾镇派出所包庇赌博", "民警钱守信包庇赌场。举报人：李实名，我叫李实名。")

    assert "李实名" not in {one.name for one in found}


def test_the_leader_to_whom_the_letter_is_written_is_not_accused() -> None:
    found = accused("反映问题", "王大明书记您好：柳湾村村主任郑大力打人，郑大力还威胁我们。")

    assert [one.name for one in found] == ["郑大力"]


def test_a_label_names_the_accused() -> None:
    found = accused("反映问题", "被举报人：冯小满，青禾镇财政所所长，挪用公款。")

    assert found[0].name == "冯小满"


def test_a_county_after_the_word_accuse_is_no_name() -> None:
    assert "云溪" not in {one.name for one in accused("举报云溪县不公", "请处理")}


def test_traditional_and_full_width_text_is_cut_as_it_was_written() -> None:
    detail = "青禾鎮派出所民警錢守信收受紅包。"

    assert accused("", detail)[0].name == "錢守信"


@pytest.mark.parametrize("count", [6, 40])
def test_never_more_than_five(count: int) -> None:
    marks = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
    detail = "".join(f"民警钱{marks[n % 20]}{marks[(n * 7 + 3) % 20]}收受红包。" for n in range(count))

    assert len(accused("举报", detail)) == 5
