from yixian.language.likeness.merging import Merging


def test_the_likeliest_merge_comes_first_and_may_bar_a_second() -> None:
    links = [(0, 1, 0.9), (1, 2, 0.6), (0, 2, 0.1)]

    assert Merging(3, links, line=0.5, unseen=0.0).groups() == [0, 0, 2]


def test_a_group_bears_the_name_of_its_first_row() -> None:
    links = [(2, 3, 0.9), (0, 3, 0.9), (0, 2, 0.9)]

    assert Merging(4, links, line=0.5, unseen=0.0).groups() == [0, 1, 0, 0]


def test_a_crowd_with_few_compared_pairs_still_meets() -> None:
    ring = [(n, (n + by) % 40, 0.95) for n in range(40) for by in (1, 2, 3)]

    assert Merging(40, ring, line=0.3, unseen=0.2, doubt=3).groups() == [0] * 40
