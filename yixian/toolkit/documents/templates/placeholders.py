"""A place in a template that is filled from the record: {{来件编号}}. There is no other syntax."""

import re
from dataclasses import dataclass

NAME = re.compile(r"\w+")
PLACE = re.compile(r"\{\{(\w+)\}\}")
"""A placeholder as it stands in a mended template."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """``meaning`` tells a clerk what will stand there; ``sample`` is invented. A ``required`` one may not be left
    out of a template; ``is_picture`` is filled with a picture, not with words.
    """

    name: str
    meaning: str
    sample: str
    required: bool = False
    is_picture: bool = False

    @property
    def written(self) -> str:
        return f"{{{{{self.name}}}}}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG to be put in a placeholder's place, ``width`` millimetres wide."""

    png: bytes
    width: float
