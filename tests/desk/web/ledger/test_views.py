"""The ledger at the desk: every report that this officer may see, narrowed, sorted, and as a file."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.desk.sitting import page, sit
from tests.reception.township import ANONYMOUS, LETTER, REPORTER, TUESDAY, a_letter, about_the_secretary
from tests.resolution.casework import LETTER as SAME_LETTER
from tests.resolution.casework import an_archived_report, an_outcome, concluding
from yixian.assessment.actions import ClassFacts, classify_report
from yixian.protection.actions import make_code
from yixian.reception.actions import accept_report, register_call
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.resolution.actions import decide_outcome
from yixian.trail.queries import entries

URL, EXPORT = "/desk/ledger", "/desk/ledger/export"
ROADS = replace(ANONYMOUS, title="反映修路款", account="金丝雀正文：修路的钱没有公开。", received_on=TUESDAY)


def sheet_of(answer) -> list[dict[str, object]]:
    heading, *rows = load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def numbers_in(shown: str, *reports) -> list[bool]:
    return [f">{each.report.number}</a>" in shown for each in reports]


def two_reports(town):
    """A letter of Monday and a call of Tuesday."""
    return a_letter(town), register_call(by=town["clerk"], facts=ROADS, code=make_code(), on=TUESDAY)


def test_the_ledger_lists_what_the_officer_may_see_with_its_count_and_due_date(town):
    one, two = two_reports(town)

    shown = page(sit(town).get(URL))

    assert numbers_in(shown, one, two) == [True, True]
    assert "共 <strong>2</strong> 件" in shown
    assert "反映低保发放不公" in shown
    assert "还有 " in shown
    assert REPORTER.name not in shown


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("channel=call", [False, True]),
        ("signing=anonymous", [False, True]),
        ("since=2026-03-03", [False, True]),
        ("until=2026-03-02", [True, False]),
        ("state=accepted", [True, False]),
        ("report_class=accusation", [True, False]),
        ("report_class=none", [False, True]),
        ("issue=subsidy_favouritism", [True, False]),
        ("issue=collective_assets", [False, False]),
        ("number=0002", [False, True]),
        ("state=kept", [False, False]),
    ],
)
def test_each_filter_narrows_the_ledger(town, query, kept):
    one, two = two_reports(town)
    accept_report(by=town["clerk"], report=one.report, on=TUESDAY)
    facts = ClassFacts(report_class=ReportClass.ACCUSATION, main_issue=VillageIssue.SUBSIDY_FAVOURITISM)
    classify_report(by=town["clerk"], report=one.report, facts=facts, suggested=None, on=TUESDAY)

    shown = page(sit(town).get(f"{URL}?{query}"))

    assert numbers_in(shown, one, two) == kept


def test_only_overdue_means_that_a_running_clock_has_passed(town, settings):
    one, two = two_reports(town)
    before = page(sit(town).get(f"{URL}?overdue=on"))
    settings.YIXIAN_TODAY = one.report.received_on.replace(month=4, day=28)

    after = page(sit(town).get(f"{URL}?overdue=on"))

    assert "没有符合条件的来件" in before
    assert numbers_in(after, one, two) == [True, False]
    assert "已超期" in after


def test_an_impossible_period_is_told_in_place_and_nothing_typed_is_lost(town):
    a_letter(town)

    shown = page(sit(town).get(f"{URL}?since=2026-03-04&until=2026-03-01&channel=letter"))

    assert "截止日期不能早于起始日期" in shown
    assert 'value="2026-03-04"' in shown


def test_the_oldest_come_first_when_asked(town):
    one, two = two_reports(town)

    newest, oldest = (page(sit(town).get(f"{URL}?order={order}")) for order in ("newest", "oldest"))

    assert newest.index(two.report.number) < newest.index(one.report.number)
    assert oldest.index(one.report.number) < oldest.index(two.report.number)


@pytest.mark.parametrize("who", ["reported", "relative", "colleague"])
def test_the_reported_side_finds_neither_row_nor_count(town, who):
    about_the_secretary(town)
    client = sit(town, who)

    shown, rows = page(client.get(URL)), sheet_of(client.post(EXPORT))

    assert "台账里还没有您可以查看的来件" in shown
    assert rows == []


@pytest.mark.parametrize("who", ["analyst", "admin", "custodian"])
def test_who_handles_no_reports_is_not_let_in(town, who):
    client = sit(town, who)

    answers = [client.get(URL).status_code, client.post(EXPORT).status_code]

    assert answers == [403, 403]


def test_the_ledger_asks_as_many_queries_for_three_reports_as_for_one(town, django_assert_max_num_queries):
    client = sit(town)
    a_letter(town)
    client.get(URL)
    with django_assert_max_num_queries(200) as one:
        client.get(URL)
    a_letter(town, ANONYMOUS), a_letter(town)

    with django_assert_max_num_queries(200) as three:
        client.get(URL)

    assert len(three) == len(one)


def test_the_export_holds_the_offices_columns_and_no_reporter(town):
    clue = concluding(town, SAME_LETTER)
    person = clue.matter.links.get().report.people.get()
    outcome = an_outcome(town, clue, person.pk)
    decide_outcome(by=town["chief"], outcome=outcome, approved=True, on=TUESDAY)

    (row,) = sheet_of(sit(town, "chief").post(EXPORT))

    told = {
        name: row[name] for name in ("渠道", "被反映人姓名", "被反映人职务", "初重", "属实程度", "处理方式")
    }
    assert told == {
        "渠道": "来信",
        "被反映人姓名": "无此人氏",
        "被反映人职务": "组长",
        "初重": "初次",
        "属实程度": "基本属实",
        "处理方式": "批评教育",
    }
    assert not {str(value) for value in row.values()} & {REPORTER.name, REPORTER.phone, REPORTER.address}


def test_the_export_keeps_the_filters_and_is_recorded_with_its_count(town):
    _, two = two_reports(town)

    rows = sheet_of(sit(town).post(f"{EXPORT}?channel=call"))

    entry = entries(act="assessment.export_ledger").get()
    assert [row["编号"] for row in rows] == [two.report.number]
    assert (entry.subject, entry.outcome) == ("ledger:1", "done")


def test_a_title_that_looks_like_a_formula_stays_a_text(town):
    a_letter(town, replace(LETTER, title="=HYPERLINK(1)"))

    answer = sit(town).post(EXPORT)

    sheet = load_workbook(BytesIO(answer.content)).active
    cell = next(cell for cell in sheet[2] if cell.value == "=HYPERLINK(1)")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_an_archived_report_says_so_beside_its_state_and_is_found_by_it(town):
    archived, other = an_archived_report(town), a_letter(town)
    client = sit(town, "chief")

    every, found = page(client.get(URL)), page(client.get(f"{URL}?state=archived"))

    rows = every[every.index("<tbody>") :]
    assert (rows.count("已反馈"), rows.count("已归档")) == (1, 1)
    assert [f">{archived.number}</a>" in found, *numbers_in(found, other)] == [True, False]


def test_the_archived_ones_are_not_exported_as_if_they_were_all(town):
    an_archived_report(town)

    answer = sit(town, "chief").post(f"{EXPORT}?state=archived")

    assert (answer.status_code, answer.url) == (302, f"{URL}?state=archived")
