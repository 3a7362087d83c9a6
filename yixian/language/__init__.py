"""语言: understanding Chinese complaint text. Pure: no Django, no database, no network.

The front door: `read` and `read_many` turn a subject and a detail into a `Reading`; `hints` asks a
reporter for what is missing; `mask` hides personal data; `answer_guess` tells an answer that only acknowledges;
`normalise` gives words their one spelling. Models load on first use.
"""

from yixian.language.accused import Accused
from yixian.language.answers import AnswerGuess, answer_guess
from yixian.language.hinting import hints
from yixian.language.masking import mask
from yixian.language.normalise import normalise
from yixian.language.reading import Reading, read, read_many

__all__ = [
    "Accused",
    "AnswerGuess",
    "Reading",
    "answer_guess",
    "hints",
    "mask",
    "normalise",
    "read",
    "read_many",
]
