"""A county and a township, each with its own computer, home and database, that never meet but by files on a stick."""

import json
from base64 import b64decode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bench.office import QUICK, Office
from tests.stories.far_office import ACCOUNT


@dataclass
class Machine:
    """One of the two computers."""

    office: Office
    stick: Path

    def do(self, step: str, **with_what: Any) -> dict[str, Any]:
        told = json.dumps({"step": step, **with_what})
        answer: dict[str, Any] = json.loads(
            self.office.run("tests.stories.far_office", given=told).splitlines()[-1]
        )
        return answer

    def carry(self, made: dict[str, Any]) -> str:
        path = self.stick / made["name"]
        path.write_bytes(b64decode(made["file"]))
        return str(path)


@pytest.fixture
def machines(tmp_path: Path, schema: Path) -> tuple[Machine, Machine]:
    homes = [tmp_path / name for name in ("county", "town")]
    for each in (*homes, tmp_path / "stick"):
        each.mkdir()
    offices = [Office(home=each, settings=QUICK, schema=schema) for each in homes]
    for each in offices:
        each.furnish()
    county, town = (Machine(each, tmp_path / "stick") for each in offices)
    county.do("founded", county="YX:云溪县纪委监委:云纪信", organ="")
    town.do("founded", county="YX:云溪县纪委监委:云纪信", organ="LX:岭下镇纪委:岭纪信")
    cards = county.do("card"), town.do("card")
    county.do("introduce", relation="below", **cards[1])
    town.do("introduce", relation="above", **cards[0])
    return county, town


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
