from collections import Counter

import pytest

from yixian.language.likeness import Account, Likeness, likenesses
from yixian.language.matters import cluster, sampled

from .likeness.invented import ALL


def _accounts(count: int) -> list[Account]:
    return [Account(str(number), "", "") for number in range(count)]


def test_two_reports_of_one_road_are_one_matter_and_the_others_stay_alone() -> None:
    assert cluster(ALL, likenesses(ALL)) == {"1": "M000001", "2": "M000001", "3": "M000002", "4": "M000003"}


def test_a_chain_of_likenesses_does_not_make_one_matter() -> None:
    chain = [Likeness(str(n), str(n + 1), 0.9) for n in range(11)]

    assert max(Counter(cluster(_accounts(12), chain).values()).values()) == 4


def test_a_group_that_is_alike_throughout_is_one_matter() -> None:
    close = [Likeness(str(a), str(b), 0.9) for a in range(5) for b in range(a + 1, 5)]

    assert set(cluster(_accounts(5), close).values()) == {"M000001"}


def test_the_order_of_the_likenesses_changes_nothing() -> None:
    links = [Likeness("0", "1", 0.8), Likeness("1", "2", 0.8), Likeness("2", "3", 0.8)]

    assert cluster(_accounts(4), links) == cluster(_accounts(4), links[::-1])


def test_no_accounts_have_no_matters() -> None:
    assert cluster([], []) == {}


def test_pairs_never_compared_are_compared_within_a_gathering() -> None:
    copies = [Account(str(n), "柳溪路断头路", "柳溪路修到青禾苑门口就停了，成了断头路。") for n in range(12)]

    assert set(cluster(copies, likenesses(copies)).values()) == {"M000001"}


def test_a_crowd_is_sampled_evenly_and_every_member_is_met() -> None:
    met = sampled(list(range(1000)))

    assert {row for pair in met for row in pair} == set(range(1000))
    assert len(met) <= 1000 * 200
    assert [pair for pair in met if pair[0] >= pair[1]] == []


def test_likenesses_of_other_accounts_are_refused() -> None:
    with pytest.raises(ValueError, match="not those that were compared"):
        cluster(ALL[::-1], likenesses(ALL))
