"""The power fails in the middle of an import, more than once: no row is lost, and none comes twice."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from yixian.config.home import DATABASE

ROOT = Path(__file__).resolve().parents[2]
ROWS = 600


def office(home: Path, *arguments: str) -> "subprocess.Popen[str]":
    settings = {"YIXIAN_HOME": str(home), "DJANGO_SETTINGS_MODULE": "yixian.config.settings.test"}
    kept = {name: value for name, value in os.environ.items() if name != "YIXIAN_DATABASE"}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.stories.importing_office", *arguments],
        cwd=ROOT,
        env={**kept, **settings, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def killed_after(process: "subprocess.Popen[str]", chunks: int, seconds: float) -> None:
    """Wait for so many chunks, then a moment into the next one, then SIGKILL."""
    assert process.stdout is not None
    done = 0
    for line in process.stdout:
        done += line.strip() == "chunk"
        if done == chunks:
            break
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert process.returncode == -signal.SIGKILL


@pytest.mark.own_office
@pytest.mark.story
def test_an_import_killed_twice_in_the_middle_of_a_chunk_goes_on_and_ties_out(tmp_path, schema):
    shutil.copyfile(schema, tmp_path / DATABASE)
    draw = random.Random(20260309)  # noqa: S311 - when to pull the plug
    killed_after(office(tmp_path, str(ROWS)), 2, draw.uniform(0.01, 0.1))
    killed_after(office(tmp_path), 1, draw.uniform(0.01, 0.1))

    last = office(tmp_path)
    told, _ = last.communicate(timeout=240)

    figures = json.loads(told.splitlines()[-1])
    assert last.returncode == 0
    assert figures["rows"] == ROWS == figures["records"] + figures["problems"]
    assert figures["reports"] == figures["taken"] == figures["matters"] == figures["records"]
    assert figures["problems"] > 0
    assert figures["gaps"] == []
