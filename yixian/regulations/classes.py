"""The words that the instruments give a report: its class, channel, source and signature.

The words of a clue are in ``outcomes``, the catalogue of 问题性质 in ``issues``; all are re-exported here, so
that a house needs one import for the vocabulary.
"""

from yixian.regulations.issues import Issue, IssueKind, VillageIssue, issue_catalogue
from yixian.regulations.levels import CaseAuthority
from yixian.regulations.outcomes import ClosingWay, Disposal, FourForms, Outcome, OutcomeFamily, Truth
from yixian.regulations.words import Word

__all__ = [
    "CaseAuthority",
    "Channel",
    "ClosingWay",
    "Disposal",
    "FourForms",
    "Issue",
    "IssueKind",
    "Outcome",
    "OutcomeFamily",
    "Rating",
    "Recurrence",
    "ReportClass",
    "Signing",
    "SourceKind",
    "Truth",
    "VillageIssue",
    "Word",
    "issue_catalogue",
]


class ReportClass(Word):
    """The four classes. The values are the labels of the measured data (accusation, appeal, …)."""

    ACCUSATION = "accusation", "检举控告"
    APPEAL = "appeal", "申诉"
    SUGGESTION = "suggestion", "批评建议"
    OUT_OF_SCOPE = "out_of_scope", "业务范围外"


class Channel(Word):
    """检控规则第七条, with the box by itself because it is opened by two people."""

    LETTER = "letter", "来信"
    VISIT = "visit", "来访"
    CALL = "call", "来电"
    WEB = "web", "网络"
    BOX = "box", "举报箱"
    OTHER = "other", "其他"


class SourceKind(Word):
    """From where a report came to this office."""

    OWN = "own", "自收"
    PASSED_BY_SUPERIOR = "passed_by_superior", "上级转"
    ASSIGNED_BY_SUPERIOR = "assigned_by_superior", "上级交"
    OTHER_DEPARTMENT = "other_department", "其他部门"

    @property
    def is_from_superior(self) -> bool:
        """上级转交办, against 本级受理, as the statistics count."""
        return self in (SourceKind.PASSED_BY_SUPERIOR, SourceKind.ASSIGNED_BY_SUPERIOR)


class Signing(Word):
    """检控规则第二十四条、第三十条: a signature that cannot be verified counts as anonymous."""

    REAL_NAME = "real_name", "实名"
    ANONYMOUS = "anonymous", "匿名"
    UNVERIFIED = "unverified", "署名待核实"

    @property
    def counts_as_anonymous(self) -> bool:
        return self is not Signing.REAL_NAME


class Recurrence(Word):
    """检控规则第十四条: a repeat is linked and kept, and is never held against the reporter."""

    FIRST = "first", "初次"
    REPEAT = "repeat", "重复"


class Rating(Word):
    """How a reporter rates the responsible unit and, separately, the reception."""

    SATISFIED = "satisfied", "满意"
    FAIRLY = "fairly", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"
