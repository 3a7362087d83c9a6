import os
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from tests.insight.analysis.making import REPORTS, make_ledger
from yixian.config.commands.analyse import command
from yixian.insight.analysis import OUTPUTS

pytestmark = pytest.mark.own_office


@pytest.fixture
def ledger(tmp_path):
    return make_ledger(tmp_path / "台账.xlsx")


def run(*arguments):
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_a_ledger_becomes_seven_files_and_the_preview_says_what_was_recognised(ledger, tmp_path):
    result = run(ledger, "--out", tmp_path / "结果", "--office", "青禾镇纪委")

    assert result.exit_code == 0, result.output
    assert sorted(entry.name for entry in (tmp_path / "结果").iterdir()) == sorted(OUTPUTS)
    said = result.output.splitlines()
    assert said[:2] == ["工作表：Sheet", "  编号 ← 编号    例：QH-001"]
    assert "  反映人 ← 反映人    例：（不显示）" in said
    assert "共 4 行：可用 4 行，不可用 0 行。" in said


def test_a_preview_writes_nothing(ledger, tmp_path):
    result = run(ledger, "--preview")

    assert result.exit_code == 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["台账.xlsx"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "请用 --out 指定输出文件夹，例如 --out 分析结果；只看识别情况可加 --preview。"),
        (("--preview", "--columns", "编号"), "--columns 中的“编号”无法理解，应写作“字段=列名”。"),
        (
            ("--preview", "--columns", "诉求=反映内容"),
            "--columns 中的“诉求=反映内容”无法理解，应写作“字段=列名”。",
        ),
        (("--preview", "--columns", "详情=正文"), "表中没有名为“正文”的列"),
        (("--preview", "--from", "去年"), "--from 的日期“去年”无法识别，请写作 2026-01-01。"),
        (("--preview", "--from", "2026-02-01", "--to", "2026-01-01"), "报告期的截止日期早于起始日期。"),
        (("--preview", "--sheet", "三月"), "没有名为“三月”的工作表。"),
    ],
)
def test_a_mistake_is_answered_by_one_sentence_and_no_trace(ledger, arguments, sentence):
    result = run(ledger, *arguments)

    assert result.exit_code == 1
    assert result.output.startswith(f"错误：{sentence}")
    assert len(result.output.splitlines()) == 1


def test_a_bad_file_leaves_no_folder(tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 broken")

    result = run(tmp_path / "坏.xlsx", "--out", tmp_path / "结果")

    assert result.exit_code == 1
    assert result.output == (
        "错误：“坏.xlsx”已损坏，无法打开。请用 Excel 或 WPS 打开并另存一份，或重新获取文件。\n"
    )
    assert [entry.name for entry in tmp_path.iterdir()] == ["坏.xlsx"]


def test_a_folder_of_other_things_is_refused_before_any_work(ledger, tmp_path):
    result = run(ledger, "--out", tmp_path)

    assert result.output == f"错误：文件夹“{tmp_path}”已有其他内容，为免覆盖，请换一个新的文件夹名称。\n"


def test_our_own_earlier_result_may_be_replaced(ledger, tmp_path):
    assert [run(ledger, "--out", tmp_path / "结果").exit_code for _ in range(2)] == [0, 0]


def test_a_table_with_no_usable_row_writes_nothing(tmp_path):
    ledger = make_ledger(tmp_path / "台账.xlsx", [["1", *[""] * 9]])

    result = run(ledger, "--out", tmp_path / "结果")

    assert result.output.splitlines()[-1] == "错误：没有可用的行，未生成任何文件。"
    assert not (tmp_path / "结果").exists()


def test_columns_named_with_full_width_marks_are_understood(ledger):
    result = run(ledger, "--preview", "--columns", "详情＝主题，主题＝反映内容")

    assert "  主题 ← 反映内容    例：禾田村支部书记田某2025年3月以其亲属名义" in result.output


def test_ctrl_c_leaves_no_half_written_file(tmp_path):
    many = [[f"Q{n}", *report[1:]] for n in range(1500) for report in REPORTS[:1]]
    ledger = make_ledger(tmp_path / "台账.xlsx", many)
    start = [sys.executable, "-c", "from yixian.config.cli import main; main()"]
    child = subprocess.Popen(
        [*start, "analyse", str(ledger), "--out", str(tmp_path / "结果")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=dict(os.environ),
        preexec_fn=hears_ctrl_c,
    )
    wait_for(lambda: list(tmp_path.glob(".结果.*.draft")), child)

    child.send_signal(signal.SIGINT)
    _, errors = child.communicate(timeout=60)

    assert (child.returncode, errors.decode().strip()) == (130, "已中断，没有留下不完整的文件。")
    assert [entry.name for entry in tmp_path.iterdir()] == ["台账.xlsx"]


def hears_ctrl_c():
    """What a shell starts in the background is deaf to it, and hands that on to its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(ready, child):
    until = time.monotonic() + 60
    while not ready():
        assert child.poll() is None, "it ended before it could be interrupted"
        assert time.monotonic() < until
        time.sleep(0.01)
