import datetime as dt

from openpyxl import load_workbook

from tests.insight.analysis.making import make_ledger
from yixian.insight.analysis import analyse, take_in, write_outputs


def test_the_ledger_has_the_usual_columns_then_what_was_read(tmp_path):
    write_outputs(analyse(take_in(make_ledger(tmp_path / "台账.xlsx"))), tmp_path)

    sheet = load_workbook(tmp_path / "ledger.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    first = dict(zip(rows[0], rows[1], strict=True))

    assert rows[0][:9] == ["序号", "编号", "收到日期", "信访方式", "来源", "初重", "署名", "主题", "反映内容"]
    assert (first["序号"], first["编号"], first["信访方式"], first["来源"]) == (1, "QH-001", "来信", "自收")
    assert (first["收到日期"], first["办结日期"]) == (dt.datetime(2026, 1, 5), dt.datetime(2026, 3, 1))
    assert (first["初重"], first["署名"], first["处理结果"]) == ("初次", "署名", "党内严重警告")
    assert sheet.freeze_panes == "A2"


def test_no_reporter_is_in_any_output(tmp_path):
    write_outputs(analyse(take_in(make_ledger(tmp_path / "台账.xlsx"))), tmp_path)

    import zipfile

    texts = {}
    for path in tmp_path.iterdir():
        if path.suffix in (".xlsx", ".docx") and path.name != "台账.xlsx":
            with zipfile.ZipFile(path) as archive:
                texts[path.name] = "".join(
                    archive.read(name).decode("utf-8", "replace")
                    for name in archive.namelist()
                    if name.endswith("xml")
                )
        elif path.suffix in (".csv", ".json"):
            texts[path.name] = path.read_text("utf-8")
    assert len(texts) == 7
    assert [name for name, text in texts.items() if "化名" in text] == []
