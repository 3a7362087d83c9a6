"""What a person did not touch stays doubtful where it stands now."""

from yixian.toolkit.scans import Doubt, carried_over, doubtful_share

BEFORE = "收取好处费三千元"


def test_a_corrected_place_is_not_doubtful_any_more():
    assert carried_over(BEFORE, "收取好处费五千元", [Doubt(2, 4, 0.5), Doubt(5, 6, 0.4)]) == (
        Doubt(2, 4, 0.5),
    )


def test_an_untouched_place_moves_with_its_text():
    assert carried_over(BEFORE, f"他{BEFORE}", [Doubt(5, 6, 0.4)]) == (Doubt(6, 7, 0.4),)


def test_the_share_counts_a_missing_sign_as_one():
    assert doubtful_share("一 二三四", [Doubt(0, 1, 0.3), Doubt(3, 3, 0.0)]) == 0.5
