"""Classes against the Chinese oracle, and the table's own soundness."""

import itertools

import pytest

from tests.regulations.oracles import agree, rows, word
from yixian.regulations.classes import ReportClass
from yixian.regulations.classification import TABLE, About, Against, Asked, ReportFacts, class_of

HEADINGS = ("说明", "反映对象", "反映内容", "请求", "有实质内容", "类别", "依据条文")
ROWS = rows("classification.csv", HEADINGS)


@pytest.mark.parametrize(("number", "row"), ROWS, ids=[row["说明"] for _, row in ROWS])
def test_the_table_says_what_the_oracle_says(number, row):
    where = f"classification.csv第{number}行（{row['说明']}）"
    facts = ReportFacts(
        word(Against, row["反映对象"], where),
        word(About, row["反映内容"], where),
        word(Asked, row["请求"], where),
        row["有实质内容"] == "是",
    )

    proposal = class_of(facts)

    agree(
        where,
        [row["类别"], row["依据条文"]],
        [proposal.report_class.label, proposal.article.number],
    )


def test_the_oracle_holds_at_least_forty_rows():
    assert len(ROWS) >= 40


def every_fact() -> list[ReportFacts]:
    return [ReportFacts(*each) for each in itertools.product(Against, About, Asked, (True, False))]


def test_each_line_of_the_table_is_reached():
    reached = {next(index for index, row in enumerate(TABLE) if row.covers(facts)) for facts in every_fact()}

    assert reached == set(range(len(TABLE)))


def test_an_accusation_always_has_someone_to_answer_for_it_and_substance():
    accusations = [facts for facts in every_fact() if class_of(facts).report_class is ReportClass.ACCUSATION]

    assert {facts.against for facts in accusations} == {Against.SUPERVISED, Against.UNIT}
    assert {facts.about for facts in accusations} == {About.BREACH}
    assert {facts.substance for facts in accusations} == {True}


def test_the_sentence_gives_the_class_the_reason_and_the_article():
    facts = ReportFacts(Against.SUPERVISED, About.BREACH, Asked.INVESTIGATE)

    assert class_of(facts).sentence() == (
        "建议归为“检举控告”：反映党组织、党员或者监察对象违纪、职务违法犯罪"
        "（《纪检监察机关处理检举控告工作规则》第四条）。"
    )
