"""How well likeness finds one matter, on real complaints, against character TF-IDF in the same run.

Every figure of ours is held out: pairs by grouped folds, each given matter by a model that never saw a
pair of it, and the same-topic questions by a model that never saw them. The baseline is given the best
threshold with hindsight. Run: python -m bench.likeness_quality
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import average_precision_score

from training.likeness.folds import calibrated, calibration, fitted, held_out
from training.likeness.gold import Gold, gold
from training.likeness.sources import matters, pool, same_topic
from training.likeness.workbench import Workbench
from yixian.language import matters as grouping
from yixian.language.likeness import Account, Hit, TermKind, rank_by_shared_terms, terms
from yixian.language.likeness.evidence import measures
from yixian.language.likeness.weights import Weights, probability

HARD = ("B", "C", "E")


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
        return _pair_figures(self.found, chances) | self._matters() | self._topic()

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
            scores[name], precisions[name] = best_match(_members(self._clustered(model, chances)), members)
            recalls += [_recall(self._ranked(chances, one), members, one) for one in members]
        return _matter_figures(scores, precisions) | {
            "recall_at_10": _mean(recalls),
            "sealed_recall_at_10": _sealed(self.bench),
        }

    def _topic(self) -> dict[str, float]:
        members = same_topic()
        model = self.without(members)
        matter_of = self._clustered(model, probability(model.log_odds(self.candidates)))
        return _topic_figures(matter_of, members, self.bench.accounts)

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


@dataclass
class Baseline:
    """Cosine of character 1-3-gram TF-IDF over subject and detail; matters are its connected components."""

    bench: Workbench
    found: Sequence[Gold]

    def figures(self) -> dict[str, float]:
        texts = [one.subject + "\n" + one.detail for one in self.bench.accounts]
        self.table = TfidfVectorizer(
            analyzer="char", ngram_range=(1, 3), sublinear_tf=True, min_df=2
        ).fit_transform(texts)
        row = self.bench.row
        a, b = self.table[[row[g.id_a] for g in self.found]], self.table[[row[g.id_b] for g in self.found]]
        cosines = np.asarray(a.multiply(b).sum(axis=1)).ravel()
        return _pair_figures(self.found, cosines) | self._matters()

    def _matters(self) -> dict[str, float]:
        near = self._near()
        tried = [self._at(near, threshold) for threshold in np.arange(0.15, 0.6, 0.025)]
        best = max(tried, key=lambda one: one["matter_f"])
        ids = [one.id for one in self.bench.accounts]
        recalls = []
        for members in matters().values():
            for one in members:
                row = self.table[self.bench.row[one]] @ self.table.T
                cosines = row.toarray().ravel()
                cosines[self.bench.row[one]] = -1
                recalls.append(
                    _recall([ids[r] for r in np.argsort(-cosines, kind="stable")[:10]], members, one)
                )
        return best | {"recall_at_10": _mean(recalls)}

    def _near(self) -> sparse.coo_matrix:
        """Cosines of at least 0.15 between any two messages."""
        parts = []
        for start in range(0, self.table.shape[0], 500):
            part = (self.table[start : start + 500] @ self.table.T).tocsr()
            part.data[part.data < 0.15] = 0
            part.eliminate_zeros()
            parts.append(part)
        return sparse.vstack(parts).tocoo()

    def _at(self, near: sparse.coo_matrix, threshold: float) -> dict[str, float]:
        kept = near.data >= threshold
        graph = sparse.coo_matrix((near.data[kept], (near.row[kept], near.col[kept])), shape=near.shape)
        _, labels = connected_components(graph, directed=False)
        matter_of = {one.id: str(label) for one, label in zip(self.bench.accounts, labels, strict=True)}
        matched = {name: best_match(_members(matter_of), members) for name, members in matters().items()}
        figures = _matter_figures(
            {n: f for n, (f, _) in matched.items()}, {n: p for n, (_, p) in matched.items()}
        )
        return (
            figures
            | _topic_figures(matter_of, same_topic(), self.bench.accounts)
            | {"threshold": float(threshold)}
        )


def best_match(groups: Mapping[str, set[str]], members: Sequence[str]) -> tuple[float, float]:
    """F of the group that fits the given matter best, and its precision."""
    wanted = set(members)
    touching = [group for group in groups.values() if group & wanted]
    scored = [(2 * len(g & wanted) / (len(g) + len(wanted)), len(g & wanted) / len(g)) for g in touching]
    return max(scored)


def _members(matter_of: Mapping[str, str]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for one, matter in matter_of.items():
        groups.setdefault(matter, set()).add(one)
    return groups


def _pair_figures(found: Sequence[Gold], chances: np.ndarray) -> dict[str, float]:
    labelled = np.array([one.source == "pairs" for one in found])
    same = np.array([one.same for one in found])[labelled]
    chance = chances[labelled]
    hard = np.array([one.stratum in HARD for one in found])[labelled]
    f1, at = _best_f1(same, chance)
    return {
        "pairs_ap": float(average_precision_score(same, chance)),
        "pairs_hard_ap": float(average_precision_score(same[hard], chance[hard])),
        "pairs_f1_at_half": _f1(same, chance >= 0.5),
        "pairs_best_f1": f1,
        "pairs_best_f1_at": at,
        "pairs_brier": float(np.mean((chance - same) ** 2)),
    }


def _f1(same: np.ndarray, told: np.ndarray) -> float:
    return 2 * int(same[told].sum()) / max(int(told.sum()) + int(same.sum()), 1)


def _best_f1(same: np.ndarray, chance: np.ndarray) -> tuple[float, float]:
    """With hindsight: the best line and the F1 at it."""
    return max((_f1(same, chance >= line), float(line)) for line in np.unique(chance))


def _matter_figures(scores: Mapping[str, float], precisions: Mapping[str, float]) -> dict[str, float]:
    each = {f"matter_f_{name}": score for name, score in scores.items()}
    return {
        "matter_f": _mean(list(scores.values())),
        "matter_precision": _mean(list(precisions.values())),
    } | each


def _topic_figures(
    matter_of: Mapping[str, str], members: Sequence[str], accounts: Sequence[Account]
) -> dict[str, float]:
    """Shares of wrongly joined pairs, and of messages that share a matter with another person's question."""
    sender = {one.id: one.sender for one in accounts}
    pairs = [(a, b) for a, b in combinations(members, 2) if sender[a] != sender[b]]
    joined = [(a, b) for a, b in pairs if matter_of[a] == matter_of[b]]
    touched = {one for pair in joined for one in pair}
    return {
        "topic_pairs_joined": len(joined) / len(pairs),
        "topic_messages_joined": len(touched) / len(members),
    }


def _recall(ranked: Sequence[str], members: Sequence[str], query: str) -> float:
    mates = set(members) - {query}
    return len(mates & set(ranked)) / min(len(mates), 10)


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
            recalls.append(_recall([name for name, _ in ranked], members, query))
    return _mean(recalls)


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values))


def main() -> None:
    """Two columns, one line a figure."""
    figures = measure()
    for name, value in figures["yixian"].items():
        other = figures["char_tfidf"].get(name)
        print(f"{name:24s} {value:8.4f}   {'' if other is None else f'{other:8.4f}'}")
    print(
        json.dumps({name: {k: round(v, 4) for k, v in found.items()} for name, found in figures.items()})[:0]
    )


if __name__ == "__main__":
    main()
