"""Before something is proposed: is there somebody else who could decide it?"""

from yixian.protection.officer import Officer
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of
from yixian.trail.refusal import Refusal


class NobodyElseDecides(Refusal):
    """Whoever proposes does not decide, and nobody else here may."""

    key = "nobody_else_decides"


def require_another_decider(by: Officer, organ_id: int) -> None:
    """A chief who is the only one leaves the proposal to the handler, instead of waiting for nobody."""
    if not staff_of(organ_id, Role.CHIEF).exclude(pk=by.staff_id).exists():
        raise NobodyElseDecides(
            "本机构没有其他可以审批的负责人：由您提出，就没有人能够审批。请由承办人提出，再由您审批。"
        )
