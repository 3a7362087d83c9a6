"""No test talks to anything but this machine."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

HERE = {"127.0.0.1", "::1", "localhost", "0.0.0.0"}  # noqa: S104 - compared with, never bound


class NetworkForbidden(AssertionError):
    """A test tried to reach another machine."""


@contextmanager
def loopback_only() -> Iterator[None]:
    """Connections go to loopback addresses and Unix sockets; any other raises."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in HERE:
            raise NetworkForbidden(f"a test tried to reach {address[0]}")
        connect(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign]
    try:
        yield
    finally:
        socket.socket.connect = connect  # type: ignore[method-assign]
