"""Whether two reports are about one matter, however they are worded, with reasons a clerk can read.

`trace` reads a report once; `candidates` finds the pairs worth comparing; `compare` and `compare_many`
weigh the evidence; `likenesses` does all three for a ledger. On sealed reports, `terms` names what the
protection house hashes for its index, and `rank_by_shared_terms` orders what the index finds.
"""

from yixian.language.likeness.account import Account, Evidence, Likeness, Progress, Reason
from yixian.language.likeness.background import Background, shipped
from yixian.language.likeness.blocking import candidates
from yixian.language.likeness.scorer import Likenesses, compare, compare_many, likenesses
from yixian.language.likeness.sealed import Hit, TermKind, rank_by_shared_terms, surprise, terms
from yixian.language.likeness.traces import Trace, trace

__all__ = [
    "Account",
    "Background",
    "Evidence",
    "Hit",
    "Likeness",
    "Likenesses",
    "Progress",
    "Reason",
    "TermKind",
    "Trace",
    "candidates",
    "compare",
    "compare_many",
    "likenesses",
    "rank_by_shared_terms",
    "shipped",
    "surprise",
    "terms",
    "trace",
]
