"""The command line says nothing in English, whether it is asked for help or called wrongly."""

import re

import pytest
from click.testing import CliRunner

from yixian.config.cli import COMMANDS, main

ENGLISH = re.compile(
    r"\b(?:Usage|Options|Commands|Show|Error|Missing|No such|Try|default|required|exit|TEXT|FILE)\b"
)
CALLS = [[], *([name] for name in COMMANDS if name != "manage"), ["roster", "import"], ["package", "verify"]]


def said(*words: str) -> str:
    return CliRunner().invoke(main, list(words), prog_name="yixian").output


@pytest.mark.parametrize("call", CALLS, ids="-".join)
def test_help_is_chinese(call):
    told = said(*call, "--help")

    assert told.startswith(f"用法：{' '.join(['yixian', *call])} [选项]")
    assert ENGLISH.findall(told) == []


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (["nix"], "没有'nix'这个命令。"),
        (["serve", "--nix"], "没有“--nix”这个选项。"),
        (["serve", "--port", "0"], "选项 --port 不对：应当是1到65535的整数。"),
        (["roster", "import"], "没有写参数“文件”。"),
        (["roster", "import", "/nix"], "参数“文件”不对：没有这个文件，或者打不开，请核对路径。"),
        (["audit", "verify", "x"], "多写了x。"),
    ],
)
def test_a_mistake_is_told_in_chinese(call, sentence):
    told = said(*call)

    assert told.splitlines()[-1] == f"错误：{sentence}"
    assert ENGLISH.findall(told) == []
