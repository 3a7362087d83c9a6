"""The shipped weights on the real messages. They were learnt on these, so this is a floor against breakage;
honest, held-out figures come from `python -m bench.likeness_quality`."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from yixian.language.likeness import Likenesses, likenesses
from yixian.language.matters import cluster

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def linked(shared_data: Path) -> tuple[Likenesses, Mapping[str, str]]:
    from training.likeness.sources import pool

    accounts = pool()
    found = likenesses(accounts)
    return found, cluster(accounts, found)


def test_the_given_matters_are_found_again(linked: tuple[Likenesses, Mapping[str, str]]) -> None:
    from bench.likeness_figures import best_match, groups_of, mean
    from training.likeness.sources import matters

    groups = groups_of(linked[1])

    assert mean([best_match(groups, members)[0] for members in matters().values()]) >= 0.88


def test_questions_of_one_topic_stay_apart(linked: tuple[Likenesses, Mapping[str, str]]) -> None:
    from bench.likeness_figures import topic_figures
    from training.likeness.sources import pool, same_topic

    assert topic_figures(linked[1], same_topic(), pool())["topic_pairs_joined"] <= 0.05


def test_work_grows_with_the_accounts_and_not_with_their_square(
    linked: tuple[Likenesses, Mapping[str, str]],
) -> None:
    assert len(linked[0]) <= 38 * len(linked[1])
