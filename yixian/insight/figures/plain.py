"""Figures as plain values for JSON: names of fields as keys, dates in ISO form, shares rounded."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from enum import Enum

SHOWN_ROWS = 200
"""Ids behind a number are listed up to here; beyond it the count stands and rows.csv answers."""

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]


def as_plain(value: object) -> Plain:
    """Any figure, breakdown or composition as JSON-ready values, in a fixed order."""
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, dt.date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        return {
            field.name: _field(field.name, getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    if isinstance(value, Mapping):
        return {str(key): as_plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [as_plain(one) for one in value]
    raise TypeError(f"no plain form for {type(value).__name__}")


def _field(name: str, value: object) -> Plain:
    if name == "rows" and isinstance(value, tuple) and len(value) > SHOWN_ROWS:
        return []
    return as_plain(value)
