"""A ledger comes in: every row a report or a problem, whatever happens on the way, and the whole taken back."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.apps import apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reception.importing.flow import LATER, checked, imported, mapped, reports_of, undone
from tests.reception.importing.making import SHAPES, gbk, titled, workbook, years
from tests.reception.township import a_letter
from yixian.assessment.models import Classification, Matter, MatterLink
from yixian.desk import importing
from yixian.desk.importing import bring_chunk
from yixian.insight.queries.records import figure_rows
from yixian.protection.actions import find_terms, open_own
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    accept_report,
    read_import_problems,
    read_report,
    start_import,
    undo_import,
)
from yixian.reception.enums import ImportState, ReportState
from yixian.reception.importing import chunks
from yixian.reception.importing.refusals import FileWasImported, UsedSince
from yixian.reception.models import Clock, ImportedRow, NumberSeries, Report, ReportedPerson, StepTaken
from yixian.reception.queries import registered_reports, tally_of
from yixian.resolution.queries.filing import matters_to_file
from yixian.trail.queries import entries
from yixian.vault.models import DataKey, IndexTail, SealedItem

HEADING = [
    "编号",
    "收到日期",
    "渠道",
    "反映内容",
    "举报人",
    "联系电话",
    "被反映人",
    "状态",
    "办结日期",
    "类别",
]


def a_row(number: str, **changes: object) -> list[object]:
    told = {
        "编号": number,
        "收到日期": "2025-03-04",
        "渠道": "来信",
        "反映内容": f"金丝雀正文：{number}号反映水渠维修款没有公开。",
        "举报人": "",
        "联系电话": "",
        "被反映人": "",
        "状态": "办结",
        "办结日期": "2025-04-01",
        "类别": "检举控告",
    }
    return list((told | changes).values())


def ledger(*rows: list[object]) -> bytes:
    return workbook(("台账", [HEADING, *rows]))


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_of_ledger_ties_out(town, name):
    found = imported(town["clerk"], name, SHAPES[name]())

    tally = tally_of(found)
    assert found.state == ImportState.DONE
    assert tally.rows == tally.records + tally.problems
    assert tally.records == len(reports_of(found)) > 0
    assert tally.foreseen == tally.problems


def test_a_row_becomes_a_report_with_everything_that_the_ledger_says(town):
    found = imported(town["clerk"], "台账.csv", gbk())

    first, second = reports_of(found)
    assert (first.number, first.received_on, first.channel) == ("2025-0001", date(2025, 1, 6), "letter")
    assert (first.state, first.answered_on, first.signing) == ("answered", date(2025, 2, 20), "real_name")
    assert (second.state, second.answered_on, second.channel) == ("accepted", None, "visit")
    assert (second.representatives, second.identity) == (1, None)
    content = read_report(by=town["clerk"], report=first)
    assert content.account.account == "反映河滩地租金没有入账。"
    assert content.account.old_number == "0012"
    assert [(p.name, p.post) for p in content.people] == [("何大江", "南坪村委会主任")]
    assert open_identity(town, first) == {"name": "何秋菊", "phone": "13900000002"}


def open_identity(town, report) -> dict[str, str]:
    return open_own(by=town["chief"], seal=report.identity, slots=["name", "phone"])


def test_class_and_matter_follow_and_a_closed_one_is_closed_on_the_ledgers_day(town):
    found = imported(town["clerk"], "台账.xlsx", titled())

    first, _, third = reports_of(found)
    assert Classification.objects.get(report=first).report_class == "accusation"
    matters = {link.report_id: link.matter for link in MatterLink.objects.select_related("matter")}
    assert (matters[first.pk].state, matters[first.pk].closed_on) == ("closed", date(2024, 4, 1))
    assert (matters[third.pk].state, matters[third.pk].number) == ("open", "事2024-0003")


def test_what_a_ledger_brought_in_closed_was_filed_on_paper_and_waits_for_no_filing(town):
    found = imported(town["clerk"], "台账.xlsx", titled())
    first = MatterLink.objects.select_related("matter").get(report=reports_of(found)[0])

    assert matters_to_file(town["clerk"]) == []

    type(first.report.imported_row).objects.filter(report=first.report).update(closed_on=None)
    assert [each for each, _ in matters_to_file(town["clerk"])] == [first.matter]


def test_numbers_follow_those_of_their_year_without_a_gap(town):
    earlier = a_letter(town).report
    rows = [
        a_row("旧1"),
        a_row("旧2", 收到日期="", 办结日期=""),
        a_row("旧3", 收到日期="2026-03-05", 办结日期="2026-03-06"),
    ]

    found = imported(town["clerk"], "a.xlsx", ledger(*rows))

    assert [each.number for each in reports_of(found)] == ["2025-0001", "2026-0002"]
    assert earlier.number == "2026-0001"
    lasts = NumberSeries.objects.filter(series="report").order_by("year").values_list("year", "last")
    assert list(lasts) == [(2025, 1), (2026, 2)]


def test_only_what_is_open_starts_clocks_and_with_its_own_days(town):
    rows = [
        a_row("旧1"),
        a_row("旧2", 举报人="林春福", 联系电话="13900000001", 状态="已登记", 办结日期=""),
        a_row("旧3", 举报人="林春福", 联系电话="13900000001", 状态="办理中", 办结日期=""),
    ]

    found = imported(
        town["clerk"],
        "a.xlsx",
        workbook(("台账", [[*HEADING, "署名"], *([*r, "实名"] for r in rows[1:]), [*rows[0], "匿名"]])),
    )

    running = Clock.objects.order_by("report__number", "term_key").values_list(
        "report__state", "term_key", "started_on"
    )
    assert list(running) == [
        ("registered", "acceptance_notice", date(2025, 3, 4)),
        ("accepted", "ordinary_closing", date(2025, 3, 4)),
    ]
    assert len(reports_of(found)) == 3


def test_figures_of_earlier_years_count_what_was_imported(town):
    imported(town["clerk"], "台账.xlsx", years())

    rows = figure_rows(town["chief"], [town.organ.pk], until=date(2024, 12, 31))

    assert [(r.received_on, r.closed_on, r.channel) for r in rows] == [
        (date(2023, 5, 4), date(2023, 6, 1), "letter"),
        (date(2024, 5, 6), date(2024, 6, 3), "visit"),
    ]


def test_a_report_passed_on_long_ago_is_closed_in_the_figures_on_the_ledgers_day(town):
    imported(town["clerk"], "a.xlsx", ledger(a_row("旧1", 状态="转办")))

    (row,) = figure_rows(town["chief"], [town.organ.pk], until=LATER)

    assert row.closed_on == date(2025, 4, 1)


def test_nothing_of_the_file_is_readable_at_rest_and_its_copy_is_destroyed_at_the_end(town):
    row = a_row(
        "旧1", 举报人="金丝雀姓名", 联系电话="13800000999", 反映内容="金丝雀正文：金丝雀姓名反映水渠。"
    )
    found = mapped(town["clerk"], "金丝雀文件.xlsx", ledger(row))
    during = everything_stored()

    importing.go_on(town["clerk"], found, LATER)
    start_import(by=town["clerk"], ledger_import=found)
    found.refresh_from_db()
    importing.go_on(town["clerk"], found, LATER)

    assert [word for word in ("金丝雀", "13800000999", "水渠") if word in during + everything_stored()] == []
    source = DataKey.objects.get(pk=found.source)
    assert (source.erased_on, source.items.count(), source.wraps.count()) == (LATER, 0, 0)
    (report,) = reports_of(found)
    assert read_report(by=town["clerk"], report=report).account.account == "金丝雀正文：反映人反映水渠。"


def everything_stored() -> str:
    """Every column of every table of ours, as a thief would print it."""
    told = []
    for model in apps.get_models():
        for row in model._default_manager.order_by("pk").values_list():
            told += [
                bytes(each).decode("utf-8", "ignore") if isinstance(each, bytes | memoryview) else str(each)
                for each in row
            ]
    return "\n".join(told)


def test_another_clerk_neither_finds_the_import_nor_opens_its_file(town):
    found = mapped(town["clerk"], "a.xlsx", ledger(a_row("旧1")))

    with pytest.raises(NotPermitted):
        importing.go_on(town["other_clerk"], found, LATER)


def test_the_chief_goes_on_where_the_clerk_left(town):
    found = mapped(town["clerk"], "a.xlsx", ledger(a_row("旧1")))

    importing.go_on(town["chief"], found, LATER)

    found.refresh_from_db()
    assert (found.state, tally_of(found).passes) == (ImportState.CHECKED, 1)


def test_the_dry_run_registers_nothing_and_names_each_problem(town):
    a_letter(town)
    rows = [
        a_row("旧1"),
        a_row("旧2", 收到日期="年初"),
        a_row("旧3", 渠道="鸽子"),
        a_row("旧4", 办结日期=""),
        a_row("旧5", 反映内容=""),
        a_row("旧1", 反映内容="另一件事。"),
        a_row("旧6", 收到日期="2027-01-01"),
        a_row("2026-0001"),
    ]

    found = checked(town["clerk"], "a.xlsx", ledger(*rows))

    told = [(k.problem.row, k.problem.column, k.problem.says) for k in problems_of(town, found)]
    assert Report.objects.count() == 1
    assert told == [
        ("第3行", "收到日期", "日期看不懂。请写成 2024-03-05 这样的年月日。"),
        ("第4行", "渠道", "这个词看不懂。请在“对应词语”一步选定它的意思，或者在表中改正。"),
        ("第5行", "办结日期", "已办结，但没有办结（答复）日期，请补填。"),
        ("第6行", "反映内容", "没有标题和反映内容，不能成为一件。"),
        ("第7行", "编号", "这个编号在第2行已经用过。请改正其中一个编号。"),
        ("第8行", "收到日期", "日期在今天以后，请核对。"),
        ("第9行", "原编号", "这个编号的件已经在本机关登记。不重复导入。"),
    ]
    assert tally_of(found).passes == 1


def problems_of(town, found, who="clerk"):
    return read_import_problems(by=town[who], ledger_import=found).kept


def test_a_problem_never_shows_who_reports(town):
    long = "金丝雀姓名" * 20
    found = checked(town["clerk"], "a.xlsx", ledger(a_row("旧1", 举报人=long, 收到日期="年初")))

    kept = problems_of(town, found)

    assert [k.problem.value for k in kept] == ["年初", "（举报人栏，不显示）"]
    assert "金丝雀姓名" not in str(kept)


def test_two_equal_rows_are_named(town):
    found = checked(town["clerk"], "a.xlsx", ledger(a_row(""), a_row("")))

    assert [k.problem.says for k in problems_of(town, found)] == [
        "与第2行完全相同。如果是两件，请在表中写明不同之处。"
    ]


def test_rows_that_were_imported_before_are_known_again_with_a_link(town):
    first = imported(town["clerk"], "a.xlsx", ledger(a_row("旧1"), a_row("", 反映内容="没有编号的一件。")))
    (with_number, without) = reports_of(first)

    again = checked(
        town["clerk"],
        "b.xlsx",
        ledger(a_row("旧1", 状态="结案"), a_row("", 反映内容="没有编号的一件。"), a_row("旧2")),
    )

    told = [(k.problem.says, k.problem.report_id) for k in problems_of(town, again)]
    assert told == [
        ("这个编号的件已经在本机关登记。不重复导入。", str(with_number.pk)),
        ("这一行以前已经导入。不重复导入。", str(without.pk)),
    ]


def test_a_known_row_has_no_link_for_whoever_may_not_meet_the_report(town):
    told = a_row("旧1", 被反映人="柳青山")
    imported(town["clerk"], "a.xlsx", ledger(told))

    again = checked(town["reported"], "b.xlsx", ledger(a_row("旧1", 被反映人="无此人氏")))

    (kept,) = problems_of(town, again, "reported")
    assert kept.problem.report_id == ""


def test_whoever_is_reported_does_not_import_the_report_and_does_not_meet_it(town):
    told = ledger(a_row("旧1", 被反映人="柳青山"), a_row("旧2"))
    own = checked(town["relative"], "a.xlsx", told)

    found = imported(town["clerk"], "b.xlsx", ledger(a_row("旧3", 被反映人="柳青山"), a_row("旧4")))

    assert tally_of(own).foreseen == 1
    about, _ = reports_of(found)
    assert about.pk not in registered_reports(town["reported"]).values_list("pk", flat=True)
    assert about.people.get().tokens() != ()


def test_a_name_that_several_bear_needs_the_post(town):
    found = checked(town["clerk"], "a.xlsx", ledger(a_row("旧1", 被反映人="同名周")))

    (kept,) = problems_of(town, found)
    assert kept.problem.says == "名册中有不止一名“同名周”，请在表中写明他的职务和单位（与名册一致）。"


def test_the_same_file_is_not_taken_twice_until_it_was_undone(town):
    content = ledger(a_row("旧1"))
    found = imported(town["clerk"], "a.xlsx", content)
    with pytest.raises(FileWasImported):
        mapped(town["clerk"], "b.xlsx", content)

    undone(town, found)

    again = imported(town["clerk"], "b.xlsx", content)
    assert [each.number for each in reports_of(again)] == ["2025-0002"]


def test_a_report_is_found_by_its_old_number_and_by_its_words(town):
    imported(town["clerk"], "a.xlsx", ledger(a_row("青信-77"), a_row("青信-78")))
    first = Report.objects.order_by("number").first()

    by_number = find_terms(by=town["clerk"], terms={"old_number": ["青信-77"]})
    by_words = find_terms(by=town["clerk"], terms={"gram": ["水渠维"]})

    assert list(by_number) == [first.pk]
    assert len(by_words) == 2


def test_a_kept_repeat_is_tied_to_its_first_report_and_stands_in_its_matter(town):
    heading = [*HEADING, "初次来件编号"]
    rows = [
        [*a_row("旧1"), ""],
        [*a_row("旧2", 状态="重复留存"), "旧1"],
        [*a_row("旧3", 状态="重复留存"), "不存在"],
    ]
    content = workbook(("台账", [heading, rows[0]])), workbook(("台账", [heading, *rows[1:]]))

    first = reports_of(imported(town["clerk"], "a.xlsx", content[0]))[0]
    later = imported(town["clerk"], "b.xlsx", content[1])

    (repeat,) = reports_of(later)
    assert (repeat.state, repeat.repeat_of_id) == (ReportState.KEPT, first.pk)
    assert MatterLink.objects.get(report=repeat).matter == MatterLink.objects.get(report=first).matter
    assert tally_of(later).problems == 1


def test_a_failure_in_a_chunk_leaves_nothing_and_the_next_call_goes_on(town, monkeypatch):
    monkeypatch.setattr(chunks, "CHUNK", 2)
    monkeypatch.setattr("yixian.reception.actions.importing.CHUNK", 2)
    found = checked(town["clerk"], "a.xlsx", ledger(*(a_row(f"旧{n}") for n in range(5))))
    start_import(by=town["clerk"], ledger_import=found)
    found.refresh_from_db()
    bring_chunk(town["clerk"], found, LATER)
    with monkeypatch.context() as broken:
        broken.setattr("yixian.desk.importing.settle_imported", _power_cut)
        with pytest.raises(RuntimeError):
            bring_chunk(town["clerk"], found, LATER)
    halfway = (Report.objects.count(), ImportedRow.objects.count(), tally_of(found).records)

    importing.go_on(town["clerk"], found, LATER)

    assert halfway == (2, 2, 2)
    assert [each.number for each in reports_of(found)] == [f"2025-000{n}" for n in range(1, 6)]
    assert tally_of(found).records == 5


def _power_cut(**_: object) -> None:
    raise RuntimeError("power cut")


def test_undoing_voids_every_report_and_keeps_its_number_and_days(town):
    found = imported(
        town["clerk"],
        "a.xlsx",
        ledger(a_row("旧1", 举报人="林春福", 被反映人="柳青山"), a_row("旧2", 状态="已登记", 办结日期="")),
    )
    reports = reports_of(found)
    seals = [s for r in reports for s in (r.account, r.identity, *(p.name_seal for p in r.people.all())) if s]
    seals += list(Matter.objects.values_list("title", flat=True))

    undone(town, found)

    tally = tally_of(found)
    assert (found.state, found.undone_by_id) == (ImportState.UNDONE, town["chief"].staff_id)
    assert (tally.rows, tally.records, tally.problems, tally.undone) == (2, 2, 0, 2)
    after = Report.objects.filter(pk__in=[r.pk for r in reports]).order_by("number")
    assert [(r.number, r.state, r.received_on) for r in after] == [
        ("2025-0001", "voided", date(2025, 3, 4)),
        ("2025-0002", "voided", date(2025, 3, 4)),
    ]
    assert DataKey.objects.filter(pk__in=seals, erased_on=LATER).count() == len(seals)
    assert SealedItem.objects.filter(data_key__in=seals).count() == 0
    assert IndexTail.objects.filter(record__in=[r.pk for r in reports]).count() == 0
    assert ReportedPerson.objects.exclude(cadre_token=None, unit_token=None).count() == 0
    assert Clock.objects.filter(met_on__isnull=True).count() == 0
    assert registered_reports(town["chief"]).count() == 0
    assert figure_rows(town["chief"], [town.organ.pk], until=LATER) == []
    assert StepTaken.objects.filter(act="reception.undo_rows").count() == 2


def test_undoing_is_refused_and_says_which_reports_stand_against_it(town):
    found = imported(town["clerk"], "a.xlsx", ledger(a_row("旧1", 状态="已登记", 办结日期=""), a_row("旧2")))
    accept_report(by=town["clerk"], report=reports_of(found)[0], on=LATER)

    with pytest.raises(UsedSince) as refused:
        undo_import(by=town["chief"], ledger_import=found, on=LATER)

    assert refused.value.message == "导入后已有1件继续办理，不能整批撤销：2025-0001（已继续办理）。"
    assert Report.objects.filter(state=ReportState.VOIDED).count() == 0


def test_a_clerk_does_not_undo(town):
    found = imported(town["clerk"], "a.xlsx", ledger(a_row("旧1")))

    with pytest.raises(NotPermitted):
        undo_import(by=town["clerk"], ledger_import=found, on=LATER)


def test_each_chunk_leaves_one_entry_that_names_the_import(town):
    found = imported(town["clerk"], "a.xlsx", ledger(*(a_row(f"旧{n}") for n in range(3))))

    acts = [each.act for each in entries() if each.subject == found.trail_subject]

    assert sorted(
        acts.count(act)
        for act in set(acts)
        if act in ("reception.import_rows", "assessment.settle_imported", "reception.begin_import")
    ) == [1, 1, 1]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["2025-03-04", "20250304", "年初", "", "2025年3月4日", "45720", "3/4/2025"]),
        st.sampled_from(["来信", "信", "来访", "鸽子", "", "12388电话"]),
        st.sampled_from(["反映低保。", "", "=1+1", "反映水渠。\n第二行", "金" * 300]),
        st.sampled_from(["办结", "办理中", "不予受理", "重复留存", "", "乱写"]),
        st.sampled_from(["2025-05-01", "", "2024-01-01"]),
        st.sampled_from(["", "1", "2", "3"]),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_rows_in_are_records_and_problems_whatever_stands_in_them(town, rows):
    told = [
        a_row(number, 收到日期=day, 渠道=channel, 反映内容=account, 状态=state, 办结日期=closed)
        for day, channel, account, state, closed, number in rows
    ]
    before = Report.objects.count()

    found = checked(town["clerk"], "a.csv", as_csv(told))
    start_import(by=town["clerk"], ledger_import=found)
    found.refresh_from_db()
    importing.go_on(town["clerk"], found, LATER)
    found.refresh_from_db()

    tally = tally_of(found)
    assert tally.rows + tally.skipped == len(rows)
    assert tally.rows == tally.records + tally.problems
    assert Report.objects.count() - before == tally.records
    undone(town, found)


def as_csv(rows: list[list[object]]) -> bytes:
    held = StringIO()
    csv.writer(held).writerows([HEADING, *rows])
    return held.getvalue().encode()
