"""The life of a clue, as a table: four disposals, two people for each decision, and one way out; and the lives of
what a verification is made of.
"""

from yixian.regulations import accusation_rules, archiving, discipline_enforcement, petition_regulations
from yixian.resolution.enums import (
    AdviceState,
    ClarificationState,
    CustodyState,
    DestructionState,
    GapState,
    InquiryState,
    ListedState,
    PetitionReviewState,
    ReferralState,
    ReviewState,
    TaskState,
)
from yixian.resolution.enums import ClueState as S
from yixian.trail.steps import Step, Table

VERIFICATION = discipline_enforcement.VERIFICATION

CLUE = Table(
    thing="问题线索",
    states=S,
    final=frozenset({S.CLOSED}),
    steps=(
        Step("resolution.open_clue", "登记线索", frozenset(), S.RECEIVED, discipline_enforcement.CLUE_LEDGER),
        Step(
            "resolution.renew_clue",
            "重新核实线索",
            frozenset(),
            S.RECEIVED,
            accusation_rules.RESULT_FEEDBACK_ARTICLE,
        ),
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

OPEN_TASK = frozenset({TaskState.OPEN})
TASK = Table(
    thing="核查任务",
    states=TaskState,
    final=frozenset({TaskState.ANSWERED, TaskState.TAKEN_BACK}),
    steps=(
        Step("resolution.give_task", "布置核查任务", frozenset(), TaskState.OPEN, VERIFICATION),
        Step("resolution.hand_over_task", "移交核查任务", OPEN_TASK, TaskState.OPEN, VERIFICATION),
        Step("resolution.answer_task", "答复核查任务", OPEN_TASK, TaskState.ANSWERED, VERIFICATION),
        Step("resolution.take_back_task", "收回核查任务", OPEN_TASK, TaskState.TAKEN_BACK, VERIFICATION),
    ),
)

OPEN_GAP = frozenset({GapState.OPEN})
GAP = Table(
    thing="证据缺口",
    states=GapState,
    final=frozenset({GapState.FILLED, GapState.DROPPED}),
    steps=(
        Step("resolution.note_gap", "登记证据缺口", frozenset(), GapState.OPEN, VERIFICATION),
        Step("resolution.fill_gap", "补上缺口", OPEN_GAP, GapState.FILLED, VERIFICATION),
        Step("resolution.drop_gap", "不再补", OPEN_GAP, GapState.DROPPED, VERIFICATION),
    ),
)

OFFERED = frozenset({CustodyState.OFFERED})
CUSTODY = Table(
    thing="证据保管",
    states=CustodyState,
    final=frozenset({CustodyState.PASSED, CustodyState.REFUSED}),
    steps=(
        Step("resolution.record_evidence", "登记证据", frozenset(), CustodyState.HELD, VERIFICATION),
        Step("resolution.hand_custody", "移交证据", frozenset(), CustodyState.OFFERED, VERIFICATION),
        Step("resolution.receive_custody", "接收证据", OFFERED, CustodyState.HELD, VERIFICATION),
        Step("resolution.refuse_custody", "不接收证据", OFFERED, CustodyState.REFUSED, VERIFICATION),
        Step(
            "resolution.pass_custody",
            "交出证据",
            frozenset({CustodyState.HELD}),
            CustodyState.PASSED,
            VERIFICATION,
        ),
    ),
)

R = ReviewState
COUNTY = discipline_enforcement.COUNTY_REVIEW
ANSWERS = (R.AGREED, R.MORE, R.DISAGREED)


def _review(act: str, label: str, sources: tuple[ReviewState, ...], *to: ReviewState) -> tuple[Step, ...]:
    return tuple(Step(f"resolution.{act}", label, frozenset(sources), each, COUNTY) for each in to)


REVIEW = Table(
    thing="县审",
    states=ReviewState,
    final=frozenset({*ANSWERS, R.WITHDRAWN}),
    steps=(
        *_review("ask_county_review", "报请县审", (), R.ASKED, R.ON_PAPER),
        *_review("take_county_review", "接审", (R.ASKED, R.TAKEN), R.TAKEN),
        *_review("answer_county_review", "答复县审", (R.TAKEN,), *ANSWERS),
        *_review("record_county_opinion", "登记县审意见", (R.ON_PAPER,), *ANSWERS),
        *_review("withdraw_county_review", "撤回县审", (R.ASKED, R.TAKEN, R.ON_PAPER), R.WITHDRAWN),
    ),
)

Q = InquiryState
INQUIRING = discipline_enforcement.INQUIRY
INQUIRY = Table(
    thing="函询",
    states=Q,
    final=frozenset({Q.REPLIED, Q.WITHDRAWN}),
    steps=(
        Step("resolution.issue_inquiry", "发函询通知书", frozenset(), Q.ISSUED, INQUIRING),
        Step("resolution.serve_inquiry", "登记函询送达", frozenset({Q.ISSUED}), Q.SERVED, INQUIRING),
        Step("resolution.withdraw_inquiry", "撤回函询通知书", frozenset({Q.ISSUED}), Q.WITHDRAWN, INQUIRING),
        Step("resolution.record_inquiry_reply", "登记函询回复", frozenset({Q.SERVED}), Q.REPLIED, INQUIRING),
    ),
)

A = AdviceState
ADVICE = Table(
    thing="建议书",
    states=AdviceState,
    final=frozenset({A.SETTLED, A.WANTING}),
    steps=(
        Step(
            "resolution.issue_recommendation",
            "发建议书",
            frozenset(),
            A.ISSUED,
            discipline_enforcement.DISCIPLINE_ADVICE,
        ),
        Step(
            "resolution.answer_recommendation",
            "登记建议书的回复",
            frozenset({A.ISSUED}),
            A.ANSWERED,
            discipline_enforcement.DISCIPLINE_ADVICE,
        ),
        Step(
            "resolution.check_recommendation",
            "核对整改到位",
            frozenset({A.ANSWERED}),
            A.SETTLED,
            discipline_enforcement.DISCIPLINE_ADVICE,
        ),
        Step(
            "resolution.check_recommendation",
            "核对整改不到位",
            frozenset({A.ANSWERED}),
            A.WANTING,
            discipline_enforcement.DISCIPLINE_ADVICE,
        ),
    ),
)

F = ReferralState
CASE_FILING = discipline_enforcement.CASE_FILING
REFERRAL = Table(
    thing="立案移交",
    states=ReferralState,
    final=frozenset({F.RECEIVED}),
    steps=(
        Step("resolution.hand_on_case", "移交立案", frozenset(), F.HANDED, CASE_FILING),
        Step("resolution.note_case_receipt", "登记回执", frozenset({F.HANDED}), F.RECEIVED, CASE_FILING),
    ),
)

C = ClarificationState
CLARIFYING = accusation_rules.CLARIFICATION
PROPOSED, APPROVED = frozenset({C.PROPOSED}), frozenset({C.APPROVED})
CLEARING = Table(
    thing="澄清",
    states=ClarificationState,
    final=frozenset({C.RETURNED, C.DONE}),
    steps=(
        Step("resolution.propose_clarification", "提出澄清", frozenset(), C.PROPOSED, CLARIFYING),
        Step("resolution.decide_clarification", "批准澄清", PROPOSED, C.APPROVED, CLARIFYING),
        Step("resolution.decide_clarification", "不批准澄清", PROPOSED, C.RETURNED, CLARIFYING),
        Step("resolution.carry_out_clarification", "登记已澄清", APPROVED, C.DONE, CLARIFYING),
    ),
)

P = PetitionReviewState
PETITION_REVIEW = Table(
    thing="复查复核",
    states=PetitionReviewState,
    final=frozenset({P.DECIDED}),
    steps=(
        Step(
            "resolution.ask_petition_review",
            "登记复查、复核请求",
            frozenset(),
            P.ASKED,
            petition_regulations.REVIEW,
        ),
        Step(
            "resolution.decide_petition_review",
            "登记复查、复核意见",
            frozenset({P.ASKED}),
            P.DECIDED,
            petition_regulations.REVIEW,
        ),
    ),
)

D, L = DestructionState, ListedState
UNDECIDED = (L.WAITING, L.AGREED, L.TO_KEEP)


def _disposing(act: str, label: str, sources: tuple[str, ...], to_state: str) -> Step:
    return Step(f"resolution.{act}", label, frozenset(sources), to_state, archiving.APPRAISAL)


DESTRUCTION = Table(
    thing="销毁清册",
    states=D,
    final=frozenset({D.DONE, D.ALL_KEPT, D.RETURNED}),
    steps=(
        _disposing("draw_up_destruction", "编制清册", (), D.REVIEWING),
        _disposing("appraise_files", "第一人鉴定", (D.REVIEWING,), D.REVIEWING),
        _disposing("appraise_files", "第二人鉴定", (D.REVIEWING,), D.REVIEWED),
        _disposing("approve_destruction", "批准销毁", (D.REVIEWED,), D.APPROVED),
        _disposing("approve_destruction", "批准全部继续保存", (D.REVIEWED,), D.ALL_KEPT),
        _disposing("return_destruction", "退回", (D.REVIEWING, D.REVIEWED, D.APPROVED), D.RETURNED),
        _disposing("attend_destruction", "监销人到场", (D.APPROVED,), D.APPROVED),
        _disposing("carry_out_destruction", "执行销毁", (D.APPROVED,), D.DONE),
    ),
)
LISTED = Table(
    thing="清册所列卷宗",
    states=L,
    final=frozenset({L.KEPT, L.LEFT_OUT, L.STAYED, L.RETURNED, L.DESTROYED}),
    steps=(
        _disposing("draw_up_destruction", "列入", (), L.WAITING),
        _disposing("draw_up_destruction", "写明理由不列入", (), L.LEFT_OUT),
        _disposing("draw_up_destruction", "还不能销毁", (), L.STAYED),
        _disposing("appraise_files", "两人都同意销毁", (L.WAITING,), L.AGREED),
        _disposing("appraise_files", "有人认为应当保存", (L.WAITING,), L.TO_KEEP),
        _disposing("approve_destruction", "继续保存，延长期限", (L.TO_KEEP,), L.KEPT),
        _disposing("return_destruction", "随清册退回", UNDECIDED, L.RETURNED),
        _disposing("carry_out_destruction", "销毁", (L.AGREED,), L.DESTROYED),
        _disposing("carry_out_destruction", "执行前已经不能销毁", (L.AGREED,), L.STAYED),
    ),
)

TABLES = (
    CLUE,
    INQUIRY,
    TASK,
    GAP,
    CUSTODY,
    REVIEW,
    ADVICE,
    REFERRAL,
    CLEARING,
    PETITION_REVIEW,
    DESTRUCTION,
    LISTED,
)
