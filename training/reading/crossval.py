"""Honest figures: the whole pipeline is trained anew for each fold, near-duplicates kept on one side."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

from training.reading import department_model, element_model, kind_model
from training.reading.department_rows import DepartmentRows
from training.reading.element_rows import ElementRows
from training.reading.kind_rows import KindRows
from yixian.language.departments import LABELS
from yixian.language.elements import MOTIVES, flags_stated
from yixian.language.kinds import accuse_from
from yixian.language.linear import logistic, scores, softmax

Fold = tuple[NDArray[np.int64], NDArray[np.int64]]


def department_chances(rows: DepartmentRows) -> NDArray:
    """n × 8 probabilities for the messages, each from a model that has not seen the row's group."""
    found = np.zeros((len(rows.real), len(LABELS)))
    for train_on, test_on in grouped([rows.labels[row] for row in rows.real], rows.groups[rows.real]):
        letters = np.arange(len(rows.real), len(rows.labels))
        model = department_model.train(*rows.only(np.concatenate([train_on, letters])))
        weights = model["weights"].astype(np.float32)
        found[test_on] = softmax(scores(rows.grams[test_on], weights, model["bias"]))
    return found


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
        stated[test_on] = flags_stated(chances, rows.cues[test_on])
        chosen[test_on] = softmax(scores(rows.cues[test_on], model["motive_weights"], model["motive_bias"]))
    return stated, chosen


def grouped(labels: list[str], groups: NDArray, *, seed: int = 0, parts: int = 5) -> Iterator[Fold]:
    splitter = StratifiedGroupKFold(parts, shuffle=True, random_state=seed)
    yield from splitter.split(np.zeros(len(labels)), labels, groups)
