import pytest

from yixian.toolkit.answers import file_answer


def test_a_file_is_saved_under_its_chinese_name_and_not_kept() -> None:
    answer = file_answer(b"x", "台账.xlsx")

    assert answer["Content-Disposition"] == "attachment; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx"
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    assert answer["Cache-Control"] == "no-store"


def test_what_is_shown_keeps_the_kind_that_it_is_given() -> None:
    answer = file_answer(b"x", "页.jpg", media_type="image/jpeg", shown=True)

    assert (answer["Content-Disposition"][:6], answer["Content-Type"]) == ("inline", "image/jpeg")


def test_a_kind_that_nobody_named_is_not_guessed() -> None:
    with pytest.raises(KeyError):
        file_answer(b"x", "a.exe")
