"""检控规则 48 (C): who must stay away from a report, as a table of tiny predicates over declared facts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from yixian.regulations.accusation_rules import RECUSAL
from yixian.regulations.articles import Ruling
from yixian.regulations.words import Word


class RecusalGround(Word):
    """The grounds, as a member of staff declares them or a reporter names them; stored with each recusal."""

    REPORTED = "reported", "本人是被举报人"
    RELATIVE = "relative", "是被举报人的近亲属"
    REPORTER_KIN = "reporter_kin", "是举报人的近亲属"
    INTEREST = "interest", "本人或者近亲属与办理事项有利害关系"
    REPORTED_UNIT = "reported_unit", "是被反映单位的工作人员"
    OTHER = "other", "有其他可能影响公正办理的情形"


@dataclass(frozen=True, slots=True)
class RecusalFacts:
    """What is known of one member of staff and one report."""

    is_reported: bool = False
    is_relative_of_reported: bool = False
    is_relative_of_reporter: bool = False
    has_interest: bool = False
    relative_has_interest: bool = False
    is_of_reported_unit: bool = False
    declared_doubt: bool = False


GROUNDS: Mapping[RecusalGround, Callable[[RecusalFacts], bool]] = {
    RecusalGround.REPORTED: lambda facts: facts.is_reported,
    RecusalGround.RELATIVE: lambda facts: facts.is_relative_of_reported,
    RecusalGround.REPORTER_KIN: lambda facts: facts.is_relative_of_reporter,
    RecusalGround.INTEREST: lambda facts: facts.has_interest or facts.relative_has_interest,
    RecusalGround.REPORTED_UNIT: lambda facts: facts.is_of_reported_unit,
    RecusalGround.OTHER: lambda facts: facts.declared_doubt,
}


def grounds_for_recusal(facts: RecusalFacts) -> tuple[RecusalGround, ...]:
    """Every ground that the facts give, in the article's order; empty when none."""
    return tuple(ground for ground, holds in GROUNDS.items() if holds(facts))


def may_take_part(facts: RecusalFacts) -> Ruling:
    """检控规则第四十八条 (C): enforced whatever its grade, for a breach cannot be made good."""
    grounds = grounds_for_recusal(facts)
    if not grounds:
        return Ruling(True, "没有应当回避的情形", RECUSAL)
    why = "；".join(ground.label for ground in grounds)
    return Ruling(False, f"{why}，应当回避，不得参与办理", RECUSAL, protects_reporter=True)
