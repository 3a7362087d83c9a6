"""How well likeness finds one matter, on real complaints, against character TF-IDF in the same run.

Every figure of ours is held out: pairs by grouped folds, each given matter by a model that never saw a
pair of it, and the same-topic questions by a model that never saw them. The baseline is given the best
threshold with hindsight. Run: python -m bench.likeness_quality
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.likeness_baseline import Baseline
from bench.likeness_figures import (
    best_match,
    groups_of,
    matter_figures,
    mean,
    pair_figures,
    recall,
    topic_figures,
)
from training.likeness.folds import calibrated, calibration, fitted, held_out
from training.likeness.gold import Gold, gold
from training.likeness.sources import matters, pool, same_topic
from training.likeness.workbench import Workbench
from yixian.language import matters as grouping
from yixian.language.likeness import Hit, TermKind, rank_by_shared_terms, terms
from yixian.language.likeness.evidence import measures
from yixian.language.likeness.weights import Weights, probability


def measure() -> dict[str, dict[str, float]]:
    """All figures, ours and the baseline's."""
    bench = Workbench.of(pool())
    found = gold(bench.accounts, bench.candidates())
    return {"yixian": Ours(bench, found).figures(), "char_tfidf": Baseline(bench, found).figures()}


@dataclass
class Ours:
    """The shipped method with weights refitted for each thing left out."""

    bench: Workbench
    found: Sequence[Gold]

    def figures(self) -> dict[str, float]:
        self.measured = self.bench.measured(self.found)
        self.candidates = self.bench.measured_candidates()
        self.usual = self.bench.usual()
        odds = held_out(self.found, self.measured, self.usual)
        self.line = calibration(self.found, odds, np.ones(len(odds), dtype=bool))
        chances = calibrated(self.found, odds)
        return pair_figures(self.found, chances) | self._matters() | self._topic()

    def without(self, members: Sequence[str]) -> Weights:
        """The model that never saw the groups of these messages."""
        named = set(members)
        groups = {
            one.group for one in self.found if one.source != "outsider" and {one.id_a, one.id_b} & named
        }
        kept = np.array([one.group not in groups for one in self.found])
        return fitted(self.found, self.measured, kept, self.usual).calibrated(*self.line)

    def _matters(self) -> dict[str, float]:
        scores, recalls, precisions = {}, [], {}
        for name, members in matters().items():
            model = self.without(members)
            chances = probability(model.log_odds(self.candidates))
            scores[name], precisions[name] = best_match(groups_of(self._clustered(model, chances)), members)
            recalls += [recall(self._ranked(chances, one), members, one) for one in members]
        return matter_figures(scores, precisions) | {
            "recall_at_10": mean(recalls),
            "sealed_recall_at_10": _sealed(self.bench),
        }

    def _topic(self) -> dict[str, float]:
        members = same_topic()
        model = self.without(members)
        matter_of = self._clustered(model, probability(model.log_odds(self.candidates)))
        return topic_figures(matter_of, members, self.bench.accounts)

    def _clustered(self, model: Weights, chances: np.ndarray) -> dict[str, str]:
        links = list(zip(*(rows.tolist() for rows in self.bench.pairs), chances.tolist(), strict=True))
        groups = grouping.formed(len(self.bench.accounts), links, _Judge(self.bench, model))
        return grouping.numbered(self.bench.accounts, groups)

    def _ranked(self, chances: np.ndarray, query: str) -> list[str]:
        row, (rows_a, rows_b) = self.bench.row[query], self.bench.pairs
        mine = np.flatnonzero((rows_a == row) | (rows_b == row))
        best = mine[np.argsort(-chances[mine], kind="stable")[:10]]
        return [self.bench.accounts[r].id for r in (rows_a[best] + rows_b[best] - row).tolist()]


@dataclass(frozen=True)
class _Judge:
    """Compares pairs within a gathering by the model of the fold, as Likenesses does by the shipped one."""

    bench: Workbench
    model: Weights

    def chances(self, rows_a: np.ndarray, rows_b: np.ndarray) -> np.ndarray:
        return probability(self.model.log_odds(measures(self.bench.laid, rows_a, rows_b)))


def _sealed(bench: Workbench) -> float:
    """Recall@10 of the blind index's ranking, on plain terms as it would see their hashes."""
    held: dict[tuple[TermKind, str], list[str]] = {}
    of = {one.id: terms(one) for one in bench.accounts}
    for name, found in of.items():
        for term in found:
            held.setdefault(term, []).append(name)
    recalls, size = [], len(bench.accounts)
    for members in matters().values():
        for query in members:
            hits = [
                Hit(other, kind, len(held[kind, word]))
                for kind, word in of[query]
                for other in held[kind, word]
                if other != query
            ]
            ranked = rank_by_shared_terms(
                hits, reports=size, lengths={name: len(found) for name, found in of.items()}
            )
            recalls.append(recall([name for name, _ in ranked], members, query))
    return mean(recalls)


def main() -> None:
    """Two columns, one line a figure."""
    figures = measure()
    for name, value in figures["yixian"].items():
        other = figures["char_tfidf"].get(name)
        print(f"{name:24s} {value:8.4f}   {'' if other is None else f'{other:8.4f}'}")


if __name__ == "__main__":
    main()
