"""Long word lists stand in text files beside this one, so that staff can read and extend them."""

from functools import cache
from importlib import resources


@cache
def listed(name: str) -> tuple[str, ...]:
    """The words of <name>.txt, longest first, as patterns and look-ups need them."""
    text = (resources.files("yixian.language.words") / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(sorted(set(text.split()), key=lambda word: (-len(word), word)))
