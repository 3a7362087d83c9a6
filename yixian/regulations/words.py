"""The base of every vocabulary: a stored English value and the Chinese label that people read."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """``LETTER = "letter", "来信"``; ``choices()`` is what a Django field or form takes."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        return word

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(each.value, each.label) for each in cls]

    @classmethod
    def labelled(cls, label: str) -> Self:
        """The word with this Chinese label, as read from a spreadsheet or an oracle."""
        for each in cls:
            if each.label == label:
                return each
        known = "、".join(each.label for each in cls)
        raise ValueError(f"“{label}”不是可用的说法，应当是：{known}")
