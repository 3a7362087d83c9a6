"""Logs that keep no words: of an exception its kind and its place, never its message, which may quote a value."""

import logging
import traceback
from types import TracebackType
from typing import TypeAlias

Caught: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class QuietFormatter(logging.Formatter):
    def formatException(self, ei: Caught) -> str:
        """``ValueError: '张三' is not a valid …`` becomes ``ValueError``, with the lines of code above it."""
        return "\n".join(_told(ei[1])) if ei[1] is not None else ""


def _told(error: BaseException) -> list[str]:
    """The chain of causes, the first one first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    frames = traceback.format_list(traceback.extract_tb(error.__traceback__))
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    return [*(_told(before) if before else []), "".join(frames).rstrip(), kind]
