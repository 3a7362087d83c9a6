"""党纪处分 and 政务处分: each sanction's period, and the form (四种形态) that it usually is.

The periods of 政务处分 are those of 政务处分法 8; those of 党纪处分 and the usual forms are from memory
(U). They inform the person who decides; nothing is blocked by them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yixian.regulations.articles import Article, Grade, Instrument
from yixian.regulations.civil_code import end_by_months
from yixian.regulations.outcomes import ADVICE, FourForms, Outcome

OFFICE_KINDS = Article(Instrument.SANCTIONS_LAW, 7, Grade.SECONDARY)
OFFICE_PERIODS = Article(Instrument.SANCTIONS_LAW, 8, Grade.SECONDARY)
PARTY_PERIODS = Article(Instrument.DISCIPLINE_REGULATIONS, 0, Grade.UNVERIFIED)


@dataclass(frozen=True, slots=True)
class Sanction:
    """One sanction; ``months`` is its period, None where there is none (开除) or the decision sets it."""

    outcome: Outcome
    months: int | None
    source: Article
    usual_form: FourForms

    def sentence(self) -> str:
        span = f"期间{self.months}个月" if self.months else "没有固定期间"
        return f"{self.outcome.label}：{span}（{self.source.cite()}）"


LISTED = (
    Sanction(Outcome.PARTY_WARNING, 12, PARTY_PERIODS, FourForms.SECOND),
    Sanction(Outcome.PARTY_SERIOUS_WARNING, 18, PARTY_PERIODS, FourForms.SECOND),
    Sanction(Outcome.PARTY_POST_REMOVAL, 24, PARTY_PERIODS, FourForms.THIRD),
    Sanction(Outcome.PARTY_PROBATION, None, PARTY_PERIODS, FourForms.THIRD),
    Sanction(Outcome.PARTY_EXPULSION, None, PARTY_PERIODS, FourForms.THIRD),
    Sanction(Outcome.OFFICE_WARNING, 6, OFFICE_PERIODS, FourForms.SECOND),
    Sanction(Outcome.OFFICE_DEMERIT, 12, OFFICE_PERIODS, FourForms.SECOND),
    Sanction(Outcome.OFFICE_SERIOUS_DEMERIT, 18, OFFICE_PERIODS, FourForms.SECOND),
    Sanction(Outcome.OFFICE_DEMOTION, 24, OFFICE_PERIODS, FourForms.SECOND),
    Sanction(Outcome.OFFICE_REMOVAL, 24, OFFICE_PERIODS, FourForms.THIRD),
    Sanction(Outcome.OFFICE_DISMISSAL, None, OFFICE_KINDS, FourForms.THIRD),
)

SANCTIONS: Mapping[Outcome, Sanction] = {each.outcome: each for each in LISTED}


def period_ends_on(outcome: Outcome, effective_on: date) -> date | None:
    """The last day of a sanction's period; None where the law sets no period."""
    months = SANCTIONS[outcome].months if outcome in SANCTIONS else None
    return end_by_months(effective_on, months) if months else None


def usual_form(outcome: Outcome, *, crime_referred: bool = False) -> FourForms | None:
    """The form that is usual for this outcome; proposed only, a person records the form."""
    if crime_referred:
        return FourForms.FOURTH
    if outcome in ADVICE:
        return FourForms.FIRST
    return SANCTIONS[outcome].usual_form if outcome in SANCTIONS else None
