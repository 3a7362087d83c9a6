"""The pool laid out once for training and measuring: traces, candidates and all their measures."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.likeness.gold import Gold
from training.likeness.model import Array
from yixian.language.likeness import Account, Trace, shipped, trace
from yixian.language.likeness.blocking import Pairs, candidate_rows
from yixian.language.likeness.evidence import Tables, measures, tables


@dataclass(frozen=True, slots=True)
class Workbench:
    """Rows follow the order of the accounts."""

    accounts: Sequence[Account]
    traces: Sequence[Trace]
    row: dict[str, int]
    pairs: Pairs
    laid: Tables

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> "Workbench":
        traces = [trace(account) for account in accounts]
        background = shipped().joined_by(traces)
        row = {account.id: place for place, account in enumerate(accounts)}
        return cls(accounts, traces, row, candidate_rows(traces, background), tables(traces, background))

    def candidates(self) -> list[tuple[str, str]]:
        rows = zip(self.pairs[0].tolist(), self.pairs[1].tolist(), strict=True)
        return [(self.accounts[a].id, self.accounts[b].id) for a, b in rows]

    def measured(self, found: Sequence[Gold]) -> Array:
        """The measures of labelled pairs."""
        rows_a = np.array([self.row[one.id_a] for one in found], dtype=np.int64)
        rows_b = np.array([self.row[one.id_b] for one in found], dtype=np.int64)
        return measures(self.laid, rows_a, rows_b).astype(np.float64)

    def usual(self) -> Array:
        """The mean of each measure over the candidates."""
        return np.asarray(np.round(self.measured_candidates().mean(axis=0), 4))

    def measured_candidates(self) -> Array:
        return measures(self.laid, *self.pairs).astype(np.float64)
