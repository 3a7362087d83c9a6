"""Where the demonstration lives: a folder of its own, complete or not there at all.

It is prepared in a draft folder, which takes its name only when everything is in it. An interrupted preparation
leaves a draft that the next start throws away. An office's own records lie one folder above and are not touched.
"""

import fcntl
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

DRAFT, NOTE = "demo.draft", "demo.json"


@dataclass(frozen=True)
class Note:
    """What a start prints (it loads no Django), and by which text and schema the demonstration was made."""

    prepared_on: str
    answered: str
    under_way: str
    log_ins: list[list[str]]
    made_by: str


@dataclass(frozen=True)
class Place:
    """``home`` is the installation's folder; the demonstration takes ``demo`` in it."""

    home: Path

    @property
    def folder(self) -> Path:
        return self.home / "demo"

    def note(self) -> Note | None:
        """The note of a demonstration that is complete and of this version; else nothing."""
        path = self.folder / NOTE
        if not path.is_file():
            return None
        note = Note(**json.loads(path.read_text(encoding="utf-8")))
        return note if note.made_by == fingerprint() else None

    def prepare(self, fill: Callable[[Path], None]) -> None:
        """Let ``fill`` make everything in the draft, and then put it in place of what was there."""
        with self._alone():
            draft = self.home / DRAFT
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir(mode=0o700)
            fill(draft)
            if self.folder.exists():
                shutil.rmtree(self.folder)
            draft.rename(self.folder)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One preparation at a time; the lock goes with its process, however that ends."""
        with (self.home / "demo.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def write_note(folder: Path, note: Note) -> None:
    (folder / NOTE).write_text(json.dumps(asdict(note), ensure_ascii=False, indent=1), encoding="utf-8")


def fingerprint() -> str:
    """Of the schema and of the stories: a demonstration made by another version is made again."""
    digest = sha256()
    for path in sorted(_sources(files("yixian")), key=str):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _sources(package: Traversable) -> Iterator[Traversable]:
    for house in package.iterdir():
        migrations = house.joinpath("migrations")
        if migrations.is_dir():
            yield from _files(migrations)
    yield from _files(package.joinpath("config", "demo"))


def _files(folder: Traversable) -> Iterator[Traversable]:
    for each in folder.iterdir():
        if each.is_dir() and each.name != "__pycache__":
            yield from _files(each)
        elif each.name.endswith((".py", ".toml")):
            yield each
