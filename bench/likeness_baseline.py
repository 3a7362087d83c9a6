"""What ours is held against: the cosine of character TF-IDF, given the best threshold with hindsight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.likeness_figures import (
    best_match,
    groups_of,
    matter_figures,
    mean,
    pair_figures,
    recall,
    topic_figures,
)
from training.likeness.gold import Gold
from training.likeness.sources import matters, same_topic
from training.likeness.workbench import Workbench


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
        return pair_figures(self.found, cosines) | self._matters()

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
                    recall([ids[r] for r in np.argsort(-cosines, kind="stable")[:10]], members, one)
                )
        return best | {"recall_at_10": mean(recalls)}

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
        matched = {name: best_match(groups_of(matter_of), members) for name, members in matters().items()}
        figures = matter_figures(
            {n: f for n, (f, _) in matched.items()}, {n: p for n, (_, p) in matched.items()}
        )
        return (
            figures
            | topic_figures(matter_of, same_topic(), self.bench.accounts)
            | {"threshold": float(threshold)}
        )
