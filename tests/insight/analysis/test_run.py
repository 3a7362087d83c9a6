import datetime as dt

import pytest

from tests.insight.analysis.making import REPORTS, make_ledger
from yixian.insight.analysis import analyse, take_in
from yixian.insight.figures import Period


@pytest.fixture
def intake(tmp_path):
    return take_in(make_ledger(tmp_path / "台账.xlsx"))


def test_every_report_is_read_linked_and_measured_in_the_order_of_the_file(intake):
    found = analyse(intake, office="青禾镇纪委")

    assert [row.id for row in found.rows] == [report.id for report in intake.reports]
    assert set(found.matter_of) == {report.id for report in intake.reports}
    assert {one.matter for one in found.heats} == set(found.matter_of.values())
    assert found.figures.basics.total.value == 4
    assert found.figures.period == Period(dt.date(2026, 1, 5), dt.date(2026, 1, 28))


def test_what_the_office_recorded_stands_above_what_was_read(intake):
    rows = analyse(intake).rows

    assert [row.channel for row in rows] == ["letter", "web", "call", "visit"]
    assert [row.source for row in rows] == ["own", "passed_by_superior", "own", "own"]
    assert [row.signed for row in rows] == [True, False, False, True]
    assert rows[0].outcomes == ("party_serious_warning",)
    assert rows[0].closed_on == dt.date(2026, 3, 1)


def test_the_notes_tell_which_figures_rest_on_the_ledger_and_which_on_reading(intake):
    assert analyse(intake).figures.notes == (
        "台账没有登记初次、重复，按同一反映人就同一事项再次反映推定。",
        "信访方式、来源以台账登记为准（登记为空或无法识别的除外）。",
        "类别、属地、被反映人职务、问题性质、所属部门、动机、五项要素由系统阅读原文判断，供参考，可人工更正。",
    )


def test_a_chosen_period_limits_the_figures_and_not_the_rows(intake):
    found = analyse(intake, period=Period(dt.date(2026, 1, 6), dt.date(2026, 1, 31)))

    assert (len(found.rows), found.figures.basics.total.value) == (4, 3)


def test_a_ledger_without_dates_is_analysed_as_a_whole(tmp_path):
    rows = [[report[0], report[2], report[4]] for report in REPORTS]
    intake = take_in(make_ledger(tmp_path / "无日期.xlsx", rows, ["编号", "主题", "详情"]))

    figures = analyse(intake).figures

    assert (str(figures.period), figures.basics.total.value, figures.months) == ("未注明日期", 4, ())


def test_progress_is_told_step_by_step_to_the_end(intake):
    class Watch:
        def __init__(self):
            self.steps = []

        def begin(self, name, total):
            self.steps.append([name, total, 0])

        def advance(self, more):
            self.steps[-1][2] += more

    watch = Watch()
    analyse(intake, steps=watch)

    assert watch.steps[0] == ["阅读来件", 4, 4]
    assert watch.steps[-1] == ["排热度、算数据", 1, 1]
    assert all(done == total for _, total, done in watch.steps)
