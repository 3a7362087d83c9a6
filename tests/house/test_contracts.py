"""The import contracts hold, and a planted breach of each kind is found by the real linter."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINTER = Path(sys.executable).with_name("lint-imports")

BREACHES = {
    "an earlier house looks ahead": (
        "yixian/reception/queries/planted.py",
        "import yixian.resolution.actions\n",
        "The order of the work: later may look back, earlier never looks ahead",
    ),
    "models know of actions": (
        "yixian/reception/models/planted.py",
        "import yixian.reception.actions\n",
        "The rooms of a house: web asks actions, actions keep models, models know only words",
    ),
    "the law needs Django": (
        "yixian/regulations/planted.py",
        "import django.db\n",
        "Law and language are pure: they need neither Django nor a database",
    ),
    "somebody else opens the vault": (
        "yixian/reception/actions/planted.py",
        "import yixian.vault.models\n",
        "Only protection opens the vault",
    ),
    "the window sees what is behind reception": (
        "yixian/window/planted.py",
        "import yixian.resolution.queries\n",
        "The public window sees reception and nothing behind it",
    ),
    "insight acts": (
        "yixian/insight/queries/planted.py",
        "import yixian.reception.actions\n",
        "Insight reads, it never acts",
    ),
    "somebody comes in by the back door": (
        "yixian/desk/planted.py",
        "import yixian.reception.models\n",
        "Callers of reception come through the front door",
    ),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINTER, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": "."},
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the source in which a breach can be planted."""
    shutil.copytree(
        ROOT / "yixian",
        tmp_path / "yixian",
        ignore=lambda _, names: {
            n for n in names if n in {"static", "templates", "__pycache__"} or n.endswith(".npz")
        },
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_house_keeps_its_contracts():
    result = lint(ROOT)

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("breach", BREACHES, ids=str)
def test_a_planted_breach_is_found(house: Path, breach: str):
    path, line, contract = BREACHES[breach]
    (house / path).write_text(line, encoding="utf-8")

    result = lint(house)

    assert result.returncode == 1
    assert f"{contract} BROKEN" in " ".join(result.stdout.split())
