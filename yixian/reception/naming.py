"""One name however it is typed: with blanks or marks inside, in traditional characters, with a title after it.

Whoever is reported must not meet the report because a villager wrote 严守正书记 or 严　守正.
"""

import re
import unicodedata

from yixian.language.normalise import fold
from yixian.language.words.names import POSTS

_NOT_A_LETTER = re.compile(r"[\W_]+")
SHORTEST = 2
"""Characters that must be left of a name when its title is taken off."""
TITLES = sorted({post for post in POSTS if post}, key=len, reverse=True)


def bare(text: str) -> str:
    """Letters and figures only, half-width and simplified."""
    return _NOT_A_LETTER.sub("", fold(unicodedata.normalize("NFKC", text)))


def known_as(typed: str) -> str:
    """The name by which the roster would know the person: bare, without the title after it."""
    name = bare(typed)
    title = next((each for each in TITLES if name.endswith(each)), "")
    short = name.removesuffix(title)
    return short if len(short) >= SHORTEST else name
