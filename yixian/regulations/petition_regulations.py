"""信访条例: 《信访工作条例》 (in force 2022-05-01), in article order; grade A throughout: official text read.

It governs what is outside the commission's scope, and gives the commission the accusations that arrive by
petition.
"""

from yixian.regulations.articles import Article, Grade, Instrument, Ruling
from yixian.regulations.limits import Extension, Term, Unit


def article(first: int, last: int = 0) -> Article:
    """An article of this instrument, for the other modules that cite it."""
    return Article(Instrument.PETITION_REGULATIONS, first, Grade.OFFICIAL, last)


PRINCIPLES = article(5)
LEADERS = article(17, 18)
"""Leaders read letters, receive visits, go down to hear people, and take charge of cases."""
REPRESENTATIVES = article(20)
TRANSFER = article(22)
ACCEPTANCE = article(23)
STAFF_RECUSAL = article(28)
SUGGESTIONS = article(29)
ACCUSATIONS = article(30)
APPEALS = article(31)
HANDLING_OPINION = article(32)
MEDIATION = article(33)
HANDLING_LIMIT = article(34)
REVIEW = article(35)
SECOND_REVIEW = article(36)
RETALIATION = article(42, 47)

MOST_REPRESENTATIVES = 5

# 第二十二条
TRANSFER_TERM = Term(
    key="petition_transfer",
    name="信访事项转送、交办",
    length=15,
    unit=Unit.CALENDAR_DAY,
    counted_from="收到之日",
    source=TRANSFER,
)

# 第二十三条
ACCEPTANCE_TERM = Term(
    key="petition_acceptance",
    name="信访事项是否受理书面告知",
    length=15,
    unit=Unit.CALENDAR_DAY,
    counted_from="收到之日",
    source=ACCEPTANCE,
)
OBJECTION_TERM = Term(
    key="misdirected_transfer_objection",
    name="对转送、交办提出异议",
    length=5,
    unit=Unit.WORKING_DAY,
    counted_from="收到转送、交办之日",
    source=ACCEPTANCE,
)

# 第三十四条
HANDLING_TERM = Term(
    key="petition_handling",
    name="信访事项办结",
    length=60,
    unit=Unit.CALENDAR_DAY,
    counted_from="受理之日",
    source=HANDLING_LIMIT,
    extension=Extension(30, Unit.CALENDAR_DAY, "本机关、单位负责人", "并告知信访人延期理由"),
)

# 第三十五条
REVIEW_REQUEST_TERM = Term(
    key="petition_review_request",
    name="信访人请求复查",
    length=30,
    unit=Unit.CALENDAR_DAY,
    counted_from="收到书面答复之日",
    source=REVIEW,
)
REVIEW_DECISION_TERM = Term(
    key="petition_review_decision",
    name="复查意见作出",
    length=30,
    unit=Unit.CALENDAR_DAY,
    counted_from="收到复查请求之日",
    source=REVIEW,
)

# 第三十六条
SECOND_REVIEW_REQUEST_TERM = Term(
    key="petition_second_review_request",
    name="信访人请求复核",
    length=30,
    unit=Unit.CALENDAR_DAY,
    counted_from="收到复查意见之日",
    source=SECOND_REVIEW,
)
SECOND_REVIEW_DECISION_TERM = Term(
    key="petition_second_review_decision",
    name="复核意见作出（听证时间不计入）",
    length=30,
    unit=Unit.CALENDAR_DAY,
    counted_from="收到复核请求之日",
    source=SECOND_REVIEW,
)

TERMS_IN_ORDER = (
    TRANSFER_TERM,
    ACCEPTANCE_TERM,
    OBJECTION_TERM,
    HANDLING_TERM,
    REVIEW_REQUEST_TERM,
    REVIEW_DECISION_TERM,
    SECOND_REVIEW_REQUEST_TERM,
    SECOND_REVIEW_DECISION_TERM,
)


def may_receive_representatives(count: int) -> Ruling:
    """第二十条 (A): several people with one request choose at most five representatives."""
    says = f"多人采用走访形式提出共同的信访事项的，应当推选代表，代表人数不得超过{MOST_REPRESENTATIVES}人"
    return Ruling(count <= MOST_REPRESENTATIVES, says, REPRESENTATIVES)


def must_transfer_to_commission(*, is_accusation: bool) -> Ruling:
    """第二十二条 (A): 检举控告 goes to 纪检监察机关, all else to the organ that may decide."""
    if is_accusation:
        return Ruling(True, "涉及检举控告的，应当转送有管理权限的纪检监察机关", TRANSFER)
    return Ruling(False, "应当转送有权处理的机关、单位", TRANSFER)


def must_answer_in_writing(*, answered_on_the_spot: bool) -> Ruling:
    """第二十三条 (A): on the spot, or in writing within the term."""
    if answered_on_the_spot:
        return Ruling(False, "能够当场答复是否受理的，应当当场答复", ACCEPTANCE)
    return Ruling(True, "不能当场答复是否受理的，应当书面告知信访人", ACCEPTANCE)


def must_recuse_staff(*, direct_interest: bool) -> Ruling:
    """第二十八条 (A): staff with a direct interest in the matter or with the petitioner recuse."""
    if direct_interest:
        return Ruling(True, "与信访事项或者信访人有直接利害关系的，应当回避", STAFF_RECUSAL)
    return Ruling(False, "没有直接利害关系，不需要回避", STAFF_RECUSAL)


def must_state_in_opinion() -> tuple[str, ...]:
    """第三十二条 (A): what a 处理意见书 states."""
    return ("信访人投诉请求", "事实和理由", "处理意见", "法律法规依据", "不服处理意见的救济途径")


def may_accept_after_second_review(*, same_facts: bool) -> Ruling:
    """第三十六条 (A): after the second review the same facts and reasons are no longer accepted."""
    if same_facts:
        says = "对复核意见不服，仍然以同一事实和理由提出投诉请求的，不再受理"
        return Ruling(False, says, SECOND_REVIEW)
    return Ruling(True, "提出新的事实和理由的，可以受理", SECOND_REVIEW)


def may_retaliate_or_leak() -> Ruling:
    """第四十二条至第四十七条 (A): retaliation, and passing reports to the reported side, are punished."""
    says = "不得打击报复信访人，不得将检举控告材料、有关情况透露或者转给被检举控告的人员或者单位"
    return Ruling(False, says, RETALIATION, protects_reporter=True)
