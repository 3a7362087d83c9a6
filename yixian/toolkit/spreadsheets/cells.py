"""One cell as text: exact where it is an identifier, clean where it is prose."""

import datetime as dt
import re

from yixian.toolkit.spreadsheets.book import Cell

LONG_CELL = 32_767
"""Characters that Excel itself allows in a cell; other programs write more, and we read it all."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def strip_controls(text: str) -> str:
    """Drop what no reader can see and no XML may hold; keep tab and line feed."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def cell_text(value: Cell | None) -> str:
    """The text an office means by a cell: 188801.0 is 188801, a date is 2026-03-01, true is 是."""
    if value is None:
        return ""
    if isinstance(value, str):
        return strip_controls(_unescape(value)).strip()
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float | int):
        return _number(value)
    return _moment(value)


def _unescape(text: str) -> str:
    # Excel writes a carriage return in a cell as the literal _x000D_.
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _number(value: float | int) -> str:
    if isinstance(value, float) and not value.is_integer():
        return repr(value)
    return str(int(value))


def _moment(value: dt.date | dt.datetime | dt.time | dt.timedelta) -> str:
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    return str(value) if isinstance(value, dt.timedelta) else value.isoformat()
