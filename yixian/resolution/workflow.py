"""The life of a clue, as a table: four disposals, two people for each decision, and one way out."""

from yixian.regulations import accusation_rules, discipline_enforcement
from yixian.resolution.enums import ClueState as S
from yixian.trail.steps import Step, Table

CLUE = Table(
    thing="问题线索",
    states=S,
    final=frozenset({S.CLOSED}),
    steps=(
        Step("resolution.open_clue", "登记线索", frozenset(), S.RECEIVED, discipline_enforcement.CLUE_LEDGER),
        Step(
            "resolution.propose_disposal",
            "提出处置意见",
            frozenset({S.RECEIVED, S.HELD}),
            S.PROPOSED,
            discipline_enforcement.DISPOSAL_PROPOSAL,
        ),
        Step(
            "resolution.return_disposal",
            "退回处置意见",
            frozenset({S.PROPOSED}),
            S.RECEIVED,
            accusation_rules.DISPOSAL,
        ),
        Step(
            "resolution.decide_on_inquiry",
            "批准谈话函询",
            frozenset({S.PROPOSED}),
            S.INQUIRY,
            discipline_enforcement.INQUIRY,
        ),
        Step(
            "resolution.decide_on_verification",
            "批准初步核实",
            frozenset({S.PROPOSED}),
            S.VERIFYING,
            discipline_enforcement.VERIFICATION,
        ),
        Step(
            "resolution.decide_to_hold",
            "批准暂存待查",
            frozenset({S.PROPOSED}),
            S.HELD,
            accusation_rules.DISPOSAL,
        ),
        Step(
            "resolution.decide_to_close",
            "批准予以了结",
            frozenset({S.PROPOSED}),
            S.CONCLUDING,
            accusation_rules.DISPOSAL,
        ),
        Step(
            "resolution.turn_to_verification",
            "转为初步核实",
            frozenset({S.INQUIRY}),
            S.VERIFYING,
            discipline_enforcement.INQUIRY,
        ),
        Step(
            "resolution.submit_report",
            "提交核查报告",
            frozenset({S.INQUIRY, S.VERIFYING}),
            S.REPORTED,
            discipline_enforcement.VERIFICATION,
        ),
        Step(
            "resolution.return_report",
            "退回核查报告",
            frozenset({S.REPORTED}),
            S.VERIFYING,
            discipline_enforcement.VERIFICATION,
        ),
        Step(
            "resolution.approve_report",
            "批准核查报告",
            frozenset({S.REPORTED}),
            S.CONCLUDING,
            discipline_enforcement.VERIFICATION,
        ),
        Step(
            "resolution.close_clue",
            "了结线索",
            frozenset({S.CONCLUDING}),
            S.CLOSED,
            discipline_enforcement.CLUE_LEDGER,
        ),
    ),
)

TABLES = (CLUE,)
