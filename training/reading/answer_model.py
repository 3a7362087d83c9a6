"""The model of answers: one logistic regression over a few dozen measures."""

import csv
from functools import cache

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from training.reading import corpus
from training.reading.fitting import SEED, Arrays
from training.reading.groups import near_groups
from yixian.language.answers import measured, veiled
from yixian.language.features import table
from yixian.language.linear import Floats, logistic
from yixian.language.normalise import normalise

STRENGTH = 1.0
SCALE = 0.3
GROUP_BITS = 18


@cache
def answers() -> tuple[list[str], NDArray[np.bool_]]:
    """Answers of replies_dev.csv, and whether the label says that they only acknowledge."""
    csv.field_size_limit(10**8)
    with (corpus.data_folder() / "replies_dev.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row["答复意见"] for row in rows], np.array([row["substantive"] == "0" for row in rows])


def answer_groups(texts: list[str]) -> NDArray[np.int64]:
    """Answers of one wording together: numbers and users are veiled and place letters share their columns."""
    return near_groups(table([veiled(normalise(text)) for text in texts], GROUP_BITS))


def train(rows: NDArray, truth: NDArray[np.bool_]) -> Arrays:
    """Arrays of models/answers.npz."""
    fit = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=SEED).fit(rows * SCALE, truth)
    return {"weights": fit.coef_[0] * SCALE, "bias": fit.intercept_}


def chances(rows: NDArray, model: Arrays) -> Floats:
    return logistic(rows @ model["weights"] + model["bias"][0])


def everything() -> tuple[NDArray, NDArray[np.bool_], NDArray[np.int64]]:
    """Measures, truth and group of every answer."""
    texts, truth = answers()
    return measured(texts), truth, answer_groups(texts)
