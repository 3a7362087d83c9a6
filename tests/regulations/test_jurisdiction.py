"""Jurisdiction against the Chinese oracle, and what no row may ever propose."""

import itertools

import pytest

from tests.regulations.oracles import agree, rows, word
from yixian.regulations.classes import ReportClass, SourceKind
from yixian.regulations.jurisdiction import (
    DecidedBy,
    HandlingLevel,
    JurisdictionFacts,
    JurisdictionKind,
    ReportedLevel,
    jurisdiction_of,
)
from yixian.regulations.jurisdiction_table import ACCUSATIONS
from yixian.regulations.terms import TERMS, term

HEADINGS = (
    "说明",
    "承办机关",
    "类别",
    "被反映对象",
    "来源",
    "原决定机关",
    "事关党风廉政",
    "处理方式",
    "送往",
    "期限",
)
ROWS = rows("jurisdiction.csv", HEADINGS)


def facts_of(row: dict[str, str], where: str) -> JurisdictionFacts:
    return JurisdictionFacts(
        word(HandlingLevel, row["承办机关"], where),
        word(ReportClass, row["类别"], where),
        [word(ReportedLevel, each, where) for each in row["被反映对象"].split("；") if each],
        word(SourceKind, row["来源"], where),
        word(DecidedBy, row["原决定机关"] or "不清楚", where),
        row["事关党风廉政"] == "是",
    )


@pytest.mark.parametrize(("number", "row"), ROWS, ids=[row["说明"] for _, row in ROWS])
def test_the_table_says_what_the_oracle_says(number, row):
    where = f"jurisdiction.csv第{number}行（{row['说明']}）"

    proposal = jurisdiction_of(facts_of(row, where))

    named = term(proposal.term_key).name if proposal.term_key else ""
    agree(where, [row["处理方式"], row["送往"], row["期限"]], [proposal.kind.label, proposal.to, named])


def test_the_oracle_holds_at_least_150_rows_and_every_cell_of_the_table():
    told = {
        (row["承办机关"], row["被反映对象"])
        for _, row in ROWS
        if row["类别"] == "检举控告" and row["来源"] == "自收"
    }

    assert len(ROWS) >= 150
    assert {(handling.label, level.label) for handling, level in ACCUSATIONS} - told == set()


def test_every_combination_gets_a_proposal_with_a_known_term():
    combinations = itertools.product(HandlingLevel, ReportClass, ReportedLevel, SourceKind, DecidedBy)

    proposals = [
        jurisdiction_of(JurisdictionFacts(handling, report_class, [level], source, decided))
        for handling, report_class, level, source, decided in combinations
    ]

    assert len(proposals) == 2 * 4 * 18 * 4 * 5
    assert {each.term_key for each in proposals} - {None} <= set(TERMS)
    assert all(each.reason and each.article.cite() for each in proposals)


@pytest.mark.parametrize("handling", HandlingLevel)
@pytest.mark.parametrize("other", ReportedLevel)
def test_nothing_named_beside_the_own_chief_keeps_the_report_here(handling, other):
    facts = JurisdictionFacts(handling, ReportClass.ACCUSATION, [other, ReportedLevel.OWN_CHIEF])

    assert jurisdiction_of(facts).kind is JurisdictionKind.SEND_UP_PAST_CHIEF


@pytest.mark.parametrize("other", ReportedLevel)
def test_a_report_about_a_lower_commission_is_never_forwarded_to_it(other):
    facts = JurisdictionFacts(
        HandlingLevel.COUNTY, ReportClass.ACCUSATION, [other, ReportedLevel.LOWER_COMMISSION]
    )

    assert jurisdiction_of(facts).kind is not JurisdictionKind.FORWARD_DOWN


def test_the_order_in_which_people_are_named_does_not_matter():
    for pair in itertools.combinations(ReportedLevel, 2):
        there, back = (
            jurisdiction_of(JurisdictionFacts(HandlingLevel.TOWNSHIP, ReportClass.ACCUSATION, named))
            for named in (pair, pair[::-1])
        )

        assert (there.kind, there.term_key) == (back.kind, back.term_key)


def test_only_what_is_sent_up_leaves_nothing_but_an_envelope():
    upward = [kind for kind in JurisdictionKind if kind.is_upward]

    assert upward == [JurisdictionKind.SEND_UP_AS_ENVELOPE, JurisdictionKind.SEND_UP_PAST_CHIEF]


def test_the_sentence_gives_the_way_the_reason_and_the_article():
    facts = JurisdictionFacts(
        HandlingLevel.TOWNSHIP,
        ReportClass.ACCUSATION,
        [ReportedLevel.VILLAGE_CADRE, ReportedLevel.TOWNSHIP_LEADER],
    )

    assert jurisdiction_of(facts).sentence() == (
        "建议只登记信封，报送上级（县纪委监委）：同时反映多人，按其中“乡镇领导班子成员”确定："
        "乡镇领导班子成员是县管干部，由县纪委监委受理（《纪检监察机关处理检举控告工作规则》第十五条）。"
    )
