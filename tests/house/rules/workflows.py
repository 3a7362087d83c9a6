"""Every workflow table is total: each state is reached, and only final states stop."""

from collections.abc import Iterable
from typing import Protocol


class Step(Protocol):
    """One edge of a workflow table."""

    key: str
    sources: Iterable[object]
    target: object
    article: str
    permit: str


def gaps(
    *, states: Iterable[object], steps: Iterable[Step], initial: Iterable[object], final: Iterable[object]
) -> list[str]:
    """States not reached, stops that are not final, final states that go on, steps without a reason."""
    steps, final = list(steps), set(final)
    reached = set(initial) | {step.target for step in steps}
    left = {source for step in steps for source in step.sources}
    return (
        [f"{state!r} is never reached" for state in states if state not in reached]
        + [
            f"{state!r} stops but is not final"
            for state in states
            if state not in left and state not in final
        ]
        + [f"{state!r} is final but goes on" for state in states if state in left and state in final]
        + [f"step {step.key} cites no article" for step in steps if not step.article]
        + [f"step {step.key} names no permit" for step in steps if not step.permit]
    )
