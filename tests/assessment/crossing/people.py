"""Two areas of invented townships: 1 to 4 in area 1, 5 and 6 in area 2, three handlers in each."""

from typing import Any

from yixian.assessment.crossing import HandlerFacts, MatterFacts, Proposal, propose

AREA_OF = {1: 1, 2: 1, 3: 1, 4: 1, 5: 2, 6: 2}


def handler(township: int, place: int = 1, **facts: Any) -> HandlerFacts:
    """Number 21 is the first of township 2."""
    number = township * 10 + place
    given = {"id": number, "name": f"人{number}", "township": township, "township_name": f"{township}镇"}
    return HandlerFacts(**{**given, "area": AREA_OF[township], **facts})


def everyone(*, places: int = 3, **facts: Any) -> list[HandlerFacts]:
    return [handler(township, place, **facts) for township in AREA_OF for place in range(1, places + 1)]


def matter(name: str = "m1", **facts: Any) -> MatterFacts:
    """About somebody of township 1."""
    return MatterFacts(**{"id": name, "township": 1, "area": 1, **facts})


def proposal(asked: MatterFacts, people: list[HandlerFacts]) -> Proposal:
    (answer,) = propose([asked], people)
    assert isinstance(answer, Proposal)
    return answer
