"""Whether the records bear out a completion: a tick beside an open clue is refused, with what stands against it."""

from typing import TYPE_CHECKING

from yixian.assessment.queries import current_links
from yixian.reception.workflow import SETTLED_STATES
from yixian.regulations.completions import Completion
from yixian.regulations.local_practice import EXPLANATION_TERM
from yixian.resolution.enums import ClarificationState, ClueState, CustodyState, Decision, ReviewState
from yixian.resolution.models import Clarification, Clue, CountyReview, Custody, Outcome, Talk

if TYPE_CHECKING:
    from yixian.assessment.models import Matter


def contradiction(matter: "Matter", completion: Completion) -> str:
    """What in the records stands against this completion, in one sentence; empty when nothing does."""
    against = {
        Completion.INVESTIGATED: clues_not_closed,
        Completion.HANDLED: outcomes_not_decided,
        Completion.FED_BACK: reports_not_answered,
        Completion.ARCHIVED: papers_not_whole,
        Completion.EDUCATED: nobody_told_yet,
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


def papers_not_whole(matter: "Matter") -> str:
    """What would lie in the file half done: a talk nobody signed, evidence on its way, a review without its answer.
    Places, pages and index are asked for when it is put away.
    """
    talks = Talk.objects.filter(verification__clue__matter=matter, signed_as="")
    talks = talks.exclude(pk__in=Talk.objects.filter(corrects__isnull=False).order_by().values("corrects"))
    moving = Custody.objects.filter(evidence__verification__clue__matter=matter, state=CustodyState.OFFERED)
    open_states = (ReviewState.ASKED, ReviewState.TAKEN, ReviewState.ON_PAPER)
    asked = CountyReview.objects.filter(report__clue__matter=matter, state__in=open_states)
    lacking = [
        f"{found.count()}{words}"
        for found, words in (
            (talks, "份谈话笔录没有签名"),
            (moving, "件证据移交后没有接收"),
            (asked, "次县审没有答复"),
        )
        if found.exists()
    ]
    return f"还有{'、'.join(lacking)}，不能确认“{Completion.ARCHIVED.label}”。" if lacking else ""


def nobody_told_yet(matter: "Matter") -> str:
    """Whoever objected has no explanation yet, or whoever was accused wrongly is not cleared."""
    key = EXPLANATION_TERM.key
    objected = current_links().filter(
        matter=matter, report__clocks__term_key=key, report__clocks__met_on__isnull=True
    )
    waiting = (ClarificationState.PROPOSED, ClarificationState.APPROVED)
    uncleared = Clarification.objects.filter(clue__matter=matter, state__in=waiting)
    lacking = [
        f"{found.count()}{words}"
        for found, words in ((objected, "件来件的不同意见没有说明"), (uncleared, "人还没有澄清"))
        if found.exists()
    ]
    return f"还有{'、'.join(lacking)}，不能确认“{Completion.EDUCATED.label}”。" if lacking else ""
