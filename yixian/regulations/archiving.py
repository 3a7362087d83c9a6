"""机关文件材料归档范围和文书档案保管期限规定: how long a closed matter's file is kept, and in which order it lies.

Nobody here has read the schedule in print (U): the terms are proposed and never block. Keeping a file longer is
always allowed; keeping it for a shorter time than proposed takes a reason.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from yixian.regulations.articles import Article, Grade, Instrument
from yixian.regulations.outcomes import ADVICE, Outcome
from yixian.regulations.words import Word

SCHEDULE = Article(Instrument.FILING_SCHEDULE, 0, Grade.UNVERIFIED)
FILING_TERM = Article(Instrument.LOCAL_PRACTICE, 0, Grade.UNVERIFIED)
"""上年度办结的，6月底前归档: in use in offices, and nobody here has read the rule in print."""
APPRAISAL = Article(Instrument.ARCHIVE_RULES, 0, Grade.UNVERIFIED)
"""期满鉴定、销毁清册、审批、两人监销: as offices do it; nobody here has read the rule in print."""
REVIEWERS = WITNESSES = 2
"""So many appraise each file that may be destroyed, and so many watch its destruction."""
FILED_BY = (6, 30)
"""Month and day of the year after closing by which a matter is put away."""


class Retention(Word):
    """How long a file is kept, counted from the year after the matter was closed."""

    TEN_YEARS = "ten_years", "10年"
    THIRTY_YEARS = "thirty_years", "30年"
    PERMANENT = "permanent", "永久"

    @property
    def years(self) -> int | None:
        """None is for ever."""
        return YEARS[self]

    def is_shorter_than(self, other: "Retention") -> bool:
        order = list(Retention)
        return order.index(self) < order.index(other)


YEARS = {Retention.TEN_YEARS: 10, Retention.THIRTY_YEARS: 30, Retention.PERMANENT: None}


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """One line of the schedule: which outcomes, how long, and in words why."""

    outcomes: frozenset[Outcome]
    retention: Retention
    says: str
    article: Article = SCHEDULE


WARNINGS = frozenset({Outcome.PARTY_WARNING, Outcome.OFFICE_WARNING})
GRAVE = frozenset(
    {each for each in Outcome if each.value.startswith(("party_", "office_"))} - WARNINGS | {Outcome.REFERRAL}
)
RESULTS = frozenset(
    {*ADVICE, Outcome.ACCOUNTABILITY, Outcome.DISCIPLINE_ADVICE, Outcome.SUPERVISION_ADVICE} | WARNINGS
)

RULES = (
    RetentionRule(GRAVE, Retention.PERMANENT, "有人受到警告以上（不含警告）处分，或者移送有关机关"),
    RetentionRule(RESULTS, Retention.THIRTY_YEARS, "有处理结果：警告、问责、批评教育帮助或者提出建议"),
    RetentionRule(frozenset({Outcome.NONE}), Retention.TEN_YEARS, "查核以后没有作出处理"),
)
"""From the gravest down: the first line that any outcome of the matter meets decides for the whole file."""
WITHOUT_OUTCOME = RetentionRule(frozenset(), Retention.TEN_YEARS, "没有需要处理的人")


def retention_for(outcomes: Collection[Outcome]) -> RetentionRule:
    """The line of the schedule for the file of a matter in which these outcomes were approved."""
    found = (rule for rule in RULES if rule.outcomes.intersection(outcomes))
    return next(found, WITHOUT_OUTCOME)


def kept_until(closed_on: date, retention: Retention) -> date | None:
    """The last day of the term, which starts with the year after the closing; None is for ever."""
    return None if retention.years is None else date(closed_on.year + retention.years, 12, 31)


def filed_by(closed_on: date) -> date:
    """The day by which a matter closed then is put away."""
    return date(closed_on.year + 1, *FILED_BY)


class FilePart(Word):
    """The parts of a file, in the order in which they lie: 结论在前，依据在后."""

    CONCLUSION = "conclusion", "结论"
    VERIFICATION = "verification", "核查"
    GROUNDS = "grounds", "依据"
    SOURCE = "source", "来件"
    ANSWERS = "answers", "告知和反馈"
