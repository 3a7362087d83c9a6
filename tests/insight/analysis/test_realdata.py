"""On a slice of the real messages, kept outside the project; only counts are asserted, no text is quoted."""

import os
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.insight.analysis.making import read_csv
from yixian.insight.analysis import analyse, take_in, write_outputs
from yixian.toolkit.spreadsheets import read_book

SHARED = Path(os.environ.get("YIXIAN_SHARED") or Path(__file__).resolve().parents[4] / "shared")
MESSAGES = SHARED / "data" / "messages.xlsx"


@pytest.mark.realdata
@pytest.mark.skipif(not MESSAGES.is_file(), reason="真实留言数据 ../shared/data/messages.xlsx 不在此机器上")
def test_a_slice_of_the_real_messages_goes_through_whole(tmp_path):
    book = Workbook()
    for row in read_book(MESSAGES).sheets[0].rows[:301]:
        book.active.append(list(row))
    book.save(tmp_path / "片段.xlsx")

    intake = take_in(tmp_path / "片段.xlsx")
    write_outputs(analyse(intake), tmp_path)

    assert (intake.rows_in, len(intake.problems)) == (300, 0)
    assert intake.recognised == {
        "id": "留言编号",
        "subject": "留言主题",
        "detail": "留言详情",
        "received_on": "留言时间",
        "sender": "留言用户",
        "supporters": "点赞数",
        "opponents": "反对数",
    }
    assert all(report.received_on for report in intake.reports)
    assert [row["id"] for row in read_csv(tmp_path / "rows.csv")] == [report.id for report in intake.reports]
