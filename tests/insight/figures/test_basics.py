from tests.insight.figures.making import HALF_YEAR, row
from yixian.insight.figures import WHOLE_TIME, basic_facts
from yixian.insight.figures.counting import Change


def counts(breakdown):
    return {line.label: line.count for line in breakdown.lines}


def test_only_reports_of_the_period_are_counted_and_undated_ones_apart():
    rows = [row(1), row(2, "2026-07-01"), row(3, "2025-12-31"), row(4, None)]

    facts = basic_facts(rows, HALF_YEAR)

    assert (facts.total.value, facts.total.rows) == (1, ("1",))
    assert (facts.undated.value, facts.undated.rows) == (1, ("4",))


def test_each_basic_fact_is_told_by_its_own_table():
    rows = [
        row(
            1,
            kind="accusation",
            channel="letter",
            source="own",
            repeat=False,
            signed=True,
            issues=("乱收费",),
        ),
        row(2, kind="appeal", channel="web", source="assigned_by_superior", repeat=True, signed=False),
        row(
            3,
            kind="appeal",
            channel="web",
            source="passed_by_superior",
            place="青禾镇",
            department="交通运输",
        ),
    ]

    facts = basic_facts(rows, HALF_YEAR)

    assert counts(facts.kinds) == {"检举控告": 1, "申诉": 2}
    assert counts(facts.channels) == {"来信": 1, "网络": 2}
    assert counts(facts.sources) == {"上级转交办": 2, "本级受理": 1}
    assert counts(facts.recurrence) == {"初次": 1, "重复": 1}
    assert counts(facts.signing) == {"署名": 1, "匿名": 1}
    assert counts(facts.issues) == {"乱收费": 1}
    assert counts(facts.departments) == {"交通运输": 1}
    assert counts(facts.places) == {"青禾镇": 1}


def test_issue_types_are_asked_of_accusations_only():
    facts = basic_facts([row(1, kind="out_of_scope", issues=("乱收费",))], HALF_YEAR)

    assert (facts.issues.base, facts.issues.unknown) == (0, 0)


def test_comparisons_reach_back_only_as_far_as_the_data():
    rows = [row(0, "2025-01-01"), row(1, "2025-03-01"), row(2, "2025-08-01"), row(3), row(4), row(5)]

    facts = basic_facts(rows, HALF_YEAR)

    assert facts.year_before == Change("同比", 2, 0.5)
    assert facts.before == Change("环比", 1, 2.0)
    assert basic_facts(rows[1:], HALF_YEAR).year_before == Change("同比", None, None)


def test_a_period_whose_first_days_are_quiet_is_still_compared():
    rows = [row(0, "2025-02-01"), row(1), row(2)]

    assert basic_facts(rows, HALF_YEAR).year_before == Change("同比", 1, 1.0)


def test_without_any_date_every_report_is_counted():
    facts = basic_facts([row(1, None), row(2, None)], WHOLE_TIME)

    assert facts.total.value == 2
    assert facts.before == Change("环比", None, None)
