"""No log line holds a sealed value. Tests plant canaries; this handler reads every line for them."""

import logging

CANARIES = ("金丝雀姓名", "金丝雀正文", "13800000999")
"""Planted by tests as a reporter's name, a report's words and a phone number; recognised everywhere."""


class SealedValueLogged(AssertionError):
    """A log line held what only the cabinet may hold."""


class CanaryHandler(logging.Handler):
    """Collects the log lines that hold a canary; the conftest fails the test that wrote one."""

    def __init__(self) -> None:
        super().__init__(level=logging.NOTSET)
        self.caught: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record)
        self.caught += [f"{record.name}: holds {canary}" for canary in CANARIES if canary in line]
