"""The words of a clue: how it is disposed of, how it ends, how true it was, what followed for whom.

Sources: 检控规则 17, 执纪规则 21–37 (B), 政务处分法 7–8, 纪律处分条例. Outcomes are recorded per person,
since one report on three people can end in three ways.
"""

from yixian.regulations.words import Word


class Disposal(Word):
    """检控规则第十七条 (C), 执纪规则第二十一条 (B): the four disposals of a clue."""

    TALK_OR_INQUIRY = "talk_or_inquiry", "谈话函询"
    PRELIMINARY_VERIFICATION = "preliminary_verification", "初步核实"
    HELD_PENDING = "held_pending", "暂存待查"
    CLOSED = "closed", "予以了结"


class ClosingWay(Word):
    """执纪规则 (B): 直接了结 had nothing to verify; 查否了结 was verified and found untrue. Never merged."""

    DIRECT = "direct", "直接了结"
    DISPROVED = "disproved", "查否了结"
    ACCEPTED_ACCOUNT = "accepted_account", "采信了结"
    DEALT_WITH = "dealt_with", "处理后了结"
    REFERRED = "referred", "移送后了结"


class InquiryOutcome(Word):
    """执纪规则第二十六条至第三十条: how a 谈话函询 ends."""

    ACCEPTED_ACCOUNT = "accepted_account", "采信了结"
    REMINDER_TALK = "reminder_talk", "谈话提醒"
    CRITICISM = "criticism", "批评教育"
    ORDERED_SELF_EXAMINATION = "ordered_self_examination", "责令检查"
    ADMONITION = "admonition", "诫勉谈话"
    REPEATED = "repeated", "再次谈话函询"
    VERIFICATION = "verification", "转初步核实"


class VerificationOutcome(Word):
    """执纪规则第三十二条至第三十五条 (B): how a 初步核实 ends."""

    FILE_CASE = "file_case", "拟立案"
    CLOSE = "close", "予以了结"
    REMINDER_TALK = "reminder_talk", "谈话提醒"
    HOLD = "hold", "暂存待查"
    REFER = "refer", "移送有关党组织"


def report_proposals() -> list[tuple[str, str]]:
    """What a report of verification or of an inquiry may propose, each once."""
    return list(dict([*VerificationOutcome.choices(), *InquiryOutcome.choices()]).items())


def files_case(proposal: str) -> bool:
    """Whether what is proposed is 立案."""
    return proposal == VerificationOutcome.FILE_CASE


class Truth(Word):
    """How far one allegation was found true."""

    TRUE = "true", "属实"
    MOSTLY_TRUE = "mostly_true", "基本属实"
    PARTLY_TRUE = "partly_true", "部分属实"
    UNTRUE = "untrue", "不实"
    UNDETERMINED = "undetermined", "无法认定"


class FourForms(Word):
    """监督执纪“四种形态”, recorded per person."""

    FIRST = "first", "第一种形态"
    SECOND = "second", "第二种形态"
    THIRD = "third", "第三种形态"
    FOURTH = "fourth", "第四种形态"

    @property
    def meaning(self) -> str:
        return FORM_MEANINGS[self]


FORM_MEANINGS = {
    FourForms.FIRST: "批评教育帮助和约谈函询，让“红红脸、出出汗”成为常态",
    FourForms.SECOND: "党纪轻处分、组织调整成为违纪处理的大多数",
    FourForms.THIRD: "党纪重处分、重大职务调整的成为少数",
    FourForms.FOURTH: "严重违纪涉嫌犯罪追究刑事责任的成为极少数",
}


class Advice(Word):
    """A recommendation to a unit: of the Party's commission, or of the state's (both articles U)."""

    PARTY = "party", "纪律检查建议"
    STATE = "state", "监察建议"


class Adoption(Word):
    """What a unit says to a recommendation."""

    TAKEN = "taken", "采纳"
    PARTLY = "partly", "部分采纳"
    NOT_TAKEN = "not_taken", "不采纳，说明理由"


class ClarificationAsked(Word):
    """检控规则第五十条 (C): at whose wish a name is cleared."""

    PERSON = "person", "本人提出"
    UNIT = "unit", "所在党组织或者单位提出"
    OFFICE = "office", "本机关主动提出，本人同意"


class ClarificationWay(Word):
    """检控规则第五十条 (C): how the name of somebody wrongly reported is cleared."""

    WRITTEN = "written", "书面澄清"
    FACE = "face", "当面澄清"
    MEETING = "meeting", "会议澄清"
    NOTICE = "notice", "通报澄清"

    @property
    def has_letter(self) -> bool:
        return self in (ClarificationWay.WRITTEN, ClarificationWay.NOTICE)


class PetitionRound(Word):
    """信访条例第三十五条、第三十六条 (A): what a petitioner may ask after the opinion, once each."""

    REVIEW = "review", "复查"
    SECOND_REVIEW = "second_review", "复核"


class PetitionRuling(Word):
    """What a 复查 or 复核 decided of the opinion before it."""

    UPHELD = "upheld", "维持"
    CHANGED = "changed", "变更"
    REVOKED = "revoked", "撤销，责令重新处理"


class OutcomeFamily(Word):
    """Which kind of consequence a measure is; the statistics of persons sanctioned use it."""

    NONE = "none", "未作处理"
    ADVICE = "advice", "批评教育帮助"
    PARTY = "party", "党纪处分"
    PUBLIC_OFFICE = "public_office", "政务处分"
    OTHER = "other", "其他处理"


class Outcome(Word):
    """What followed for one person. One person may have several (党纪 and 政务处分 together)."""

    NONE = "none", "不予处理"
    REMINDER_TALK = "reminder_talk", "谈话提醒"
    CRITICISM = "criticism", "批评教育"
    ORDERED_SELF_EXAMINATION = "ordered_self_examination", "责令检查"
    ADMONITION = "admonition", "诫勉谈话"
    PARTY_WARNING = "party_warning", "党内警告"
    PARTY_SERIOUS_WARNING = "party_serious_warning", "党内严重警告"
    PARTY_POST_REMOVAL = "party_post_removal", "撤销党内职务"
    PARTY_PROBATION = "party_probation", "留党察看"
    PARTY_EXPULSION = "party_expulsion", "开除党籍"
    OFFICE_WARNING = "office_warning", "政务警告"
    OFFICE_DEMERIT = "office_demerit", "政务记过"
    OFFICE_SERIOUS_DEMERIT = "office_serious_demerit", "政务记大过"
    OFFICE_DEMOTION = "office_demotion", "政务降级"
    OFFICE_REMOVAL = "office_removal", "政务撤职"
    OFFICE_DISMISSAL = "office_dismissal", "政务开除"
    ACCOUNTABILITY = "accountability", "问责"
    REFERRAL = "referral", "移送有关机关"
    DISCIPLINE_ADVICE = "discipline_advice", "纪律检查建议"
    SUPERVISION_ADVICE = "supervision_advice", "监察建议"

    @property
    def family(self) -> OutcomeFamily:
        return family_of(self)


ADVICE = (Outcome.REMINDER_TALK, Outcome.CRITICISM, Outcome.ORDERED_SELF_EXAMINATION, Outcome.ADMONITION)


def family_of(outcome: Outcome) -> OutcomeFamily:
    if outcome is Outcome.NONE:
        return OutcomeFamily.NONE
    if outcome in ADVICE:
        return OutcomeFamily.ADVICE
    if outcome.value.startswith("party_"):
        return OutcomeFamily.PARTY
    return OutcomeFamily.PUBLIC_OFFICE if outcome.value.startswith("office_") else OutcomeFamily.OTHER
