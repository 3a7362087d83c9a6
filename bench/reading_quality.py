"""How well a report is read, each row beside its baseline, by honest grouped cross-validation.

`python -m bench.reading_quality` trains the shipped pipeline anew for each fold (some ten minutes on a shared
core) and prints one line a measure. Rules for names and places are not trained; they were written while
looking at the 300 labelled messages, so their rows flatter them.
"""

import json
import re
import time
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss, f1_score
from sklearn.svm import LinearSVC

from training.reading import corpus, crossval, township_score
from training.reading.accused_score import name_tally, unit_tally
from training.reading.department_rows import department_rows
from training.reading.element_rows import element_rows
from training.reading.fitting import idf_of
from training.reading.groups import near_groups
from training.reading.kind_rows import KindRows, kind_rows
from training.reading.township import kept
from yixian.language import read_many
from yixian.language.accused import accused
from yixian.language.departments import DEPARTMENTS
from yixian.language.elements import FLAGS, MOTIVES
from yixian.language.features import counts, weighed
from yixian.language.issues import issues

Rows = dict[str, dict[str, float]]
SEEDS = (0, 1, 2)
SURE_ACCURACY = 0.97
_KEYWORDS = re.compile("举报|控告|检举|贪污|受贿|渎职|不作为|包庇|违纪|腐败|纪委")


def measure() -> dict[str, Any]:
    """Every figure of the reader: {row: {"value": …, "baseline": …, …}}."""
    texts, _ = corpus.departments()
    idf = idf_of([*texts, *corpus.messages().values()])
    return {
        **_departments(idf),
        **_kinds(idf),
        **_elements(idf),
        **_accused(),
        **_issues(),
        **_township(),
        **_speed(),
    }


def _departments(idf: NDArray) -> Rows:
    texts, labels = corpus.departments()
    rows = department_rows(idf)
    chances, groups = crossval.department_chances(rows), rows.groups[rows.real]
    truth = np.array([DEPARTMENTS.index(label) for label in labels])
    best = chances.argmax(axis=1)
    baseline = _linear_departments(texts, truth, labels, groups)
    return {
        "departments macro-F1": _row(
            f1_score(truth, best, average="macro", labels=range(len(DEPARTMENTS))), baseline
        ),
        "departments accuracy": _row(float(np.mean(truth == best))),
        "departments calibration error": _row(_calibration_error(chances.max(axis=1), truth == best)),
        "departments share sure at 97 % right": _row(_share_sure(chances.max(axis=1), truth == best)),
    }


def _linear_departments(
    texts: list[corpus.Text], truth: NDArray, labels: list[str], groups: NDArray
) -> float:
    found = np.zeros_like(truth)
    joined = _joined(texts)
    for train_on, test_on in crossval.grouped(labels, groups):
        words = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2)
        table = words.fit_transform([joined[row] for row in train_on])
        fit = LinearSVC(random_state=0).fit(table, truth[train_on])
        found[test_on] = fit.predict(words.transform([joined[row] for row in test_on]))
    return float(f1_score(truth, found, average="macro"))


def _kinds(idf: NDArray) -> Rows:
    rows = kind_rows(idf)
    truth = np.array([row.label["kind"] == "accusation" for row in corpus.kinds()])
    with_own, alone = _kind_figures(rows, truth), _kind_figures(kind_rows(idf, with_own=False), truth)
    keywords = [bool(_KEYWORDS.search(f"{subject}\n{detail}")) for subject, detail in _dev_texts()]
    return {
        "accusation F1": _row(with_own["f1"], _linear_kinds(rows, truth), keywords=f1_score(truth, keywords)),
        "accusation F1 without our own labels": _row(alone["f1"]),
        "accusation average precision": _row(with_own["ap"], alone["ap"]),
        "accusation Brier score": _row(with_own["brier"], float(truth.mean() * (1 - truth.mean()))),
        "kinds macro-F1 (three classes)": _row(with_own["macro"], alone["macro"]),
    }


def _kind_figures(rows: KindRows, truth: NDArray) -> dict[str, float]:
    """Means over several ways of folding, since 63 accusations are few."""
    found = [_one_folding(rows, truth, seed) for seed in SEEDS]
    return {key: float(np.mean([one[key] for one in found])) for key in found[0]}


def _one_folding(rows: KindRows, truth: NDArray, seed: int) -> dict[str, float]:
    chances, flagged = crossval.kind_chances(rows, seed=seed)
    kinds = np.where(flagged, 0, 1 + chances[:, 1:].argmax(axis=1))
    labels = [("accusation", "suggestion", "out_of_scope").index(row.label["kind"]) for row in corpus.kinds()]
    return {
        "f1": f1_score(truth, flagged),
        "ap": average_precision_score(truth, chances[:, 0]),
        "brier": brier_score_loss(truth, chances[:, 0]),
        "macro": f1_score(labels, kinds, average="macro"),
    }


def _linear_kinds(rows: KindRows, truth: NDArray) -> float:
    """The README's baseline, given the best threshold in hindsight: an advantage to the baseline."""
    texts, groups = _joined(_dev_texts()), rows.groups[rows.careful]
    found = np.zeros(len(truth))
    for train_on, test_on in crossval.grouped([str(one) for one in truth], groups):
        words = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2)
        table = words.fit_transform([texts[row] for row in train_on])
        fit = LogisticRegression(C=10, class_weight="balanced", max_iter=300).fit(table, truth[train_on])
        found[test_on] = fit.predict_proba(words.transform([texts[row] for row in test_on]))[:, 1]
    return max(f1_score(truth, found >= limit) for limit in np.linspace(0.02, 0.98, 97))


def _elements(idf: NDArray) -> Rows:
    dev, rows = corpus.kinds(), element_rows()
    groups = near_groups(weighed(counts(_dev_texts()), idf))
    flags = rows.flags[: len(dev)]
    stated, chosen = crossval.element_chances(rows, groups)
    found = {
        f"{flag} stated, F1": _row(
            f1_score(flags[:, column], stated[:, column]),
            f1_score(flags[:, column], np.ones(len(dev))),
        )
        for column, flag in enumerate(FLAGS)
    }
    truth = np.array([MOTIVES.index(motive) for motive in rows.motives[: len(dev)]])
    most = np.full(len(dev), np.bincount(truth).argmax())
    right = f1_score(truth, chosen.argmax(axis=1), average="macro")
    return {**found, "motive macro-F1": _row(right, f1_score(truth, most, average="macro"))}


def _accused() -> Rows:
    accusing = [row for row in corpus.kinds() if row.label["kind"] == "accusation"]
    raw = corpus.raw_messages()
    pairs = [(accused(raw[row.id][0], raw[row.id][1][:1_500]), row.label["targets"]) for row in accusing]
    names, units = name_tally(pairs), unit_tally(pairs)
    return {
        "accused names F1": _row(names.f1, precision=names.precision, recall=names.recall),
        "accused units F1": _row(units.f1, precision=units.precision, recall=units.recall),
    }


def _issues() -> Rows:
    accusing = [row for row in corpus.kinds() if row.label["kind"] == "accusation"]
    found = [set(issues(*row.text)) for row in accusing]
    wanted = [set(row.label["issues"]) for row in accusing]
    hits = sum(len(one & other) for one, other in zip(found, wanted, strict=True))
    always = sum("失职渎职包庇" in one for one in wanted)
    total = sum(map(len, wanted))
    return {"issues F1": _row(2 * hits / (sum(map(len, found)) + total), 2 * always / (len(wanted) + total))}


def _township() -> Rows:
    """The shipped models on the kept half of the invented township letters."""
    return {f"township {name}": _row(value) for name, value in township_score.figures(kept()).items()}


def _speed() -> Rows:
    texts = list(corpus.raw_messages().values())
    read_many(texts[:10])
    started = time.perf_counter()
    read_many(texts)
    return {
        "reports read a second (one core, everything)": _row(
            len(texts) / (time.perf_counter() - started), 300
        )
    }


def _calibration_error(chances: NDArray, right: NDArray) -> float:
    bins = np.minimum((chances * 10).astype(int), 9)
    gaps = [
        np.sum(bins == one) * abs(right[bins == one].mean() - chances[bins == one].mean())
        for one in set(bins)
    ]
    return float(np.sum(gaps) / len(chances))


def _share_sure(chances: NDArray, right: NDArray) -> float:
    order = np.argsort(-chances, kind="stable")
    accuracy = np.cumsum(right[order]) / np.arange(1, len(right) + 1)
    return float((np.flatnonzero(accuracy >= SURE_ACCURACY)[-1] + 1) / len(right))


def _dev_texts() -> list[corpus.Text]:
    return [row.text for row in corpus.kinds()]


def _joined(texts: list[corpus.Text]) -> list[str]:
    return [f"{subject}\n{subject}\n{detail}" for subject, detail in texts]


def _row(value: float, baseline: float | None = None, **more: float) -> dict[str, float]:
    figures = {"value": value, **({} if baseline is None else {"baseline": baseline}), **more}
    return {name: round(float(figure), 4) for name, figure in figures.items()}


if __name__ == "__main__":
    for name, row in measure().items():
        print(f"{name:48} {json.dumps(row)}", flush=True)
