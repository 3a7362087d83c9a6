from datetime import date

from yixian.language.heat import Report, parts, rank


def test_ten_reporters_are_hotter_than_one_reporter_ten_times() -> None:
    many = [Report(f"m{n}", f"sender {n}", date(2026, 5, 1)) for n in range(10)]
    one = [Report(f"o{n}", "sender", date(2026, 5, 1)) for n in range(10)]

    heats = rank([*one, *many], {r.id: r.id[0] for r in [*one, *many]})

    assert [heat.matter for heat in heats] == ["m", "o"]
    assert [heat.rank for heat in heats] == [1, 2]


def test_an_unknown_sender_counts_as_a_reporter() -> None:
    reports = [Report("1"), Report("2"), Report("3", "甲"), Report("4", "甲")]

    assert parts(reports)[0].count == 3


def test_the_densest_thirty_days_are_counted_not_the_calendar_month() -> None:
    days = [date(2026, 1, 20), date(2026, 2, 10), date(2026, 2, 18), date(2026, 6, 1)]

    found = {part.label: part.count for part in parts([Report(str(d), None, d) for d in days])}

    assert found["三十日内最多件数"] == 3
    assert found["持续月数"] == 4.4


def test_heat_is_the_sum_of_its_parts_and_says_so() -> None:
    heat = rank([Report("1", "甲", date(2026, 5, 1), supporters=9)], {"1": "M000001"})[0]

    assert heat.heat == round(sum(part.points for part in heat.parts), 4)
    assert heat.explanation.startswith("热度4.27：反映人数1（2.08分）")


def test_negative_support_does_not_cool_a_matter() -> None:
    assert parts([Report("1", supporters=-5)])[2].points == 0


def test_equal_heat_goes_to_the_matter_last_heard_of() -> None:
    reports = [Report("1", "甲", date(2026, 5, 1)), Report("2", "乙", date(2026, 6, 1))]

    assert [heat.matter for heat in rank(reports, {"1": "A", "2": "B"})] == ["B", "A"]
