"""The lives of a matter and of a transfer, as tables."""

from yixian.assessment import consultation_workflow
from yixian.assessment.crossing_workflow import CROSSING
from yixian.assessment.enums import MatterState, ScreeningState, StepState, SupervisionState, TransferReply
from yixian.regulations import accusation_rules, local_practice, petition_regulations
from yixian.trail.steps import Step, Table

MATTER = Table(
    thing="事项",
    states=MatterState,
    final=frozenset({MatterState.SENT_UP}),
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
            frozenset({MatterState.CLOSED, MatterState.ARCHIVED}),
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
        Step(
            "assessment.send_up_report",
            "随唯一的来件报送上级",
            frozenset({MatterState.OPEN}),
            MatterState.SENT_UP,
            accusation_rules.SUPERIORS_REPORT,
        ),
    ),
)

WAITS = frozenset({TransferReply.PENDING, TransferReply.UPHELD})
BETWEEN = (
    Step(
        "assessment.accept_transfer",
        "接收转来的件",
        WAITS,
        TransferReply.ACCEPTED,
        accusation_rules.SUBORDINATES_REPORT,
    ),
    Step(
        "assessment.object_to_transfer",
        "提出异议",
        frozenset({TransferReply.PENDING}),
        TransferReply.OBJECTED,
        petition_regulations.ACCEPTANCE,
    ),
    Step(
        "assessment.consent_to_objection",
        "同意异议，收回",
        frozenset({TransferReply.OBJECTED}),
        TransferReply.REFUSED,
        petition_regulations.ACCEPTANCE,
    ),
    Step(
        "assessment.insist_on_transfer",
        "维持转办",
        frozenset({TransferReply.OBJECTED}),
        TransferReply.UPHELD,
        petition_regulations.PRINCIPLES,
    ),
    Step(
        "assessment.report_result",
        "报告办理结果",
        frozenset({TransferReply.ACCEPTED}),
        TransferReply.REPORTED,
        accusation_rules.ASSIGNMENT_ARTICLES,
    ),
)
"""Between organs of one installation the receiver answers itself."""

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
        *BETWEEN,
    ),
)

ARRIVAL = Table(
    thing="加封文件转来的件",
    states=TransferReply,
    final=frozenset({TransferReply.REFUSED, TransferReply.REPORTED}),
    steps=(
        Step(
            "assessment.import_parcel",
            "导入加封文件",
            frozenset(),
            TransferReply.PENDING,
            accusation_rules.SUBORDINATES_REPORT,
        ),
        Step(
            "assessment.accept_arrival",
            "接收转来的件",
            WAITS,
            TransferReply.ACCEPTED,
            accusation_rules.SUBORDINATES_REPORT,
        ),
        Step(
            "assessment.object_to_arrival",
            "提出异议",
            frozenset({TransferReply.PENDING}),
            TransferReply.OBJECTED,
            petition_regulations.ACCEPTANCE,
        ),
        Step(
            "assessment.import_parcel",
            "导入对方收回的文件",
            frozenset({TransferReply.PENDING, TransferReply.OBJECTED}),
            TransferReply.REFUSED,
            petition_regulations.ACCEPTANCE,
        ),
        Step(
            "assessment.import_parcel",
            "导入对方维持的文件",
            frozenset({TransferReply.OBJECTED}),
            TransferReply.UPHELD,
            petition_regulations.PRINCIPLES,
        ),
        Step(
            "assessment.report_arrival_result",
            "报告办理结果",
            frozenset({TransferReply.ACCEPTED}),
            TransferReply.REPORTED,
            accusation_rules.ASSIGNMENT_ARTICLES,
        ),
    ),
)
"""The receiver's side, where the sender's stands in another installation."""

V = SupervisionState
ASSIGNMENT = accusation_rules.ASSIGNMENT_ARTICLES
BY_FILE = (
    Step("assessment.import_parcel", "导入对方的督办函", frozenset(), V.ISSUED, ASSIGNMENT),
    Step(
        "assessment.answer_arrival_supervision",
        "答复（加封文件）",
        frozenset({V.ISSUED, V.RETURNED}),
        V.ANSWERED,
        ASSIGNMENT,
    ),
    Step(
        "assessment.import_parcel",
        "导入对方的答复",
        frozenset({V.ISSUED, V.RETURNED}),
        V.ANSWERED,
        ASSIGNMENT,
    ),
    Step("assessment.import_parcel", "导入对方的退回", frozenset({V.ANSWERED}), V.RETURNED, ASSIGNMENT),
    Step("assessment.import_parcel", "导入对方的认可", frozenset({V.ANSWERED}), V.SETTLED, ASSIGNMENT),
)
"""Where the other side stands in another installation, either side's row lives by the same states."""

SUPERVISION = Table(
    thing="督办催办",
    states=V,
    final=frozenset({V.SETTLED}),
    steps=(
        Step("assessment.issue_supervision", "发出督办、催办", frozenset(), V.ISSUED, ASSIGNMENT),
        Step(
            "assessment.answer_supervision",
            "答复",
            frozenset({V.ISSUED, V.RETURNED}),
            V.ANSWERED,
            ASSIGNMENT,
        ),
        Step("assessment.return_answer", "退回重报", frozenset({V.ANSWERED}), V.RETURNED, ASSIGNMENT),
        Step("assessment.settle_supervision", "认可答复", frozenset({V.ANSWERED}), V.SETTLED, ASSIGNMENT),
        *BY_FILE,
    ),
)

SCREENING = Table(
    thing="排查",
    states=ScreeningState,
    final=frozenset({ScreeningState.CLOSED}),
    steps=(
        Step(
            "assessment.open_screening",
            "召集排查",
            frozenset(),
            ScreeningState.OPEN,
            accusation_rules.ANALYSIS,
        ),
        Step(
            "assessment.close_screening",
            "结束排查",
            frozenset({ScreeningState.OPEN}),
            ScreeningState.CLOSED,
            accusation_rules.ANALYSIS,
        ),
    ),
)

PLAN_STEP = Table(
    thing="方案步骤",
    states=StepState,
    final=frozenset({StepState.DONE, StepState.CHANGED}),
    steps=(
        Step(
            "assessment.add_plan_step",
            "增加步骤",
            frozenset(),
            StepState.PLANNED,
            local_practice.HARD_MATTERS,
        ),
        Step(
            "assessment.finish_plan_step",
            "登记完成",
            frozenset({StepState.PLANNED}),
            StepState.DONE,
            local_practice.HARD_MATTERS,
        ),
        Step(
            "assessment.change_plan_step",
            "调整步骤",
            frozenset({StepState.PLANNED}),
            StepState.CHANGED,
            local_practice.HARD_MATTERS,
        ),
    ),
)

TABLES = (
    MATTER,
    TRANSFER,
    ARRIVAL,
    SUPERVISION,
    SCREENING,
    PLAN_STEP,
    CROSSING,
    *consultation_workflow.TABLES,
)
