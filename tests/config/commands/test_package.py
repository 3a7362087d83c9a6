"""``yixian package verify``: a sentence that a person understands, and an exit code that a script does."""

from datetime import date

from click.testing import CliRunner

from yixian.config.commands.package import command
from yixian.toolkit.bags import Bag, BagFile

BAG = Bag("卷", [BagFile("001.pdf", b"%PDF-1")], [], {})


def run(path):
    return CliRunner().invoke(command, ["verify", str(path)])


def test_a_whole_package_is_said_to_be_whole_with_its_checksum(tmp_path):
    (tmp_path / "a.zip").write_bytes(BAG.as_zip(date(2026, 3, 4)))

    result = run(tmp_path / "a.zip")

    assert result.exit_code == 0
    assert "完好：共1份文件" in result.output
    assert BAG.fingerprint in result.output


def test_a_spoilt_one_is_named_and_the_command_fails(tmp_path):
    other = Bag("卷", [], [], {})
    object.__setattr__(other, "manifest", BAG.manifest)
    (tmp_path / "b.zip").write_bytes(other.as_zip(date(2026, 3, 4)))

    result = run(tmp_path / "b.zip")

    assert (result.exit_code, "缺少：data/001.pdf" in result.output) == (1, True)
    assert "完好" not in result.output


def test_what_is_no_package_is_told(tmp_path):
    result = run(tmp_path / "none.zip")

    assert result.exit_code == 1
    assert "没有找到" in result.output
