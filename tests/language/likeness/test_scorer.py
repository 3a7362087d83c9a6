from yixian.language.likeness import Evidence, compare, compare_many, likenesses, trace

from .invented import ALL, NOISE, ROAD, ROAD_AGAIN, SUBSIDY


def test_two_reports_of_one_road_are_likelier_one_matter_than_two_complaints_of_one_estate() -> None:
    road, again, noise = trace(ROAD), trace(ROAD_AGAIN), trace(NOISE)

    assert compare(road, again).probability > 0.5 > compare(road, noise).probability


def test_likeness_does_not_depend_on_which_report_comes_first() -> None:
    road, again = trace(ROAD), trace(ROAD_AGAIN)

    assert compare(road, again).probability == compare(again, road).probability
    assert compare(road, again).reasons == compare(again, road).reasons


def test_a_reason_names_the_words_both_reports_share() -> None:
    reasons = {one.evidence: one for one in compare(trace(ROAD), trace(ROAD_AGAIN)).reasons}

    assert reasons[Evidence.CONDUCT].words == ("修路",)
    assert reasons[Evidence.CONDUCT].name == "事由"


def test_the_same_report_twice_is_all_but_certain() -> None:
    assert compare(trace(ROAD), trace(ROAD)).probability > 0.9


def test_reports_that_share_nothing_are_all_but_certainly_apart() -> None:
    assert compare(trace(ROAD), trace(SUBSIDY)).probability < 0.1


def test_the_same_sender_is_evidence_of_its_own() -> None:
    from dataclasses import replace

    apart = compare(trace(ROAD), trace(ROAD_AGAIN))
    together = compare(trace(ROAD), trace(replace(ROAD_AGAIN, sender=ROAD.sender)))

    assert together.probability > apart.probability
    assert [one.name for one in together.reasons if one.evidence is Evidence.SENDER] == ["同一反映人"]


def test_many_comparisons_come_in_the_order_of_the_pairs() -> None:
    traces = [trace(one) for one in ALL]

    found = compare_many(traces, [("3", "1"), ("1", "2")])

    assert [(one.id_a, one.id_b) for one in found] == [("3", "1"), ("1", "2")]


def test_an_empty_ledger_has_no_likenesses() -> None:
    assert list(likenesses([])) == []


def test_an_empty_report_compares_without_failing() -> None:
    from yixian.language.likeness import Account

    assert compare(trace(Account("x", "", "")), trace(Account("y", "", ""))).probability < 0.5
