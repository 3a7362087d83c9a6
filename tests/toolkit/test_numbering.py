import pytest

from yixian.toolkit.numbering import PaperNumber, read_paper_number


def test_a_number_is_written_with_hexagonal_brackets_and_no_leading_zero():
    assert str(PaperNumber("某纪信", 2026, 12)) == "某纪信〔2026〕12号"


def test_counting_goes_on_within_a_year_and_starts_anew_in_the_next():
    last = PaperNumber("某纪信", 2026, 12)

    assert last.following(year=2026) == PaperNumber("某纪信", 2026, 13)
    assert last.following(year=2027) == PaperNumber("某纪信", 2027, 1)


@pytest.mark.parametrize(
    "text", ["某纪信〔2026〕12号", "某纪信[2026]12号", "某纪信（2026）第12号", " 某纪信【2026】012号 "]
)
def test_a_number_is_read_with_whatever_brackets_were_typed(text):
    assert read_paper_number(text) == PaperNumber("某纪信", 2026, 12)


@pytest.mark.parametrize("text", ["", "12号", "〔2026〕12号", "某纪信〔26〕12号", "某纪信〔2026〕号"])
def test_anything_else_is_not_a_number(text):
    assert read_paper_number(text) is None
