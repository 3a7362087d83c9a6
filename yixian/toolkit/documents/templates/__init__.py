"""Papers whose wording an office keeps in Word: named placeholders, a checker in plain Chinese, and the filling."""

from yixian.toolkit.documents.templates.checking import LARGEST, Checked, check_template
from yixian.toolkit.documents.templates.filling import Forbidden, fill_template
from yixian.toolkit.documents.templates.placeholders import Picture, Placeholder
from yixian.toolkit.documents.templates.reading import Words, words_of

__all__ = [
    "LARGEST",
    "Checked",
    "Forbidden",
    "Picture",
    "Placeholder",
    "Words",
    "check_template",
    "fill_template",
    "words_of",
]
