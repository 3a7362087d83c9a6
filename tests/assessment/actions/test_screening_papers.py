"""The minutes as a paper, and the list as a workbook: matters by number, and nobody who reported."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.assessment.hard_matters import (
    LATE,
    WEDNESDAY,
    WHY,
    a_closed_session,
    a_matter,
    a_plan,
    a_session,
    another_report,
    decide,
)
from tests.reception.township import REPORTER
from yixian.assessment.actions import (
    LaterColumn,
    NoMinutes,
    close_screening,
    export_screening,
    print_screening,
)
from yixian.assessment.enums import Verdict
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.protection.permits import NotPermitted
from yixian.toolkit.exports import Column


def table_of(content: bytes) -> list[dict[str, object]]:
    heading, *rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def test_the_minutes_are_printed_as_they_were_sealed(town):
    matter = a_matter(town)
    session = a_session(town)
    decide(town, session, matter)
    closed = close_screening(by=town["chief"], screening=session, on=WEDNESDAY, note="由书记包案。")

    paper = print_screening(by=town["chief"], screening=closed)

    assert paper.title == "排查记录"
    assert ("由书记包案。" in paper.text, matter.number in paper.text) == (True, True)
    assert REPORTER.name not in paper.text
    assert paper.pdf.startswith(b"%PDF")


def test_there_are_no_minutes_before_the_end(town):
    a_matter(town)

    with pytest.raises(NoMinutes, match="排查结束以后"):
        print_screening(by=town["chief"], screening=a_session(town))


def test_the_minutes_are_for_whoever_called_the_session(town):
    closed = a_closed_session(town, a_matter(town))

    with pytest.raises(NotPermitted):
        print_screening(by=town["deputy"], screening=closed)


def test_whoever_must_now_stay_away_from_one_of_the_matters_gets_no_paper(town):
    matter = a_matter(town)
    closed = a_closed_session(town, matter)
    report = matter.links.get().report
    declare_recusal(by=town["chief"], subject=report, ground=RecusalGround.INTEREST, on=WEDNESDAY)

    with pytest.raises(NoMinutes, match="不能由您打印"):
        print_screening(by=town["chief"], screening=closed)


def test_the_list_is_exported_with_what_was_decided_and_without_the_reporter(town):
    matter = a_matter(town)
    again = another_report(town, matter)
    a_plan(town, matter)
    session = a_session(town)
    decide(town, session, matter, verdict=Verdict.CONSULT, reason=WHY)
    stage = LaterColumn(Column("线索阶段"), lambda ids: dict.fromkeys(ids, "初步核实中"))

    made = export_screening(by=town["chief"], screening=session, on=WEDNESDAY, later=[stage])

    (line,) = table_of(made.content)
    told = ("事项编号", "标题", "来件数", "本次决定", "理由", "决定人", "化解方案", "线索阶段")
    assert [line[each] for each in told] == [
        matter.number,
        "低保发放",
        2,
        "提请联席会诊",
        WHY,
        "书记丙",
        "有",
        "初步核实中",
    ]
    assert again.number in line["来件编号"]
    assert not any(REPORTER.name in str(cell) for cell in line.values())


def test_an_export_of_somebody_else_holds_what_they_may_meet(town):
    a_matter(town)
    session = a_session(town)

    made = export_screening(by=town["other_clerk"], screening=session, on=LATE)

    assert made.count == 0
