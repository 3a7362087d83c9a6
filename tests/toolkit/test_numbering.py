from yixian.toolkit.numbering import PaperNumber


def test_a_number_is_written_with_hexagonal_brackets_and_no_leading_zero():
    assert str(PaperNumber("某纪信", 2026, 12)) == "某纪信〔2026〕12号"
