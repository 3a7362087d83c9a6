"""执纪规则: 《中国共产党纪律检查机关监督执纪工作规则》 in article order: clues and outcomes."""

from yixian.regulations.articles import Article, Grade, Instrument, Ruling
from yixian.regulations.levels import CaseAuthority
from yixian.regulations.limits import Extension, Term, Unit

B, C, U = Grade.COMMENTARY, Grade.SECONDARY, Grade.UNVERIFIED


def article(first: int, grade: Grade, last: int = 0) -> Article:
    """An article of this instrument, for the other modules that cite it."""
    return Article(Instrument.DISCIPLINE_ENFORCEMENT, first, grade, last)


DISPOSAL_PROPOSAL = article(21, B)
CLUE_LEDGER = article(23, B)
INQUIRY = article(26, U, 30)
INQUIRY_REPORT = article(26, B, 30)
VERIFICATION = article(32, B, 35)
CASE_FILING = article(37, B)
INVESTIGATION = article(37, C)
TRIAL = article(55, B)
APPEALS = article(59, B)
COUNTY_REVIEW = article(0, B)
DISCIPLINE_ADVICE = article(0, U)
"""纪律检查建议: the power is certain, its article was not looked up in print."""

LEAST_TEAM = 2

# 第二十一条
DISPOSAL_PROPOSAL_TERM = Term(
    key="disposal_proposal",
    name="问题线索提出处置意见",
    length=1,
    unit=Unit.MONTH,
    counted_from="收到问题线索之日",
    source=DISPOSAL_PROPOSAL,
)

# 第二十六条至第三十条
INQUIRY_REPLY_TERM = Term(
    key="inquiry_reply",
    name="被函询人书面说明",
    length=15,
    unit=Unit.WORKING_DAY,
    counted_from="收到函询之日",
    source=INQUIRY,
    configurable=True,
)
INQUIRY_REPORT_TERM = Term(
    key="inquiry_report",
    name="谈话函询情况报告和处置意见",
    length=1,
    unit=Unit.MONTH,
    counted_from="谈话结束或者收到函询回复之日",
    source=INQUIRY_REPORT,
)

# 第三十七条起: 立案 and 审查
INVESTIGATION_TERM = Term(
    key="investigation",
    name="审查调查",
    length=90,
    unit=Unit.CALENDAR_DAY,
    counted_from="立案之日",
    source=INVESTIGATION,
    extension=Extension(90, Unit.CALENDAR_DAY, "上一级纪检监察机关", "延长一次"),
    configurable=True,
)

# 第五十五条
TRIAL_TERM = Term(
    key="trial",
    name="审理",
    length=1,
    unit=Unit.MONTH,
    counted_from="受理移送审理之日",
    source=TRIAL,
    extension=Extension(None, Unit.MONTH, "纪检监察机关负责人", "写明延长后的届满日"),
)

# 第五十九条
APPEAL_REVIEW_TERM = Term(
    key="appeal_review",
    name="申诉复议复查办结",
    length=3,
    unit=Unit.MONTH,
    counted_from="受理申诉之日",
    source=APPEALS,
)

TERMS_IN_ORDER = (
    DISPOSAL_PROPOSAL_TERM,
    INQUIRY_REPLY_TERM,
    INQUIRY_REPORT_TERM,
    INVESTIGATION_TERM,
    TRIAL_TERM,
    APPEAL_REVIEW_TERM,
)


def must_sign_each_step() -> Ruling:
    """第二十三条 (B): every step of the clue ledger is signed by who did it."""
    return Ruling(True, "问题线索台账应当逐件登记，处置各环节由经手人员签名", CLUE_LEDGER)


def may_verify_with(team_size: int) -> Ruling:
    """第三十二条至第三十五条 (B): a verification team has at least two members."""
    says = f"初步核实应当成立核查组，核查组不得少于{LEAST_TEAM}人"
    return Ruling(team_size >= LEAST_TEAM, says, VERIFICATION)


def may_start_verification(*, plan_approved: bool) -> Ruling:
    """第三十二条 (B): a plan, approved."""
    if plan_approved:
        return Ruling(True, "初步核实方案已经批准，可以开展核查", VERIFICATION)
    return Ruling(False, "初步核实应当制定工作方案，报批后方可开展", VERIFICATION)


def may_approve_own_proposal(*, proposer: str, approver: str) -> Ruling:
    """第三十二条 (B): who proposes does not approve; compared by any stable identifier."""
    if proposer == approver:
        return Ruling(False, "承办人员不得审批自己提出的意见", VERIFICATION)
    return Ruling(True, "提出人与审批人不是同一人", VERIFICATION)


def may_review_appeal(*, handled_original_case: bool) -> Ruling:
    """第五十九条 (B): who examined or tried the original case takes no part in the review of the appeal."""
    if handled_original_case:
        return Ruling(False, "原案审查、审理人员不得参与复议复查", APPEALS)
    return Ruling(True, "未参与原案审查、审理，可以参与复议复查", APPEALS)


def may_decide_sanction(*, level: CaseAuthority, light: bool, important: bool) -> Ruling:
    """乡镇纪委 may approve 警告 and 严重警告 in simple cases; important ones go to the county (B)."""
    if level is not CaseAuthority.TOWNSHIP:
        return Ruling(True, "县级以上纪检监察机关按照干部管理权限审批", COUNTY_REVIEW)
    if light and not important:
        return Ruling(True, "乡镇纪委可以批准给予警告、严重警告处分", COUNTY_REVIEW)
    return Ruling(False, "重要案件和严重警告以上处分，应当报县级纪检监察机关审批", COUNTY_REVIEW)


def must_have_county_review(*, level: CaseAuthority, leads_to_case: bool = True) -> Ruling:
    """乡案县审 (B): what leads to 立案 or 处分 is reviewed by the county before the township decides."""
    if level is CaseAuthority.TOWNSHIP and leads_to_case:
        says = "乡镇立案案件实行“乡案县审”，批准立案、作出处分决定前应当报县级纪委审核"
        return Ruling(True, says, COUNTY_REVIEW)
    return Ruling(False, "不属于乡镇立案案件", COUNTY_REVIEW)
