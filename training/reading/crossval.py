"""Honest figures: the whole pipeline is trained anew for each fold, near-duplicates kept on one side."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold, StratifiedGroupKFold

from training.reading import (
    answer_model,
    department_model,
    element_model,
    kind_model,
    name_model,
    role_model,
)
from training.reading.department_rows import DepartmentRows
from training.reading.element_rows import ElementRows
from training.reading.fitting import Arrays
from training.reading.kind_rows import KindRows
from training.reading.name_model import Workbench
from training.reading.role_model import Accusation
from yixian.language.answers import LIMIT
from yixian.language.departments import DEPARTMENTS, LABELS
from yixian.language.elements import MOTIVES, flags_stated
from yixian.language.kinds import accuse_from
from yixian.language.linear import logistic, scores, softmax

Fold = tuple[NDArray[np.int64], NDArray[np.int64]]
PersonFold = tuple[Arrays, NDArray[np.int64]]


def department_chances(rows: DepartmentRows) -> tuple[NDArray, NDArray[np.bool_]]:
    """n × 8 probabilities for the messages, each from a model that has not seen the row's group, and who is sure."""
    found, sure = np.zeros((len(rows.real), len(LABELS))), np.zeros(len(rows.real), dtype=bool)
    for train_on, test_on in grouped([rows.labels[row] for row in rows.real], rows.groups[rows.real]):
        letters = np.arange(len(rows.real), len(rows.labels))
        model = department_model.train(*rows.only(np.concatenate([train_on, letters])))
        weights = model["weights"].astype(np.float32)
        found[test_on] = softmax(scores(rows.grams[test_on], weights, model["bias"]))
        best = found[test_on].argmax(axis=1)
        sure[test_on] = (found[test_on].max(axis=1) >= model["thresholds"][1]) & (best < len(DEPARTMENTS))
    return found, sure


def kind_chances(rows: KindRows, *, seed: int = 0) -> tuple[NDArray, NDArray[np.bool_]]:
    """n × 3 probabilities for the careful reader's rows, and whether each passes its fold's threshold."""
    found = np.zeros((len(rows.labels), 3))
    accused = np.zeros(len(rows.labels), dtype=bool)
    for train_on, test_on in _kind_folds(rows, seed):
        model = kind_model.train(*rows.only(train_on))
        opinions = scores(rows.grams[test_on], model["gram_weights"].astype(np.float32), model["gram_bias"])
        table = np.hstack([opinions, rows.cues[test_on]])
        found[test_on] = softmax(scores(table, model["weights"], model["bias"]))
        limits = [accuse_from(rows.texts[row], model["thresholds"][0]) for row in test_on]
        accused[test_on] = found[test_on, 0] >= limits
    return found[rows.careful], accused[rows.careful]


def _kind_folds(rows: KindRows, seed: int) -> Iterator[Fold]:
    """Tested on the careful reader's rows alone; our own labels only help to train."""
    careful = np.flatnonzero(rows.careful)
    labels = [rows.labels[row] for row in careful]
    for _, test in grouped(labels, rows.groups[careful], seed=seed):
        test_on = careful[test]
        yield np.flatnonzero(~np.isin(rows.groups, rows.groups[test_on])), test_on


def element_chances(rows: ElementRows, groups: NDArray) -> tuple[NDArray, NDArray]:
    """Flags stated (n × 6) and chances of the motives, for the careful reader's rows (as many as `groups`).

    The township letters are in every training part.
    """
    careful, letters = np.arange(len(groups)), np.arange(len(groups), len(rows.motives))
    stated, chosen = np.zeros(rows.flags[careful].shape, dtype=bool), np.zeros((len(careful), len(MOTIVES)))
    for train_on, test_on in grouped(rows.motives[: len(careful)], groups):
        model = element_model.train(*rows.only(np.concatenate([train_on, letters])))
        chances = logistic(scores(rows.cues[test_on], model["flag_weights"], model["flag_bias"]))
        stated[test_on] = flags_stated(chances, rows.cues[test_on], model["flag_limits"])
        chosen[test_on] = softmax(scores(rows.cues[test_on], model["motive_weights"], model["motive_bias"]))
    return stated, chosen


def grouped(labels: list[str], groups: NDArray, *, seed: int = 0, parts: int = 5) -> Iterator[Fold]:
    splitter = StratifiedGroupKFold(parts, shuffle=True, random_state=seed)
    yield from splitter.split(np.zeros(len(labels)), labels, groups)


def person_models(bench: Workbench, groups: NDArray, accused: Sequence[Accusation]) -> Iterator[PersonFold]:
    """For each fold the finder of persons and its judge of roles, and the rows of texts that neither has seen."""
    by_id = {one.id: one for one in bench.texts}
    group_of = dict(zip([one.id for one in bench.texts], groups.tolist(), strict=True))
    for train_on, test_on in GroupKFold(5).split(groups, groups=groups):
        held_out = set(groups[test_on].tolist())
        learnt = [one for one in accused if group_of[one.id] not in held_out]
        roles = role_model.train([role_model.role_row(one, by_id) for one in learnt])
        yield name_model.train(bench, train_on, groups) | roles, test_on


def answers_flagged(seed: int = 0) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.int64]]:
    """Which answers are taken only to acknowledge, the truth, and the groups; each by a model not shown its group."""
    rows, truth, groups = answer_model.everything()
    flagged = np.zeros(len(truth), dtype=bool)
    for train_on, test_on in grouped([str(one) for one in truth], groups, seed=seed):
        model = answer_model.train(rows[train_on], truth[train_on])
        flagged[test_on] = answer_model.chances(rows[test_on], model) >= LIMIT
    return flagged, truth, groups
