from datetime import date

import pytest

from tests.reception.township import REPORTER, TUESDAY, WEDNESDAY
from tests.resolution.actions.test_filing import closed, put_away, put_away_for_ever
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing, read_text
from yixian.reception.discretion import GivesAway
from yixian.regulations.archiving import Retention
from yixian.resolution.actions import (
    AlreadyHeld,
    EndsTooEarly,
    KeptForEver,
    NotHeld,
    NotLonger,
    extend_retention,
    hold_file,
    lift_hold,
)
from yixian.resolution.models import ArchiveFile, Extension, Hold
from yixian.resolution.queries.filing import held_files, past_their_term

OVER = date(2057, 1, 1)
"""The first day on which the term of a file of thirty years is over."""
WHY = "当事人正在申诉"


def held(town, file, by="clerk", **changes) -> Hold:
    return hold_file(by=town[by], file=file, **{"reason": WHY, "until": None, "on": WEDNESDAY, **changes})


def extended(town, file, by="chief", **changes) -> Extension:
    return extend_retention(
        by=town[by], file=file, **{"years": 10, "reason": WHY, "on": WEDNESDAY, **changes}
    )


def test_a_held_file_is_past_no_term_until_the_hold_is_lifted(town):
    file = put_away(town, closed(town))
    hold = held(town, file)

    assert list(past_their_term(town["clerk"], OVER)) == []
    lifted = lift_hold(by=town["chief"], file=file, reason="申诉已经办结", on=WEDNESDAY)

    assert list(past_their_term(town["clerk"], OVER)) == [file]
    assert read_text(hold, "reason", by=town["clerk"], about=file.matter) == WHY
    assert read_text(lifted, "lift_reason", by=town["clerk"], about=file.matter) == "申诉已经办结"
    assert (lifted.lifted_by_id, lifted.lifted_on) == (town["chief"].staff_id, WEDNESDAY)


def test_a_hold_with_a_day_stands_to_the_end_of_that_day(town):
    file = put_away(town, closed(town))
    held(town, file, until=OVER)

    assert list(held_files(OVER)) == [file.pk]
    assert list(held_files(date(2057, 1, 2))) == []


def test_one_hold_stands_at_a_time_and_another_after_it_has_ended(town):
    file = put_away(town, closed(town))
    held(town, file, until=WEDNESDAY)

    with pytest.raises(AlreadyHeld):
        held(town, file)
    held(town, file, on=OVER)

    assert Hold.objects.count() == 2


def test_a_hold_does_not_end_before_it_begins(town):
    with pytest.raises(EndsTooEarly):
        held(town, put_away(town, closed(town)), until=TUESDAY)


def test_what_is_not_held_is_not_lifted(town):
    with pytest.raises(NotHeld):
        lift_hold(by=town["chief"], file=put_away(town, closed(town)), reason="办结", on=WEDNESDAY)


@pytest.mark.parametrize("who", ["clerk", "handler"])
def test_only_the_chief_lifts_a_hold_and_extends_a_term(town, who):
    file = put_away(town, closed(town))
    held(town, file)

    with pytest.raises(NotPermitted):
        lift_hold(by=town[who], file=file, reason="办结", on=WEDNESDAY)
    with pytest.raises(NotPermitted):
        extended(town, file, by=who)

    assert (Hold.objects.get().lifted_on, Extension.objects.count()) == (None, 0)


def test_who_counts_only_figures_holds_nothing(town):
    with pytest.raises(NotPermitted):
        held(town, put_away(town, closed(town)), by="analyst")


@pytest.mark.parametrize(("reason", "refusal"), [(" ", TextMissing), (f"{REPORTER.name}要看", GivesAway)])
def test_every_reason_is_given_and_names_no_reporter(town, reason, refusal):
    file = put_away(town, closed(town))

    with pytest.raises(refusal):
        held(town, file, reason=reason)
    with pytest.raises(refusal):
        extended(town, file, reason=reason)

    assert ArchiveFile.objects.get(pk=file.pk).kept_until == date(2056, 12, 31)


def test_a_term_is_extended_from_its_end(town):
    file = put_away(town, closed(town))

    done = extended(town, file)

    file.refresh_from_db()
    assert (done.until_before, file.kept_until) == (date(2056, 12, 31), date(2066, 12, 31))
    assert list(past_their_term(town["clerk"], OVER)) == []


def test_a_term_is_extended_for_ever_and_then_no_more(town):
    file = put_away(town, closed(town))
    extended(town, file, years=None)
    file.refresh_from_db()

    assert (file.kept_until, file.retention) == (None, Retention.PERMANENT)
    assert Extension.objects.get().retention_before == Retention.THIRTY_YEARS
    for each in (file, put_away_for_ever(town)):
        with pytest.raises(KeptForEver):
            extended(town, each)


@pytest.mark.parametrize("years", [0, -3])
def test_a_term_never_becomes_shorter(town, years):
    with pytest.raises(NotLonger):
        extended(town, put_away(town, closed(town)), years=years)
