"""Where an installation lives on the disk, and the secret that signs its cookies."""

import os
import secrets
from pathlib import Path

OWNER_ALONE = 0o077
DATABASE = "yixian.sqlite3"


def home() -> Path:
    """The installation's folder: ``YIXIAN_HOME``, or ``.yixian`` in the user's home folder."""
    folder = Path(os.environ.get("YIXIAN_HOME") or Path.home() / ".yixian").resolve()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def close_to_others(folder: Path) -> None:
    """What this process writes is its owner's alone, and so is what is there: the folder may have been made by hand.

    SQLite gives its log files the mode of the database.
    """
    os.umask(os.umask(OWNER_ALONE) | OWNER_ALONE)
    for path in (folder, *folder.glob(f"{DATABASE}*")):
        if path.stat().st_uid == os.getuid() and path.stat().st_mode & OWNER_ALONE:
            path.chmod(path.stat().st_mode & ~OWNER_ALONE)


def secret_key(folder: Path) -> str:
    """The signing secret of this installation, made once and readable by its owner only.

    It signs cookies and nothing else: sealed content does not depend on it.
    """
    path = folder / "secret-key"
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii").strip()


def _write_once(path: Path, text: str) -> None:
    """Create ``path`` whole or not at all; the first of two processes wins."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_text(text, encoding="ascii")
    draft.chmod(0o600)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first; its secret is the installation's
    finally:
        draft.unlink()
