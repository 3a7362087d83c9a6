"""The database engine ``yixian.toolkit.sqlite``: Django's own for SQLite, with a turnstile before each transaction.

Statements outside a transaction, and other processes, still meet each other by SQLite's own waiting.
The four hooks are Django's private ones, which its stubs leave out.
"""

from collections import defaultdict
from threading import Lock
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from yixian.toolkit.sqlite.turnstile import Turnstile

PATIENCE = 20.0
_turnstiles: defaultdict[str, Turnstile] = defaultdict(Turnstile)
_guard = Lock()


class DatabaseWrapper(base.DatabaseWrapper):
    """Holds its place from BEGIN to COMMIT, ROLLBACK or the closing of the connection."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._inside: Turnstile | None = None

    def _start_transaction_under_autocommit(self) -> None:
        self._enter()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self._leave()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._leave()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._leave()

    def _enter(self) -> None:
        with _guard:
            turnstile = _turnstiles[str(self.settings_dict["NAME"])]
        if self._inside is None:
            if not turnstile.enter(self.settings_dict["OPTIONS"].get("timeout", PATIENCE)):
                raise OperationalError("database is locked: others in this process did not finish in time")
            self._inside = turnstile

    def _leave(self) -> None:
        turnstile, self._inside = self._inside, None
        if turnstile is not None:
            turnstile.leave()
