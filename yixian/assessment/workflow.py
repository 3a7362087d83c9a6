"""The lives of a matter and of a transfer, as tables."""

from yixian.assessment.enums import MatterState, TransferReply
from yixian.regulations import accusation_rules, local_practice, petition_regulations
from yixian.trail.steps import Step, Table

MATTER = Table(
    thing="事项",
    states=MatterState,
    final=frozenset({MatterState.ARCHIVED}),
    steps=(
        Step("assessment.open_matter", "立项", frozenset(), MatterState.OPEN, accusation_rules.REGISTRATION),
        Step(
            "assessment.close_matter",
            "办结",
            frozenset({MatterState.OPEN}),
            MatterState.CLOSED,
            local_practice.FIVE_COMPLETIONS,
        ),
        Step(
            "assessment.reopen_matter",
            "重新办理",
            frozenset({MatterState.CLOSED}),
            MatterState.OPEN,
            accusation_rules.RESULT_FEEDBACK_ARTICLE,
        ),
        Step(
            "assessment.put_away_matter",
            "归档",
            frozenset({MatterState.CLOSED}),
            MatterState.ARCHIVED,
            local_practice.FIVE_COMPLETIONS,
        ),
    ),
)

TRANSFER = Table(
    thing="转送件",
    states=TransferReply,
    final=frozenset({TransferReply.REFUSED, TransferReply.REPORTED}),
    steps=(
        Step(
            "assessment.transfer_out",
            "转出",
            frozenset(),
            TransferReply.PENDING,
            accusation_rules.SUBORDINATES_REPORT,
        ),
        Step(
            "assessment.record_acceptance",
            "登记对方接收",
            frozenset({TransferReply.PENDING}),
            TransferReply.ACCEPTED,
            accusation_rules.SUBORDINATES_REPORT,
        ),
        Step(
            "assessment.record_refusal",
            "登记对方退回",
            frozenset({TransferReply.PENDING}),
            TransferReply.REFUSED,
            petition_regulations.ACCEPTANCE,
        ),
        Step(
            "assessment.record_result",
            "登记交办结果",
            frozenset({TransferReply.ACCEPTED}),
            TransferReply.REPORTED,
            accusation_rules.ASSIGNMENT_ARTICLES,
        ),
    ),
)

TABLES = (MATTER, TRANSFER)
