"""片区联动交叉办理: who of another township may handle a matter whose own office is too near to it.

Pure: facts in, proposals with their reasons out. Nothing here knows Django, a database or a reporter, and the
same facts give the same proposals in whatever order they come (decision 0011).
"""

from yixian.assessment.crossing.bars import Bar, bar_of
from yixian.assessment.crossing.costs import WEIGHTS, Weights
from yixian.assessment.crossing.facts import (
    HARDEST,
    LEAD_POINTS,
    SECOND_POINTS,
    HandlerFacts,
    MatterFacts,
    lead_points,
    second_points,
)
from yixian.assessment.crossing.loads import Pair
from yixian.assessment.crossing.proposing import NoProposal, Proposal, propose

__all__ = [
    "HARDEST",
    "LEAD_POINTS",
    "SECOND_POINTS",
    "WEIGHTS",
    "Bar",
    "HandlerFacts",
    "MatterFacts",
    "NoProposal",
    "Pair",
    "Proposal",
    "Weights",
    "bar_of",
    "lead_points",
    "propose",
    "second_points",
]
