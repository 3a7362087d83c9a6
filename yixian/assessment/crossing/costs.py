"""What is weighed, once nobody is barred: skills, continuity, the area, and how much each has done this year.

Everything is said in one unit. ``load`` makes the cost of a handler grow with the square of what they have
done, so that the next point of work goes to whoever has done least; the others say how many such points a
skill, an acquaintance with the matter or the own area is worth.
"""

from dataclasses import dataclass

from yixian.assessment.crossing.facts import HandlerFacts, MatterFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Chosen on the simulated year (``python -m bench crossing``), not on any office's cases."""

    load: float = 0.2
    skill_lead: float = 10.0
    skill_second: float = 6.0
    known: float = 14.0
    other_area: float = 14.0


WEIGHTS = Weights()


def missing_share(matter: MatterFacts, handler: HandlerFacts) -> float:
    """The share of the asked skills that the handler lacks; 0 when none is asked."""
    if not matter.skills:
        return 0.0
    return len(matter.skills - handler.skills) / len(matter.skills)


def fit_cost(matter: MatterFacts, handler: HandlerFacts, weights: Weights, *, leads: bool) -> float:
    """The cost of the two together, without the load."""
    skill = weights.skill_lead if leads else weights.skill_second
    known = weights.known if leads else weights.known / 2
    cost = skill * missing_share(matter, handler)
    cost -= known * (handler.id in matter.previous)
    return cost + weights.other_area / 2 * (handler.area != matter.area)


def load_cost(above: float, added: float, weights: Weights) -> float:
    """Of ``added`` points for someone who stands ``above`` the least loaded."""
    return weights.load * (above * added + added * added / 2)
