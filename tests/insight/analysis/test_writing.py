import json

import pytest

from tests.insight.analysis.making import HEADINGS, REPORTS, make_ledger, read_csv
from yixian.insight.analysis import OUTPUTS, analyse, is_ours, take_in, write_outputs
from yixian.language import read


def written(folder, path):
    folder.mkdir()
    write_outputs(analyse(take_in(path), office="青禾镇纪委"), folder)
    return folder


@pytest.fixture
def out(tmp_path):
    rows = [*REPORTS, ["QH-001", "", "重号", "", "重号", "", "", "", "", ""], ["QH-9", *[""] * 9]]
    return written(tmp_path / "结果", make_ledger(tmp_path / "台账.xlsx", rows, HEADINGS))


def test_seven_files_are_written(out):
    assert sorted(entry.name for entry in out.iterdir()) == sorted(OUTPUTS)


def test_rows_has_the_promised_columns_in_order_with_exact_ids_and_plain_values(out):
    rows = read_csv(out / "rows.csv")
    reading = read(REPORTS[0][2], REPORTS[0][4])

    assert list(rows[0]) == [
        *("id", "kind", "kind_probability", "accusation_probability", "department", "department_probability"),
        *("department_sure", "issues", "accused", "places", "who", "what", "when", "where", "evidence"),
        *("self_identified", "motive"),
    ]
    assert [row["id"] for row in rows] == ["QH-001", "QH-002", "QH-003", "QH-004"]
    assert (rows[0]["kind"], rows[0]["accusation_probability"]) == (
        reading.kind,
        str(reading.accusation_probability),
    )
    assert json.loads(rows[0]["issues"]) == list(reading.issues)
    assert json.loads(rows[0]["accused"]) == [
        {"name": one.name, "post": one.post, "unit": one.unit} for one in reading.accused
    ]
    assert json.loads(rows[0]["places"]) == list(reading.places)
    assert {row["who"] for row in rows} | {row["department_sure"] for row in rows} <= {"true", "false"}


def test_rows_in_are_rows_out_and_problems(out):
    figures = json.loads((out / "figures.json").read_text("utf-8"))

    assert read_csv(out / "problems.csv") == [
        {"row": "6", "reason": "编号“QH-001”与第 2 行重复。"},
        {"row": "7", "reason": "主题和详情都是空的。"},
    ]
    assert (figures["rows_in"], figures["rows_out"], figures["problems"]) == (6, 4, 2)
    assert len(read_csv(out / "rows.csv")) == 4


def test_every_row_has_its_matter_and_its_matters_rank(out):
    matters = read_csv(out / "matters.csv")

    assert list(matters[0]) == ["id", "matter", "heat_rank"]
    assert [row["id"] for row in matters] == ["QH-001", "QH-002", "QH-003", "QH-004"]
    ranks = {row["matter"]: int(row["heat_rank"]) for row in matters}
    assert sorted(ranks.values()) == list(range(1, len(ranks) + 1))


def test_pairs_carry_a_likeness_between_nought_and_one_and_reasons(out):
    pairs = read_csv(out / "pairs.csv")

    assert list(pairs[0]) == ["id_a", "id_b", "likeness", "reasons"]
    assert all(0 <= float(pair["likeness"]) <= 1 for pair in pairs)
    assert all(isinstance(json.loads(pair["reasons"]), list) for pair in pairs)
    assert ("QH-002", "QH-003") in {(pair["id_a"], pair["id_b"]) for pair in pairs}


def test_the_same_input_gives_the_same_bytes_in_every_file(tmp_path):
    path = make_ledger(tmp_path / "台账.xlsx")

    one, two = written(tmp_path / "一", path), written(tmp_path / "二", path)

    assert [name for name in OUTPUTS if (one / name).read_bytes() != (two / name).read_bytes()] == []


def test_an_id_that_is_a_formula_cannot_run_and_is_the_same_in_every_file(tmp_path):
    rows = [["=cmd|' /C calc'!A0", "修路", "=1+1"], ["-7", "修桥", "@SUM(1)"]]

    out = written(tmp_path / "结果", make_ledger(tmp_path / "台账.xlsx", rows, ["编号", "主题", "详情"]))

    ids = [row["id"] for row in read_csv(out / "rows.csv")]
    assert ids == [row["id"] for row in read_csv(out / "matters.csv")]
    assert all(id == "-7" or id.startswith("'") for id in ids)


def test_a_folder_is_ours_when_it_holds_our_files_and_nothing_else(out):
    assert is_ours(out)

    (out / "照片.jpg").touch()

    assert not is_ours(out)


def test_a_report_of_somebody_else_is_not_ours(tmp_path):
    (tmp_path / "report.docx").touch()
    assert not is_ours(tmp_path)

    (tmp_path / "figures.json").write_text("{}")

    assert not is_ours(tmp_path)
