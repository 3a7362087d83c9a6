from dataclasses import replace

from yixian.language.likeness import Account, candidates

from .invented import ALL, ROAD


def test_reports_of_one_road_become_candidates_and_a_stranger_does_not() -> None:
    found = candidates(ALL)

    assert ("1", "2") in found
    assert [pair for pair in found if "4" in pair] == []


def test_each_pair_comes_once_with_the_earlier_account_first() -> None:
    found = candidates([replace(ROAD, id=str(number)) for number in range(5)])

    assert found == [(str(a), str(b)) for a in range(5) for b in range(a + 1, 5)]


def test_progress_ends_at_the_number_of_accounts() -> None:
    told: list[tuple[int, int]] = []

    candidates(ALL, progress=lambda done, total: told.append((done, total)))

    assert told[-1] == (4, 4)


def test_no_account_and_one_account_have_no_candidates() -> None:
    assert candidates([]) == []
    assert candidates([Account("1", "柳溪路", "")]) == []
