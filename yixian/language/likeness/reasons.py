"""Why two reports are held to be one matter, in words a clerk can read.

The model weighs rare wording as a whole, since in Chinese nobody can say for sure where a name ends. For
the reader its weight is shared out over the names both reports were seen to share: places, units, people, and
what remains as wording.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from yixian.language.likeness.account import Evidence, Reason
from yixian.language.likeness.background import Background
from yixian.language.likeness.evidence import Tables
from yixian.language.likeness.grams import word_id
from yixian.language.likeness.traces import Trace
from yixian.language.likeness.weights import shipped_weights

Shared = Mapping[Evidence, tuple[tuple[str, float], ...]]
_TOLD = 0.15  # a reason lighter than this, in log-odds, is not worth a clerk's eye
_MOST = 5  # words shown with a reason
_RARE = 6.0  # surprise from which a shared word is told as wording, below as conduct
_TELLING = 3.0
_NAMING = (Evidence.PLACE, Evidence.UNIT, Evidence.PERSON)


def reasons(
    laid: Tables,
    background: Background,
    traces: tuple[Trace, Trace],
    rows: tuple[int, int],
    measured: NDArray[np.floating],
) -> tuple[Reason, ...]:
    """One reason a kind of evidence, heaviest first."""
    shared: dict[Evidence, tuple[tuple[str, float], ...]] = {
        kind: table.shared(*rows) for kind, table in laid.named.items()
    }
    _add_words(shared, traces, background)
    told = _shared_out(shipped_weights().by_kind(measured), shared)
    order = list(Evidence)
    heavy = [(kind, weight) for kind, weight in told.items() if abs(weight) >= _TOLD]
    heavy.sort(key=lambda one: (-abs(one[1]), order.index(one[0])))
    return tuple(Reason(kind, round(weight, 2), _words(shared, kind, weight)) for kind, weight in heavy)


def _add_words(
    shared: dict[Evidence, tuple[tuple[str, float], ...]], traces: tuple[Trace, Trace], background: Background
) -> None:
    """Shared words that are no part of a shared name: rare ones as wording, middling ones as conduct."""
    names = "|".join(name for kind in _NAMING for name, _ in shared[kind])
    both = sorted(word for word in {*traces[0].words} & {*traces[1].words} if word not in names)
    surprise = background.idf(np.array([word_id(word) for word in both], dtype=np.uint32)).tolist()
    ranked = sorted(zip(both, surprise, strict=True), key=lambda one: (-one[1], one[0]))
    shared[Evidence.WORDING] = tuple(one for one in ranked if one[1] >= _RARE)
    middling = tuple(one for one in ranked if _TELLING <= one[1] < _RARE)
    shared[Evidence.CONDUCT] = shared[Evidence.CONDUCT] + middling


def _shared_out(added: Mapping[Evidence, float], shared: Shared) -> dict[Evidence, float]:
    """What rare wording speaks for is credited to the kinds of name it consists of."""
    told = dict(added)
    for_it = max(told[Evidence.WORDING], 0.0)
    says = {kind: sum(weight for _, weight in shared[kind]) for kind in (*_NAMING, Evidence.WORDING)}
    total = sum(says.values())
    if for_it and total:
        told[Evidence.WORDING] -= for_it
        for kind, weight in says.items():
            told[kind] = told.get(kind, 0.0) + for_it * weight / total
    return told


def _words(shared: Shared, kind: Evidence, weight: float) -> tuple[str, ...]:
    """None beside a reason against: what speaks against is what they do not share."""
    return tuple(word for word, _ in shared.get(kind, ())[:_MOST]) if weight > 0 else ()
