"""Whether a bag is whole: every file there, unchanged, and none that no list knows. A ZIP is read, never unpacked."""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from yixian.toolkit.bags.writing import MANIFEST, TAG_MANIFEST, sha256

AT_ONCE = 1 << 20
SPOILT = (BadZipFile, OSError, EOFError, RuntimeError, zlib.error)
"""What a ZIP says when it is no ZIP, was cut short or changed, or is locked."""
MOST_TOLD = 50


class NoBag(Exception):
    """Nothing that can be verified; ``str()`` is a Chinese sentence fit for the screen."""


@dataclass(frozen=True, slots=True)
class Checked:
    """``wrong`` are sentences; none of them means that the bag is whole."""

    files: int
    fingerprint: str
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """The files of a bag by path, and how each is opened."""

    names: frozenset[str]
    open: Callable[[str], IO[bytes]]

    def read(self, name: str) -> bytes:
        with self.open(name) as stream:
            return stream.read()

    def sum_of(self, name: str) -> str:
        found = hashlib.sha256()
        with self.open(name) as stream:
            while part := stream.read(AT_ONCE):
                found.update(part)
        return found.hexdigest()


def check_bag(path: Path) -> Checked:
    """A ZIP or the folder that came out of one."""
    if path.is_dir():
        names = frozenset(each.relative_to(path).as_posix() for each in path.rglob("*") if each.is_file())
        return _check(_Held(names, lambda name: (path / name).open("rb")))
    try:
        with ZipFile(path) as packed:
            return _check(_in_zip(packed))
    except FileNotFoundError:
        raise NoBag(f"没有找到“{path}”。") from None
    except SPOILT as error:
        raise NoBag(f"“{path.name}”打不开：文件已损坏，或者不是电子卷宗（ZIP）。") from error


def _in_zip(packed: ZipFile) -> _Held:
    files = [each.filename for each in packed.infolist() if not each.is_dir()]
    folder = next((each.removesuffix("bagit.txt") for each in files if each.endswith("bagit.txt")), "")
    names = frozenset(each.removeprefix(folder) for each in files if each.startswith(folder))
    return _Held(names, lambda name: packed.open(folder + name))


def _check(held: _Held) -> Checked:
    if not {"bagit.txt", MANIFEST} <= held.names:
        raise NoBag(f"这里没有 bagit.txt 和 {MANIFEST}，不是电子卷宗。")
    manifest = held.read(MANIFEST)
    listed = _read_sums(manifest)
    wrong = [*_compared(held, listed)]
    if TAG_MANIFEST in held.names:
        wrong += _compared(held, _read_sums(held.read(TAG_MANIFEST)))
    else:
        wrong.append(f"缺少 {TAG_MANIFEST}，目录和清单本身无法核对。")
    strays = sorted(each for each in held.names if each.startswith("data/") and each not in listed)
    wrong += [f"清单里没有：{each}" for each in strays]
    return Checked(len(listed), sha256(manifest), tuple(wrong[:MOST_TOLD]))


def _compared(held: _Held, listed: dict[str, str]) -> Iterator[str]:
    for name, told in listed.items():
        if name not in held.names:
            yield f"缺少：{name}"
        elif _sum_or_none(held, name) != told:
            yield f"内容与清单不符：{name}"


def _sum_or_none(held: _Held, name: str) -> str | None:
    """None for one whose bytes cannot be read back: a ZIP keeps a checksum of its own."""
    try:
        return held.sum_of(name)
    except SPOILT:
        return None


def _read_sums(manifest: bytes) -> dict[str, str]:
    """Path → checksum, as ``sha256sum`` writes them; a line that is none is told, not passed over."""
    listed = {}
    for number, line in enumerate(manifest.decode("utf-8", "replace").splitlines(), start=1):
        told, _, name = line.partition(" ")
        if len(told) != hashlib.sha256().digest_size * 2 or not name.strip():
            raise NoBag(f"清单第{number}行读不懂，可能被改动。")
        listed[name.strip().removeprefix("*")] = told.lower()
    return listed
