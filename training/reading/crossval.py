"""Honest figures: the whole pipeline is trained anew for each fold, near-duplicates kept on one side."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

from training.reading import department_model, element_model, kind_model
from training.reading.kind_rows import KindRows
from yixian.language.departments import DEPARTMENTS
from yixian.language.elements import MOTIVES
from yixian.language.linear import logistic, scores, softmax

Fold = tuple[NDArray[np.int64], NDArray[np.int64]]


def department_chances(grams: NDArray, labels: list[str], groups: NDArray) -> NDArray:
    """n × 7 probabilities, each from a model that has not seen the row's group."""
    found = np.zeros((len(labels), len(DEPARTMENTS)))
    for train_on, test_on in grouped(labels, groups):
        model = department_model.train(grams[train_on], [labels[row] for row in train_on], groups[train_on])
        found[test_on] = softmax(scores(grams[test_on], model["weights"].astype(np.float32), model["bias"]))
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
        accused[test_on] = found[test_on, 0] >= model["thresholds"][0]
    return found[rows.careful], accused[rows.careful]


def _kind_folds(rows: KindRows, seed: int) -> Iterator[Fold]:
    """Tested on the careful reader's rows alone; our own labels only help to train."""
    careful = np.flatnonzero(rows.careful)
    labels = [rows.labels[row] for row in careful]
    for _, test in grouped(labels, rows.groups[careful], seed=seed):
        test_on = careful[test]
        yield np.flatnonzero(~np.isin(rows.groups, rows.groups[test_on])), test_on


def element_chances(
    cues: NDArray, flags: NDArray, motives: list[str], groups: NDArray
) -> tuple[NDArray, NDArray]:
    stated, chosen = np.zeros(flags.shape), np.zeros((len(motives), len(MOTIVES)))
    for train_on, test_on in grouped(motives, groups):
        model = element_model.train(cues[train_on], flags[train_on], [motives[row] for row in train_on])
        stated[test_on] = logistic(scores(cues[test_on], model["flag_weights"], model["flag_bias"]))
        chosen[test_on] = softmax(scores(cues[test_on], model["motive_weights"], model["motive_bias"]))
    return stated, chosen


def grouped(labels: list[str], groups: NDArray, *, seed: int = 0, parts: int = 5) -> Iterator[Fold]:
    splitter = StratifiedGroupKFold(parts, shuffle=True, random_state=seed)
    yield from splitter.split(np.zeros(len(labels)), labels, groups)
