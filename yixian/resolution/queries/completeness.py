"""Whether the records bear out a completion: a tick beside an open clue is refused, with what stands against it."""

from typing import TYPE_CHECKING

from yixian.assessment.queries import current_links
from yixian.reception.workflow import SETTLED_STATES
from yixian.regulations.completions import Completion
from yixian.resolution.enums import ClueState, Decision
from yixian.resolution.models import Clue, Outcome

if TYPE_CHECKING:
    from yixian.assessment.models import Matter


def contradiction(matter: "Matter", completion: Completion) -> str:
    """What in the records stands against this completion, in one sentence; empty when nothing does."""
    against = {
        Completion.INVESTIGATED: clues_not_closed,
        Completion.HANDLED: outcomes_not_decided,
        Completion.FED_BACK: reports_not_answered,
    }
    return against[completion](matter) if completion in against else ""


def clues_not_closed(matter: "Matter") -> str:
    open_clues = Clue.objects.filter(matter=matter).exclude(
        state__in=(ClueState.CLOSED, ClueState.CONCLUDING)
    )
    codes = "、".join(open_clues.order_by("code").values_list("code", flat=True))
    return f"线索（{codes}）尚未查清，不能确认“{Completion.INVESTIGATED.label}”。" if codes else ""


def outcomes_not_decided(matter: "Matter") -> str:
    open_clues = Clue.objects.filter(matter=matter).exclude(state=ClueState.CLOSED)
    pending = Outcome.objects.filter(clue__matter=matter, decision=Decision.PENDING)
    if open_clues.exists() or pending.exists():
        return f"还有线索没有了结，或者处理结果尚未审批，不能确认“{Completion.HANDLED.label}”。"
    return ""


def reports_not_answered(matter: "Matter") -> str:
    """How many, and not which: whoever confirms may not know of each of them."""
    links = current_links().filter(matter=matter).exclude(report__state__in=SETTLED_STATES)
    waiting = links.count()
    return f"还有{waiting}件来件尚未答复，不能确认“{Completion.FED_BACK.label}”。" if waiting else ""
