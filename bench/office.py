"""A founded office in a throw-away folder, served as ``yixian serve`` serves one, and ended with it or at once.

python -m bench.office      found it in YIXIAN_HOME with the settings of DJANGO_SETTINGS_MODULE; prints its phrases
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.browser import Browser
from yixian.config.home import DATABASE

PATIENCE = 60.0
ROOT = Path(__file__).resolve().parents[1]
OFFICE, QUICK = "yixian.config.settings.office", "bench.quick_office"
SERVE = [sys.executable, "-c", "from yixian.config.cli import main; main()", "serve"]
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/desk/")
PEOPLE = (
    "shuji:某书记:纪委书记",
    "jiefang:某接访:接访员",
    "baoguan:某保管:身份保管人",
    "guanli:某管理:管理员",
)


@dataclass
class Office:
    """``phrases`` by log-in name open what is sealed. ``port`` while it is served.

    ``schema`` is a database file to begin with, in which the migrations have run: the founding then has none to run.
    """

    home: Path
    settings: str = OFFICE
    database: str = ""
    phrases: dict[str, str] = field(default_factory=dict, repr=False)
    port: int = 0
    server: subprocess.Popen[str] | None = None
    schema: Path | None = None

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("YIXIAN_")}
        ours = {
            "YIXIAN_HOME": str(self.home),
            "DJANGO_SETTINGS_MODULE": self.settings,
            "PYTHONPATH": str(ROOT),
        }
        return {**kept, **ours, **({"YIXIAN_DATABASE": self.database} if self.database else {})}

    def found(self) -> None:
        self.furnish()
        done = self.run("bench.office")
        self.phrases = json.loads(done)

    def furnish(self) -> None:
        """Put the schema in its place, if there is one."""
        if self.schema is not None:
            self.home.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.schema, self.home / DATABASE)

    def run(self, module: str, *, given: str = "") -> str:
        """A module of the bench, with this office's settings and folder; what it printed."""
        command = [sys.executable, "-m", module]
        run = {"env": self.environment, "cwd": ROOT, "capture_output": True, "text": True, "input": given}
        done = subprocess.run(command, check=False, **run)
        if done.returncode:
            raise RuntimeError(f"{module} failed:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def serve(self) -> None:
        self.begin()
        self.wait()

    def begin(self) -> None:
        """The real command, in a process group of its own."""
        self.server = subprocess.Popen(
            [*SERVE, "--port", str(self.port or 8600)],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            process_group=0,
        )

    def wait(self) -> None:
        """Until it answers."""
        assert self.server is not None
        self.port = _port_of(self.server)
        wait_for(self.port)

    def cut_off(self) -> None:
        """SIGKILL to the whole group: nothing gets to finish or to close."""
        assert self.server is not None
        os.killpg(self.server.pid, signal.SIGKILL)
        self._ended()

    def stop(self) -> None:
        if self.server is not None and self.server.poll() is None:
            os.killpg(self.server.pid, signal.SIGTERM)
            try:
                self.server.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(self.server.pid, signal.SIGKILL)
            self._ended()

    def _ended(self) -> None:
        assert self.server is not None
        self.server.communicate()
        self.server = None


def _port_of(server: subprocess.Popen[str]) -> int:
    assert server.stdout is not None
    for line in server.stdout:
        if found := ADDRESS.search(line):
            return int(found[1])
    raise RuntimeError(f"the office does not start (exit {server.wait()})")


def wait_for(port: int, path: str = "/") -> None:
    """Until the server answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with closing(Browser(port)) as browser:
                if browser.ask("GET", path).status < 500:
                    return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("the server does not answer")


@contextmanager
def founded(*, settings: str = OFFICE, database: str = "", schema: Path | None = None) -> Iterator[Office]:
    with tempfile.TemporaryDirectory(prefix="yixian-bench-") as folder:
        office = Office(Path(folder) / "home", settings, database, schema=schema)
        office.found()
        try:
            yield office
        finally:
            office.stop()


def cpu_seconds(group: int) -> float:
    """User and system time of all processes of the group."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended while we looked
        if int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Inside the office's environment."""
    from datetime import date

    import django

    django.setup()
    from yixian.config.office.founding import found
    from yixian.config.office.members import read_member
    from yixian.config.office.organs import rows_of
    from yixian.config.serving import migrate

    migrate()
    members = [read_member(f"QH/{person}") for person in PEOPLE]
    members += [read_member(f"YX/x.{person}") for person in PEOPLE if "接访" not in person]
    made = found(rows_of("YX:云溪县纪委监委:云纪信", "QH:青禾镇纪委:青纪信"), members, on=date.today())
    print(json.dumps({name: phrase for each in made for name, phrase in each.founding.phrases.items()}))


if __name__ == "__main__":
    main()
