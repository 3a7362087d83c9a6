"""An import at the desk, page by page, as a clerk goes through it without JavaScript."""

from html.parser import HTMLParser
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from tests.desk.sitting import page, sit
from tests.reception.importing.flow import imported, reports_of
from tests.reception.importing.making import gbk, titled, workbook
from yixian.assessment.actions import export_ledger
from yixian.assessment.queries import LedgerFilter
from yixian.desk.ledger import LATER_COLUMNS
from yixian.desk.web.importing.forms import LedgerUpload
from yixian.reception.actions import accept_report
from yixian.reception.enums import ImportState
from yixian.reception.models import LedgerImport, Report
from yixian.reception.queries import tally_of
from yixian.toolkit.files.uploads import LARGEST_OF_ALL

URL = "/desk/imports"
REPEATS = [
    ["编号", "收到日期", "渠道", "反映内容", "状态", "初次来件编号"],
    ["重2", "2025-08-05", "来信", "又反映水渠。", "重复留存", "重1"],
    ["重1", "2025-07-05", "来信", "反映水渠。", "在办", ""],
]
HEADING = ["编号", "收到日期", "渠道", "反映内容", "举报人"]


def upload(client, content: bytes, name: str = "台账.xlsx"):
    return client.post(URL, {"ledger": SimpleUploadedFile(name, content)})


def as_shown(form_page: str) -> dict[str, str]:
    """What a browser would send of the selects on a page: each with its chosen option."""

    class Selects(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.chosen: dict[str, str] = {}
            self.name = ""

        def handle_starttag(self, tag, attrs):
            told = dict(attrs)
            if tag == "select":
                self.name = told["name"]
            elif tag == "option" and (self.name not in self.chosen or "selected" in told):
                self.chosen[self.name] = told.get("value", "")

    selects = Selects()
    selects.feed(form_page)
    return selects.chosen


def went_through(client, content: bytes, name: str = "台账.xlsx") -> str:
    """Upload, columns and words as guessed, dry run; the address of the import."""
    columns = upload(client, content, name)["Location"]
    words = client.post(columns, as_shown(page(client.get(columns))))["Location"]
    return client.post(words, as_shown(page(client.get(words))))["Location"]


def test_a_clerk_goes_from_the_file_to_the_register_by_pressing_buttons(town):
    client = sit(town)
    address = went_through(client, titled())
    shown = page(client.get(address))

    done = client.post(f"{address}/start")
    after = page(client.get(done["Location"]))

    assert "共 3 行：可以导入 3 行，有问题 0 行" in shown
    assert "导入完成" in after
    assert "2024-0001 至 2024-0003（3 件）" in after
    assert Report.objects.count() == 3


def test_the_columns_page_shows_three_rows_and_our_guess_of_each_column(town):
    client = sit(town)
    address = upload(client, titled())["Location"]

    shown = page(client.get(address))

    assert "柳大山虚报粮食补贴面积。<br>石有田收取办证手续费。<br>建议公开村务。" in shown
    assert '<option value="detail" selected>反映内容</option>' in shown
    assert "跳过 1 行" in shown


def test_a_mapping_without_a_day_is_refused_and_keeps_what_was_chosen(town):
    client = sit(town)
    address = upload(client, titled())["Location"]
    chosen = {**as_shown(page(client.get(address))), "c2": "keep", "c1": "keep"}

    shown = page(client.post(address, chosen))

    assert "请指明哪一列是“收到日期”" in shown
    assert '<option value="id" selected>' not in shown


def test_a_word_nobody_knows_is_chosen_by_the_clerk(town):
    rows = [HEADING, ["旧1", "2025-03-04", "鸽子", "反映水渠。", ""]]
    client = sit(town)
    columns = upload(client, workbook(("台账", rows)))["Location"]
    words = client.post(columns, as_shown(page(client.get(columns))))["Location"]

    address = client.post(words, {**as_shown(page(client.get(words))), "channel-0": "other"})["Location"]

    assert "可以导入 1 行，有问题 0 行" in page(client.get(address))


def test_the_problems_are_listed_and_go_out_as_a_workbook_without_the_reporter(town):
    rows = [HEADING, ["旧1", "年初", "来信", "反映水渠。", "林春福"]]
    client = sit(town)
    address = went_through(client, workbook(("台账", rows)))

    shown = page(client.get(address))
    book = client.post(f"{address}/problems")

    assert "日期看不懂。请写成 2024-03-05 这样的年月日。" in shown
    heading, line = load_workbook(BytesIO(book.content)).active.iter_rows(values_only=True)
    told = dict(zip(heading, line, strict=True))
    assert (told["行"], told["有问题的栏"], told["所填内容"]) == ("第2行", "收到日期", "年初")
    assert "举报人" not in heading
    assert "林春福" not in str(line) + shown


def test_a_formula_in_a_problem_row_stays_text_in_the_workbook(town):
    lines = '编号,收到日期,渠道,反映内容\n旧1,年初,来信,"=HYPERLINK(""http://x"")"\n'
    client = sit(town)
    address = went_through(client, lines.encode(), "台账.csv")

    book = client.post(f"{address}/problems")

    cells = {cell.value: cell.data_type for cell in load_workbook(BytesIO(book.content)).active[2]}
    assert cells['=HYPERLINK("http://x")'] == "s"


def test_a_file_that_is_no_ledger_is_refused_on_the_form(town):
    client = sit(town)

    shown = page(upload(client, b"%PDF-1.7 nothing", "a.xlsx"))

    assert "“a.xlsx”是PDF 文件，不是表格。" in shown
    assert LedgerImport.objects.count() == 0


def test_a_file_that_is_too_large_is_refused_with_the_limit():
    file = SimpleUploadedFile("台账.xlsx", b"PK")
    file.size = LARGEST_OF_ALL + 1

    form = LedgerUpload({}, {"ledger": file})

    assert form.errors["ledger"] == ["文件超过 50 MB，请按年份拆成几个文件分别导入。"]


def test_the_import_can_be_given_up_before_anything_is_registered(town):
    client = sit(town)
    address = went_through(client, gbk(), "台账.csv")

    shown = page(client.get(client.post(f"{address}/drop")["Location"]))

    assert "这次导入已经取消" in shown
    assert (Report.objects.count(), LedgerImport.objects.get().state) == (0, ImportState.DROPPED)


def test_another_clerk_gets_no_page_of_it(town):
    address = went_through(sit(town), gbk(), "台账.csv")

    assert sit(town, "other_clerk").get(address).status_code == 404


def test_a_handler_and_an_analyst_have_no_imports(town):
    assert [sit(town, who).get(URL).status_code for who in ("handler", "analyst")] == [403, 403]


def test_the_chief_undoes_it_after_being_asked_and_a_clerk_has_no_button(town):
    found = imported(town["clerk"], "台账.csv", gbk())
    chief = sit(town, "chief")
    asked = page(chief.get(f"{URL}/{found.pk}/undo"))

    after = page(chief.get(chief.post(f"{URL}/{found.pk}/undo")["Location"]))

    assert "2025-0001 至 2025-0002" in asked
    assert "这次导入已经撤销" in after
    assert "撤销这次导入" not in page(sit(town).get(f"{URL}/{found.pk}"))


def test_a_clerk_is_told_who_can_undo_an_import(town):
    found = imported(town["clerk"], "台账.csv", gbk())

    told = "请纪委书记打开这一页整批撤销"
    shown = [page(sit(town, role).get(f"{URL}/{found.pk}")) for role in ("clerk", "chief")]

    assert [told in each for each in shown] == [True, False]


def test_what_is_no_ledger_is_not_quoted_back_as_noise(town):
    shown = page(upload(sit(town), bytes(range(128, 256)) * 8, "台账.xlsx"))

    assert "这个文件读不出文字，不是台账" in shown


def test_what_stands_against_undoing_is_told_on_the_page(town):
    rows = [[*HEADING, "状态"], ["旧1", "2025-03-04", "来信", "反映水渠。", "", "已登记"]]
    found = imported(town["clerk"], "台账.xlsx", workbook(("台账", rows)))
    accept_report(by=town["clerk"], report=reports_of(found)[0], on=found.begun_on)
    chief = sit(town, "chief")

    shown = page(chief.post(f"{URL}/{found.pk}/undo", follow=True))

    assert "不能整批撤销：2025-0001（已继续办理）" in shown


def test_the_dossier_shows_what_the_ledger_had_besides(town):
    rows = [[*HEADING, "处理结果"], ["旧1", "2025-03-04", "来信", "反映水渠。", "", "责令公开"]]
    found = imported(town["clerk"], "台账.xlsx", workbook(("台账", rows)))

    shown = page(sit(town).get(f"/desk/reports/{reports_of(found)[0].pk}"))

    assert "原编号" in shown
    assert "旧1" in shown
    assert "责令公开" in shown


def test_what_this_office_exports_another_imports_again(town):
    imported(town["clerk"], "台账.xlsx", titled())
    imported(town["clerk"], "台账.csv", gbk())
    imported(town["clerk"], "重复.xlsx", workbook(("台账", REPEATS)))
    exported = export_ledger(
        by=town["chief"], wanted=LedgerFilter(), on=LedgerImport.objects.first().begun_on, later=LATER_COLUMNS
    )
    before = told_of(Report.objects.order_by("number"))

    moved = imported(town["county_clerk"], "台账.xlsx", exported.content)

    assert tally_of(moved).problems == 0
    assert told_of(Report.objects.filter(organ=town.county).order_by("received_on")) == sorted(before)


def told_of(reports) -> list[tuple[object, ...]]:
    return sorted(
        (
            each.received_on,
            each.registered_on,
            each.channel,
            each.source,
            each.state,
            each.answered_on,
            tuple(person.category for person in each.people.order_by("position")),
            tuple(each.classifications.filter(is_current=True).values_list("report_class", "main_issue")),
        )
        for each in reports
    )
