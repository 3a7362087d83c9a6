from datetime import date

from tests.regulations.oracles import agree, rows, word
from yixian.regulations.archiving import Retention, filed_by, kept_until, retention_for
from yixian.regulations.outcomes import Outcome


def test_every_row_of_the_schedule_agrees_and_every_outcome_is_in_it():
    told: set[Outcome] = set()
    for number, row in rows("retention.csv", ("处理结果", "保管期限")):
        where = f"retention.csv第{number}行"
        outcomes = {word(Outcome, each, where) for each in row["处理结果"].split("、") if each}

        agree(where, [row["保管期限"]], [retention_for(outcomes).retention.label])

        told |= outcomes
    assert told == set(Outcome)


def test_a_term_begins_with_the_year_after_the_closing():
    for closed, retention, last in (
        (date(2026, 1, 1), Retention.TEN_YEARS, date(2036, 12, 31)),
        (date(2026, 12, 31), Retention.TEN_YEARS, date(2036, 12, 31)),
        (date(2024, 2, 29), Retention.THIRTY_YEARS, date(2054, 12, 31)),
        (date(2026, 3, 4), Retention.PERMANENT, None),
    ):
        assert kept_until(closed, retention) == last


def test_what_is_closed_is_put_away_by_june_of_the_next_year():
    assert filed_by(date(2026, 1, 1)) == filed_by(date(2026, 12, 31)) == date(2027, 6, 30)


def test_terms_are_ordered_by_length():
    assert Retention.TEN_YEARS.is_shorter_than(Retention.THIRTY_YEARS)
    assert Retention.THIRTY_YEARS.is_shorter_than(Retention.PERMANENT)
    assert not Retention.PERMANENT.is_shorter_than(Retention.PERMANENT)
