"""The demonstration as a newcomer starts it: real processes, a real port, a folder of its own."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.prepared import DEMO, OFFICES_OWN, newcomer
from yixian.config.demo.place import Place

pytestmark = [pytest.mark.story, pytest.mark.own_office]
PATIENCE = 30


@pytest.fixture(scope="module")
def home(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy for this module: who is served writes."""
    return Path(shutil.copytree(demonstration, tmp_path_factory.mktemp("served") / "home"))


@dataclass
class Served:
    process: "subprocess.Popen[str]"
    port: int
    seconds: float
    code: int | None = None
    output: str = ""

    def status(self, path: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with closing(connection):
            connection.request("GET", path)
            with connection.getresponse() as answer:
                return answer.status


@contextmanager
def served(home: Path, wanted: int, port: int | None = None) -> Iterator[Served]:
    """Started, waited for, and stopped as by Ctrl-C."""
    began, port = time.monotonic(), port or wanted
    command = [*DEMO, "--port", str(wanted)]
    process = subprocess.Popen(
        command, env=newcomer(home), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        _wait_for(process, port)
        running = Served(process, port, time.monotonic() - began)
        yield running
    finally:
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=PATIENCE)
    running.code, running.output = process.returncode, output


def _wait_for(process: "subprocess.Popen[str]", port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    pytest.fail(f"the server did not answer on port {port}")


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_the_second_start_shows_the_first_page_without_preparing_again(home: Path) -> None:
    with served(home, a_free_port()) as running:
        statuses = [running.status(path) for path in ("/", "/desk/login", "/static/yixian/tokens.css")]

    assert statuses == [200, 200, 200]
    assert "正在准备" not in running.output


def test_ctrl_c_ends_it_quietly(home: Path) -> None:
    with served(home, a_free_port()) as running:
        pass

    assert (running.code, "Traceback" in running.output) == (0, False)


def test_it_prints_the_address_the_log_ins_and_the_codes(home: Path) -> None:
    note = json.loads((home / "demo" / "demo.json").read_text(encoding="utf-8"))

    with served(home, a_free_port()) as running:
        pass

    wanted = [
        f"http://127.0.0.1:{running.port}/desk/",
        "青禾-演示-守正如松",
        note["answered"],
        note["under_way"],
    ]
    assert [each for each in wanted if each not in running.output] == []


def test_a_busy_port_is_told_and_the_next_one_taken(home: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        wanted = int(busy.getsockname()[1])
        with served(home, wanted, wanted + 1) as running:
            status = running.status("/")

    assert status == 200
    assert f"端口 {wanted} 已被其他程序占用，改用 {wanted + 1}" in running.output


def test_the_offices_own_records_are_left_alone(home: Path) -> None:
    assert (home / "yixian.sqlite3").read_bytes() == OFFICES_OWN


def test_a_preparation_that_is_killed_is_begun_again(tmp_path: Path) -> None:
    command = [*DEMO, "--prepare-only"]
    with subprocess.Popen(
        command, env=newcomer(tmp_path), stdout=subprocess.DEVNULL, start_new_session=True
    ) as process:
        while not (tmp_path / "demo.draft").exists():
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGKILL)

    place = Place(tmp_path)

    assert (place.note(), place.folder.exists(), (tmp_path / "demo.draft").exists()) == (None, False, True)
