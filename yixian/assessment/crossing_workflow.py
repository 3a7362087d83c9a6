"""The life of a 片区联动交叉办理, as a table."""

from yixian.assessment.enums import CrossingState
from yixian.regulations import local_practice
from yixian.trail.steps import Step, Table

C = CrossingState
CROSS = local_practice.CROSS_HANDLING


def _crossing(act: str, label: str, sources: tuple[CrossingState, ...], to: CrossingState) -> Step:
    return Step(f"assessment.{act}", label, frozenset(sources), to, CROSS)


CROSSING = Table(
    thing="交叉办理",
    states=CrossingState,
    final=frozenset({C.REFUSED, C.ENDED}),
    steps=(
        _crossing("propose_crossing", "提请片区交叉办理", (), C.PROPOSED),
        _crossing("offer_crossing", "决定人选并商请对方", (C.PROPOSED,), C.OFFERED),
        _crossing("accept_crossing", "接受交叉办理", (C.OFFERED,), C.ACCEPTED),
        _crossing("refuse_crossing", "退回交叉办理", (C.OFFERED,), C.REFUSED),
        _crossing("hand_down_crossing", "送交主办人", (C.ACCEPTED,), C.UNDER_WAY),
        _crossing("return_crossing", "报交叉办理结果", (C.UNDER_WAY,), C.RETURNED),
        _crossing(
            "end_crossing",
            "结束交叉办理",
            (C.PROPOSED, C.OFFERED, C.ACCEPTED, C.UNDER_WAY, C.RETURNED),
            C.ENDED,
        ),
    ),
)
