"""Every workflow table is total: each state is reached, and only final states stop."""

from collections.abc import Collection

from yixian.trail.steps import Table


def gaps(table: Table, *, permits: Collection[str]) -> list[str]:
    """States not reached, stops that are not final, final states that go on, steps without article or permit."""
    reached = {step.to_state for step in table.steps}
    left = {state for step in table.steps for state in step.from_states}
    return (
        [f"{state.value} is never reached" for state in table.states if state not in reached]
        + [f"{s.value} stops but is not final" for s in table.states if s not in left | table.final]
        + [f"{s.value} is final but goes on" for s in table.states if s in left & table.final]
        + [f"step {step.act} cites no article" for step in table.steps if not step.article.cite()]
        + [f"step {step.act} has no permit" for step in table.steps if step.act not in permits]
    )
