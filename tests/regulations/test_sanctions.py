"""Sanctions, their periods and their usual form."""

from datetime import date

import pytest

from yixian.regulations.outcomes import FourForms, Outcome, OutcomeFamily
from yixian.regulations.sanctions import SANCTIONS, period_ends_on, usual_form


@pytest.mark.parametrize(
    ("outcome", "months"),
    [
        (Outcome.OFFICE_WARNING, 6),
        (Outcome.OFFICE_DEMERIT, 12),
        (Outcome.OFFICE_SERIOUS_DEMERIT, 18),
        (Outcome.OFFICE_DEMOTION, 24),
        (Outcome.OFFICE_REMOVAL, 24),
        (Outcome.OFFICE_DISMISSAL, None),
        (Outcome.PARTY_EXPULSION, None),
    ],
)
def test_a_sanction_has_its_period(outcome, months):
    assert SANCTIONS[outcome].months == months


def test_every_party_and_office_sanction_is_listed():
    sanctions = {
        each for each in Outcome if each.family in (OutcomeFamily.PARTY, OutcomeFamily.PUBLIC_OFFICE)
    }

    assert set(SANCTIONS) == sanctions


def test_a_period_ends_on_the_corresponding_day():
    assert period_ends_on(Outcome.OFFICE_WARNING, date(2026, 8, 31)) == date(2027, 2, 28)
    assert period_ends_on(Outcome.OFFICE_DISMISSAL, date(2026, 8, 31)) is None
    assert period_ends_on(Outcome.CRITICISM, date(2026, 8, 31)) is None


def test_the_usual_form_of_an_outcome():
    assert usual_form(Outcome.ADMONITION) is FourForms.FIRST
    assert usual_form(Outcome.PARTY_WARNING) is FourForms.SECOND
    assert usual_form(Outcome.OFFICE_REMOVAL) is FourForms.THIRD
    assert usual_form(Outcome.PARTY_EXPULSION, crime_referred=True) is FourForms.FOURTH
    assert usual_form(Outcome.NONE) is None


def test_the_sentence_names_the_period_and_the_law():
    assert SANCTIONS[Outcome.OFFICE_DEMERIT].sentence() == (
        "政务记过：期间12个月（《中华人民共和国公职人员政务处分法》第八条）"
    )
    assert SANCTIONS[Outcome.OFFICE_DISMISSAL].sentence() == (
        "政务开除：没有固定期间（《中华人民共和国公职人员政务处分法》第七条）"
    )
