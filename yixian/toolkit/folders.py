"""A folder of results that is there whole or not at all.

Everything is written into a hidden folder beside the target and renamed at the end, so that Ctrl-C, a full
disk or a power cut leaves the old results or none, never half of the new ones.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class FolderProblem(Exception):
    """The folder cannot be written; ``str()`` is a Chinese sentence fit for the screen."""


def check_target(target: Path, *, is_ours: Callable[[Path], bool]) -> None:
    """Say at once, before hours of work, whether the results may go to ``target``."""
    if target.exists() and not target.is_dir():
        raise FolderProblem(f"“{target}”是一个文件，不能用作输出文件夹，请换一个名称。")
    if target.is_dir():
        _check_contents(target, is_ours)
    standing = _standing(target)
    if not standing.is_dir():
        raise FolderProblem(f"“{standing}”是一个文件，不能在其下建立输出文件夹，请换一个位置。")
    if not os.access(standing, os.W_OK):
        raise FolderProblem(f"没有权限在“{standing}”中写入，请换一个位置。")


def _standing(target: Path) -> Path:
    """The nearest folder above ``target`` that exists already."""
    return next(parent for parent in target.absolute().parents if parent.exists())


def _check_contents(target: Path, is_ours: Callable[[Path], bool]) -> None:
    names = {entry.name for entry in target.iterdir()}
    if opened := sorted(name for name in names if name.startswith(("~$", ".~lock"))):
        raise FolderProblem(f"“{target}”中有文件正被打开（{opened[0]}），请先关闭 Excel、WPS 或 Word。")
    if names and not is_ours(target):
        raise FolderProblem(f"文件夹“{target}”已有其他内容，为免覆盖，请换一个新的文件夹名称。")


@contextmanager
def whole_folder(target: Path, *, is_ours: Callable[[Path], bool]) -> Iterator[Path]:
    """Give a folder to write into; it becomes ``target`` only when the block ends without an exception."""
    target = target.absolute()
    check_target(target, is_ours=is_ours)
    standing = _standing(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.parent / f".{target.name}.{secrets.token_hex(4)}.draft"
    try:  # named before it is made: an interrupt at whatever moment finds it to take away
        draft.mkdir(mode=0o700)
        yield draft
        check_target(target, is_ours=is_ours)
        _put_in_place(draft, target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        _remove_empty(target, standing)


def _remove_empty(target: Path, standing: Path) -> None:
    """Take away the folders that were made for nothing; one that holds something stays."""
    for parent in target.parents:
        if parent == standing or any(parent.iterdir()):
            return
        parent.rmdir()


def _put_in_place(draft: Path, target: Path) -> None:
    draft.chmod(0o700)
    if not target.exists():
        draft.rename(target)
        return
    old = draft.with_suffix(".old")
    target.rename(old)
    try:
        draft.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old)
