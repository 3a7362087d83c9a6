"""检控规则: 《纪检监察机关处理检举控告工作规则》, in article order.

Each rule's docstring cites its article and the grade of our source; the ``Article`` beside it is what the
screen quotes. Numbers of days appear only in the terms.
"""

from yixian.regulations.articles import Article, Grade, Instrument, Ruling
from yixian.regulations.levels import CaseAuthority
from yixian.regulations.limits import Extension, Term, Unit

C, B, U = Grade.SECONDARY, Grade.COMMENTARY, Grade.UNVERIFIED


def article(first: int, grade: Grade, last: int = 0) -> Article:
    """An article of this instrument, for the other modules that cite it."""
    return Article(Instrument.ACCUSATION_RULES, first, grade, last)


OBJECTS = article(4, C)
CHANNELS = article(7, C)
ACCEPTANCE_BY_LEVEL = article(11, U, 12)
NOT_ACCEPTED = article(13, C)
REGISTRATION = article(14, C)
SUPERIORS_REPORT = article(15, C)
SUBORDINATES_REPORT = article(16, C)
DISPOSAL = article(17, C)
ASSIGNMENT_ARTICLES = article(20, B, 23)
REAL_NAME = article(24, C, 25)
ACCEPTANCE_NOTICE_ARTICLE = article(26, B)
RESULT_FEEDBACK_ARTICLE = article(27, B)
ANONYMOUS = article(29, C, 30)
ANALYSIS = article(31, C, 34)
FALSE_ACCUSATION = article(39, C)
AGGRAVATING = article(41, C)
MISTAKEN_REPORT = article(45, B)
SECRECY = article(47, C)
RECUSAL = article(48, C)
CLARIFICATION = article(50, C)
MISCONDUCT = article(52, C)

# 第七条
NATIONAL_HOTLINE = "12388"
"""纪检监察机关统一举报电话: reached everywhere, shown where an office has entered no number of its own."""

# 第十五条
SUPERIORS_REPORT_TERM = Term(
    key="superior_report_upward",
    name="属上级受理的检举控告报送",
    length=5,
    unit=Unit.WORKING_DAY,
    counted_from="收到之日",
    source=SUPERIORS_REPORT,
    configurable=True,
)

# 第十六条
SUBORDINATES_REPORT_TERM = Term(
    key="forwarded_report_acceptance",
    name="下级机关收到转送后登记、受理或者转送",
    length=5,
    unit=Unit.WORKING_DAY,
    counted_from="收到转送之日",
    source=SUBORDINATES_REPORT,
    configurable=True,
)

# 第二十条至第二十三条
ASSIGNMENT_TERM = Term(
    key="assignment_report",
    name="交办检举控告报告办理结果",
    length=3,
    unit=Unit.MONTH,
    counted_from="交办之日",
    source=ASSIGNMENT_ARTICLES,
    extension=Extension(3, Unit.MONTH, "本机关主要负责人", "并向上级报告；确需再延长的，由上级机关批准"),
)

# 第二十六条
ACCEPTANCE_NOTICE_TERM = Term(
    key="acceptance_notice",
    name="实名检举控告受理告知",
    length=15,
    unit=Unit.WORKING_DAY,
    counted_from="收到之日",
    source=ACCEPTANCE_NOTICE_ARTICLE,
)

# 第二十七条
RESULT_FEEDBACK_TERM = Term(
    key="result_feedback",
    name="实名检举控告处理结果反馈",
    length=15,
    unit=Unit.WORKING_DAY,
    counted_from="办结之日",
    source=RESULT_FEEDBACK_ARTICLE,
)

TERMS_IN_ORDER = (
    SUPERIORS_REPORT_TERM,
    SUBORDINATES_REPORT_TERM,
    ASSIGNMENT_TERM,
    ACCEPTANCE_NOTICE_TERM,
    RESULT_FEEDBACK_TERM,
)


def may_accept_for_litigation_or_arbitration() -> Ruling:
    """第十三条 (C): what litigation, arbitration, ruling or review settles is not accepted here."""
    return Ruling(False, "依法应当通过诉讼、仲裁、行政裁决、行政复议等途径解决的，不予受理", NOT_ACCEPTED)


def may_accept_other_organs_matter() -> Ruling:
    """第十三条 (C): other organs' duties."""
    return Ruling(False, "依照有关规定属于其他机关或者单位职责范围的，不予受理", NOT_ACCEPTED)


def may_accept_without_substance() -> Ruling:
    """第十三条 (C): only a list of breaches or crimes, and no concrete content."""
    return Ruling(False, "仅列举出违纪或者职务违法、职务犯罪行为名称但无实质内容的，不予受理", NOT_ACCEPTED)


def must_register(*, repeat: bool) -> Ruling:
    """第十四条 (C): one by one in the ledger; a repeat too, and it is kept for reference."""
    says = (
        "重复检举控告应当登记，留存备查，并定期通报有关部门" if repeat else "检举控告应当逐件登记、建立台账"
    )
    return Ruling(True, says, REGISTRATION)


def may_count_as_repeat(*, new_allegation: bool) -> Ruling:
    """第十四条 (C): a new allegation inside a repeat is not a repeat."""
    if new_allegation:
        return Ruling(False, "反映了新的问题的，不作为重复检举控告处理", REGISTRATION)
    return Ruling(True, "同一检举控告人就同一问题再次检举控告的，作为重复检举控告处理", REGISTRATION)


def may_enter_superiors_report() -> Ruling:
    """第十五条 (C): not copied, not excerpted, not entered in the system; enforced as a protection."""
    says = "属于上级纪检监察机关受理或者反映本机关主要负责人的检举控告，不得复制、摘抄、录入系统，只登记信封"
    return Ruling(False, says, SUPERIORS_REPORT, protects_reporter=True)


def must_go_past_own_chief(*, about_own_chief: bool) -> Ruling:
    """第十五条 (C): a report about the own chief goes straight to the level above."""
    if about_own_chief:
        says = "反映本机关主要负责人的，应当径送上一级纪检监察机关，不经本机关主要负责人"
        return Ruling(True, says, SUPERIORS_REPORT)
    return Ruling(False, "应当送本机关主要负责人后报送上级纪检监察机关", SUPERIORS_REPORT)


def may_close_own_disposal_alone() -> Ruling:
    """第十七条 (C): disposal needs group study and approval."""
    return Ruling(False, "处置意见应当集体研究并报批，不得个人决定", DISPOSAL)


def must_answer_assignment_collectively() -> Ruling:
    """第二十条至第二十三条 (B): an assignment's answer: collective review, the chief's approval."""
    return Ruling(True, "交办结果报告应当经集体审核并由主要负责人审批", ASSIGNMENT_ARTICLES)


def is_real_name(*, name_or_unit_given: bool, contact_given: bool, verified: bool) -> Ruling:
    """第二十四条至第二十五条 (C), 第三十条 (C): a true name or unit with a contact, verified."""
    if name_or_unit_given and contact_given and verified:
        return Ruling(True, "使用真实姓名或者本单位名称并有可查证的联系方式，属于实名检举控告", REAL_NAME)
    if name_or_unit_given:
        return Ruling(False, "署名经核实无法确认的，视为匿名检举控告", ANONYMOUS)
    return Ruling(False, "未使用真实姓名或者本单位名称，属于匿名检举控告", ANONYMOUS)


def must_notify_acceptance(*, real_name: bool, accepted_here: bool, repeat: bool) -> Ruling:
    """第二十六条 (B): a real-name reporter, accepted here; a repeat is not notified again."""
    if not real_name:
        return Ruling(False, "匿名检举控告不作受理告知", ACCEPTANCE_NOTICE_ARTICLE)
    if not accepted_here:
        return Ruling(False, "不属于本机关受理的，不作受理告知", ACCEPTANCE_NOTICE_ARTICLE)
    if repeat:
        return Ruling(False, "重复检举控告不再告知受理情况", ACCEPTANCE_NOTICE_ARTICLE)
    return Ruling(True, "实名检举控告由本机关受理的，应当告知受理情况", ACCEPTANCE_NOTICE_ARTICLE)


def must_feed_back_result(*, real_name: bool, closed: bool) -> Ruling:
    """第二十七条 (B): the handling department tells a real-name reporter the result and records it."""
    if real_name and closed:
        says = "承办部门应当向实名检举控告人反馈处理结果，记录反馈情况；有异议的应当说明，有新证据的应当核实"
        return Ruling(True, says, RESULT_FEEDBACK_ARTICLE)
    says = "尚未办结，暂不反馈" if real_name else "匿名检举控告不作反馈"
    return Ruling(False, says, RESULT_FEEDBACK_ARTICLE)


def must_handle_anonymous(*, within_scope: bool) -> Ruling:
    """第二十九条 (C): an anonymous report within scope is handled as any other."""
    if within_scope:
        return Ruling(True, "匿名检举控告属于受理范围的，应当按程序受理", ANONYMOUS)
    return Ruling(False, "匿名检举控告不属于受理范围", ANONYMOUS)


def may_trace_anonymous_reporter() -> Ruling:
    """第三十条 (C): handwriting and IP address must not be checked. Enforced: there is no local unlock."""
    says = "对匿名检举控告，不得擅自核查检举控告人的笔迹、网际协议（IP）地址等信息"
    return Ruling(False, says, ANONYMOUS, protects_reporter=True)


def may_decide_false_accusation(*, decided_by: CaseAuthority) -> Ruling:
    """第三十九条 (C): 诬告陷害 is determined only with approval of 设区的市级 or above. Enforced."""
    says = "认定诬告陷害，应当经设区的市级以上党委或者纪检监察机关批准"
    if decided_by.is_prefecture_or_above:
        return Ruling(True, says, FALSE_ACCUSATION)
    return Ruling(False, f"{says}；本级只能提出建议", FALSE_ACCUSATION, protects_reporter=True)


def may_punish_mistaken_report() -> Ruling:
    """第四十五条 (B): 错告 is distinguished from 诬告; it may be explained, never punished."""
    return Ruling(
        False, "属于错告的，可以说明情况，不得给予处分或者处理", MISTAKEN_REPORT, protects_reporter=True
    )


def may_pass_to_reported_side() -> Ruling:
    """第四十七条 (C): name, unit, address and content never go to the reported side. Enforced."""
    says = "不得将检举控告材料或者检举控告人情况转给、透露给被检举控告的组织或者人员"
    return Ruling(False, says, SECRECY, protects_reporter=True)


def may_publish_reporter(*, written_consent: bool) -> Ruling:
    """第四十七条 (C): publicity only with the reporter's written consent. Enforced."""
    if written_consent:
        return Ruling(True, "经检举控告人书面同意，可以公开其姓名、单位", SECRECY)
    says = "宣传报道、奖励检举控告人，未经本人书面同意，不得公开其姓名、单位等信息"
    return Ruling(False, says, SECRECY, protects_reporter=True)


def may_clarify(
    *, chief_approved: bool, found_untrue: bool, consents: bool = True, still_open: bool = False
) -> Ruling:
    """第五十条 (C): with the chief's approval, limited to the result; never while anything is still open, since a name
    that was cleared in public cannot be taken back.
    """
    if not found_untrue or still_open:
        says = "经核查属实、尚未查清或者还有问题没有了结的，不予澄清"
        return Ruling(False, says, CLARIFICATION)
    if not consents:
        return Ruling(False, "澄清正名应当征得本人同意", CLARIFICATION)
    if not chief_approved:
        return Ruling(False, "澄清正名应当经主要负责人批准", CLARIFICATION)
    says = "可以采取书面、当面、向所在单位通报或者在一定范围内通报等方式澄清，限于核查结论"
    return Ruling(True, says, CLARIFICATION)
