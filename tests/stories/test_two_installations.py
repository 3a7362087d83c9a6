"""A county and a township, each with its own computer, home and database, that never meet but by files on a stick."""

import json
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bench.office import QUICK, ROOT, Office
from tests.stories.far_office import ACCOUNT


@dataclass
class Machine:
    """One of the two computers."""

    running: "subprocess.Popen[str]"
    stick: Path

    def do(self, step: str, **with_what: Any) -> dict[str, Any]:
        assert self.running.stdin is not None
        assert self.running.stdout is not None
        self.running.stdin.write(json.dumps({"step": step, **with_what}) + "\n")
        self.running.stdin.flush()
        line = self.running.stdout.readline()
        assert line, f"{step} failed: its words are on the standard error"
        answer: dict[str, Any] = json.loads(line)
        return answer

    def carry(self, made: dict[str, Any]) -> str:
        path = self.stick / made["name"]
        path.write_bytes(b64decode(made["file"]))
        return str(path)


@contextmanager
def started(home: Path, schema: Path, stick: Path) -> Iterator[Machine]:
    """Its process ends when nobody asks any more."""
    office = Office(home, QUICK, schema=schema)
    office.furnish()
    command = [sys.executable, "-m", "tests.stories.far_office"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=office.environment, cwd=ROOT, **pipes) as running:
        yield Machine(running, stick)


@pytest.fixture
def machines(tmp_path: Path, schema: Path) -> Iterator[tuple[Machine, Machine]]:
    stick = tmp_path / "stick"
    stick.mkdir()
    with (
        started(tmp_path / "county", schema, stick) as county,
        started(tmp_path / "town", schema, stick) as town,
    ):
        introduced(county, town)
        yield county, town


def introduced(county: Machine, town: Machine) -> None:
    """Both founded, and each with the other's card, read out over the telephone."""
    county.do("founded", county="YX:云溪县纪委监委:云纪信", organ="")
    town.do("founded", county="YX:云溪县纪委监委:云纪信", organ="LX:岭下镇纪委:岭纪信")
    cards = county.do("card"), town.do("card")
    county.do("introduce", relation="below", **cards[1])
    town.do("introduce", relation="above", **cards[0])


@pytest.mark.own_office
@pytest.mark.story
def test_a_letter_goes_on_a_stick_and_its_result_comes_back(machines):
    county, town = machines

    parcel = county.carry(county.do("send"))
    first, again = town.do("take_in", path=parcel), town.do("take_in", path=parcel)
    astray = county.do("take_in", path=parcel)
    receipt = town.carry(town.do("accept"))
    back = county.do("take_in", path=receipt)

    assert [
        (each["code"], text in each["says"])
        for each, text in (
            (first, "已收下云溪县纪委监委交办的一件"),
            (again, "已经导入过"),
            (astray, "不是封给本机关的"),
            (back, "已报结果"),
        )
    ] == [(0, True), (0, True), (1, True), (0, True)]
    here, there = county.do("standing"), town.do("standing")
    assert (here["sent"], here["came"]) == (["reported"], [])
    assert (there["sent"], there["came"], there["accounts"]) == ([], ["reported"], [ACCOUNT])
    assert (here["readable"], there["readable"]) == ([], [])
    assert (here["trail"], there["trail"]) == (True, True)
    assert [word for word in ("云溪", "岭下", "2026", "低保") if word in Path(parcel).name] == []
