"""How well a report is read, each row beside its baseline, by honest grouped cross-validation.

`python -m bench.reading_quality` trains the shipped pipeline anew for each fold (some twenty minutes on a shared
core) and prints one line a measure. Rules for issues, posts and units are not trained; they were written while
looking at the 300 labelled messages, so their rows flatter them.
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss, f1_score
from sklearn.svm import LinearSVC

from bench import reading_persons
from bench.intervals import interval
from training.reading import answer_model, corpus, crossval, township_score
from training.reading.__main__ import MODELS
from training.reading.accused_score import PARTS, Tally, count, tally
from training.reading.department_rows import department_rows
from training.reading.element_rows import element_rows
from training.reading.fitting import idf_of
from training.reading.groups import near_groups
from training.reading.kind_rows import KindRows, kind_rows
from training.reading.township import kept
from yixian.language import mask, read_many
from yixian.language.departments import DEPARTMENTS
from yixian.language.elements import FLAGS, MOTIVES
from yixian.language.features import counts, weighed
from yixian.language.issues import issues

Rows = dict[str, dict[str, float]]
SEEDS = (0, 1, 2)
SURE_ACCURACY = 0.98
SURE_SHARE = 0.7
SHORT_ANSWER = 80  # characters: the rule of the data's README
SOME = 400
Score = Callable[[NDArray], float]
_READING = (
    "from yixian.language import mask, read_many; read_many([('举报', '村主任张三贪污。' * 40)] * 1_000); mask('李四');"
    " print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
)
_KEYWORDS = re.compile("举报|控告|检举|贪污|受贿|渎职|不作为|包庇|违纪|腐败|纪委")


def measure() -> dict[str, Any]:
    """Every figure of the reader: {row: {"value": …, "baseline": …, "low": …, "high": …}}; low and high bound 95 %."""
    texts, _ = corpus.departments()
    idf = idf_of([*texts, *corpus.messages().values()])
    return {
        **_departments(idf),
        **_kinds(idf),
        **_elements(idf),
        **_issues(),
        **_persons(),
        **_answers(),
        **_township(),
        **_speed(),
    }


def _departments(idf: NDArray) -> Rows:
    texts, labels = corpus.departments()
    rows = department_rows(idf)
    chances, sure = crossval.department_chances(rows)
    groups = rows.groups[rows.real]
    truth = np.array([DEPARTMENTS.index(label) for label in labels])
    best = chances.argmax(axis=1)
    right = truth == best
    baseline = _linear_departments(texts, truth, labels, groups)

    def macro(found: NDArray) -> Score:
        return lambda some: f1_score(
            truth[some], found[some], average="macro", labels=range(len(DEPARTMENTS)), zero_division=0
        )

    return {
        "departments macro-F1": scored(macro(best), groups, baseline=macro(baseline)),
        "departments accuracy": scored(lambda some: float(right[some].mean()), groups),
        "departments calibration error": _row(_calibration_error(chances.max(axis=1), right)),
        "departments share sure at 98 % right": _row(_share_sure(chances.max(axis=1), right)),
        "departments sure by own threshold": _row(float(sure.mean()), right=float(right[sure].mean())),
    }


def _linear_departments(
    texts: list[corpus.Text], truth: NDArray, labels: list[str], groups: NDArray
) -> NDArray:
    found = np.zeros_like(truth)
    joined = _joined(texts)
    for train_on, test_on in crossval.grouped(labels, groups):
        words = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2)
        table = words.fit_transform([joined[row] for row in train_on])
        fit = LinearSVC(random_state=0).fit(table, truth[train_on])
        found[test_on] = fit.predict(words.transform([joined[row] for row in test_on]))
    return found


def _kinds(idf: NDArray) -> Rows:
    rows = kind_rows(idf)
    truth = np.array([row.label["kind"] == "accusation" for row in corpus.kinds()])
    groups = rows.groups[rows.careful]
    own = [_Folding(rows, truth, seed) for seed in SEEDS]
    alone = [_Folding(kind_rows(idf, with_own=False), truth, seed) for seed in SEEDS]
    keywords = [bool(_KEYWORDS.search(f"{subject}\n{detail}")) for subject, detail in _dev_texts()]
    linear = _linear_kinds(rows, truth)
    return {
        "accusation F1": _mean_row(own, "f1", groups)
        | _row(_mean(own, "f1"), linear, keywords=f1_score(truth, keywords)),
        "accusation F1 on the 70 % surest": _mean_row(own, "surest", groups),
        "accusation against out_of_scope, macro-F1": _mean_row(own, "macro", groups)
        | {"baseline": round(_mean(alone, "macro"), 4)},
        "accusation F1 without our own labels": _mean_row(alone, "f1", groups),
        "accusation average precision": _row(_mean(own, "precision"), _mean(alone, "precision")),
        "accusation Brier score": _row(_mean(own, "brier"), float(truth.mean() * (1 - truth.mean()))),
        "accusation calibration error": _row(_mean(own, "calibration")),
        "kinds macro-F1 (three classes)": _row(_mean(own, "three"), _mean(alone, "three")),
    }


class _Folding:
    """One way of folding; several are averaged, since 63 accusations are few."""

    def __init__(self, rows: KindRows, truth: NDArray, seed: int) -> None:
        self.truth = truth
        self.chances, self.flagged = crossval.kind_chances(rows, seed=seed)
        self.labels = [row.label["kind"] for row in corpus.kinds()]
        said = np.where(self.flagged, self.chances[:, 0], 1 - self.chances[:, 0])
        self.sure = said >= np.quantile(said, 1 - SURE_SHARE)
        self.scope = np.isin(self.labels, ("accusation", "out_of_scope"))

    def f1(self, some: NDArray) -> float:
        return float(f1_score(self.truth[some], self.flagged[some], zero_division=0))

    def surest(self, some: NDArray) -> float:
        return self.f1(some[self.sure[some]])

    def macro(self, some: NDArray) -> float:
        """Accusation or not, over the messages that are one or out of scope."""
        some = some[self.scope[some]]
        return float(f1_score(self.truth[some], self.flagged[some], average="macro", zero_division=0))

    def precision(self, some: NDArray) -> float:
        return float(average_precision_score(self.truth[some], self.chances[some, 0]))

    def brier(self, some: NDArray) -> float:
        return float(brier_score_loss(self.truth[some], self.chances[some, 0]))

    def calibration(self, some: NDArray) -> float:
        return _calibration_error(self.chances[some, 0], self.truth[some])

    def three(self, some: NDArray) -> float:
        kinds = np.where(self.flagged, 0, 1 + self.chances[:, 1:].argmax(axis=1))
        order = ("accusation", "suggestion", "out_of_scope")
        truth = np.array([order.index(label) for label in self.labels])
        return float(f1_score(truth[some], kinds[some], average="macro"))


def _mean(foldings: list[_Folding], figure: str, some: NDArray | None = None) -> float:
    rows = np.arange(len(foldings[0].truth)) if some is None else some
    return float(np.mean([getattr(one, figure)(rows) for one in foldings]))


def _mean_row(foldings: list[_Folding], figure: str, groups: NDArray) -> dict[str, float]:
    return scored(lambda some: _mean(foldings, figure, some), groups)


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
    truth = np.array([MOTIVES.index(motive) for motive in rows.motives[: len(dev)]])
    right = chosen.argmax(axis=1) == truth
    most = truth == np.bincount(truth).argmax()
    signed = FLAGS.index("self_identified")
    told, often = stated[:, signed] == flags[:, signed], ~flags[:, signed]
    four = [FLAGS.index(flag) for flag in ("who", "what", "when", "evidence")]

    def macro(found: NDArray, columns: list[int]) -> Score:
        return lambda some: float(
            np.mean(
                [
                    f1_score(flags[some, one], found[some, one], average="macro", zero_division=0)
                    for one in columns
                ]
            )
        )

    always = np.ones_like(flags)
    rows_of_flags = {
        f"{FLAGS[one]} stated, macro-F1": scored(macro(stated, [one]), groups, baseline=macro(always, [one]))
        for one in range(len(FLAGS))
    }
    return {
        **rows_of_flags,
        "who, what, when, evidence: mean macro-F1": scored(
            macro(stated, four), groups, baseline=macro(always, four)
        ),
        "motive accuracy": scored(
            lambda some: float(right[some].mean()), groups, baseline=lambda some: float(most[some].mean())
        ),
        "signed in the text, accuracy": scored(
            lambda some: float(told[some].mean()), groups, baseline=lambda some: float(often[some].mean())
        ),
    }


def _issues() -> Rows:
    """Not held out: the words were chosen while reading these 63 accusations; see the township rows besides."""
    accusing = [row for row in corpus.kinds() if row.label["kind"] == "accusation"]
    truths = [set(row.label["issues"]) for row in accusing]

    def micro(found: list[set[str]]) -> Score:
        counted = np.array([count(one, other) for one, other in zip(found, truths, strict=True)])
        return Tally(counted).f1

    return {
        "issues micro-F1": scored(
            micro([set(issues(*row.text)) for row in accusing]),
            np.arange(len(accusing)),
            baseline=micro([{"失职渎职包庇"}] * len(accusing)),
        )
    }


def _persons() -> Rows:
    """Names, posts and units of the accused, and masking: each text read by models that have not seen its group."""
    told = reading_persons.measured()
    found = {
        f"accused {part}s, exact F1": scored(
            tally(told.pairs, part).f1,
            told.groups,
            baseline=tally(told.by_segmenter, part).f1,
            precision=tally(told.pairs, part).precision,
            recall=tally(told.pairs, part).recall,
        )
        for part in PARTS
    }
    spans, hidden = told.spans, told.hidden
    return {
        **found,
        "names of persons, exact places, F1": scored(
            spans.f1, told.read_groups, baseline=told.segmenter_spans.f1
        ),
        "masking recall": scored(hidden.recall_of, told.read_groups, precision=hidden.precision),
    }


def _answers() -> Rows:
    folded = [crossval.answers_flagged(seed) for seed in SEEDS]
    _, truth, groups = folded[0]
    short = np.array([len(text.strip()) < SHORT_ANSWER for text in answer_model.answers()[0]])

    def f1(*several: NDArray) -> Score:
        return lambda some: float(
            np.mean([f1_score(truth[some], each[some], zero_division=0) for each in several])
        )

    return {
        "answers that only acknowledge, F1": scored(
            f1(*(flagged for flagged, _, _ in folded)), groups, baseline=f1(short)
        )
    }


def _township() -> Rows:
    """The shipped models on the kept half of the invented township letters."""
    return {f"township {name}": _row(value) for name, value in township_score.figures(kept()).items()}


def _speed() -> Rows:
    """Of processor time, so that what else runs on the machine does not count."""
    texts = list(corpus.raw_messages().values())
    read_many(texts[:10])
    started = time.process_time()
    read_many(texts)
    read = time.process_time() - started
    started = time.process_time()
    for subject, detail in texts[:SOME]:
        mask(f"{subject}\n{detail}")
    hidden = time.process_time() - started
    models = sum(path.stat().st_size for path in MODELS.glob("*.npz"))
    return {
        "reports read a second of processor time": _row(len(texts) / read, 300),
        "reports masked a second of processor time": _row(SOME / hidden),
        "models, megabytes": _row(models / 1e6, 60),
        "memory of a process that only reads, megabytes": _row(_memory(), 600),
    }


def _memory() -> float:
    """Of a fresh process, since this one has trained."""
    said = subprocess.run([sys.executable, "-c", _READING], check=True, capture_output=True, text=True)
    return float(said.stdout) / 1024


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


def scored(
    score: Score, groups: NDArray, *, baseline: Score | None = None, **more: float
) -> dict[str, float]:
    """The figure of all rows with its interval, beside the baseline on the same rows."""
    everything = np.arange(len(groups))
    low, high = interval(score, groups)
    other = None if baseline is None else baseline(everything)
    return _row(score(everything), other, low=low, high=high, **more)


def _row(value: float, baseline: float | None = None, **more: float) -> dict[str, float]:
    figures = {"value": value, **({} if baseline is None else {"baseline": baseline}), **more}
    return {name: round(float(figure), 4) for name, figure in figures.items()}


if __name__ == "__main__":
    for name, row in measure().items():
        print(f"{name:48} {json.dumps(row)}", flush=True)
