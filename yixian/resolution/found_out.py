"""What follows from a clue comes after its approved report."""

from yixian.resolution.enums import ClueState
from yixian.resolution.models import Clue
from yixian.trail.refusal import Refusal

AFTER_VERIFICATION = (ClueState.CONCLUDING, ClueState.CLOSED)


class NotFoundOutYet(Refusal):
    """What follows comes after the approved report."""

    key = "not_found_out_yet"


def require_found_out(clue: Clue, what: str) -> None:
    if clue.state not in AFTER_VERIFICATION:
        raise NotFoundOutYet(
            f"核查报告或者了结意见批准以后，才{what}；线索目前是“{clue.get_state_display()}”。"
        )
