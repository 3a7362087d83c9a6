"""What was sent to another office is that one's to find out and to end."""

from typing import TYPE_CHECKING

from yixian.assessment.queries import is_elsewhere
from yixian.regulations.accusation_rules import ACCEPTANCE_BY_LEVEL
from yixian.resolution.models import Clue
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.assessment.models import Matter


class HandledElsewhere(Refusal):
    """Every report of the matter was sent on, and nothing of it was taken up here."""

    key = "handled_elsewhere"


def require_here(matter: "Matter") -> None:
    """To begin something new in the matter."""
    if is_elsewhere(matter):
        raise HandledElsewhere(
            f"事项{matter.number}的来件已经转出，由接收的机关办理（{ACCEPTANCE_BY_LEVEL.cite()}）；"
            "对方退回或者报来结果以后再办。"
        )


def require_own_part(matter: "Matter") -> None:
    """To end it: what this office took up as a clue before the report left, it ends itself."""
    if not Clue.objects.filter(matter=matter).exists():
        require_here(matter)
