"""The papers that reception issues: the shipped templates, the office's own, and how they are filled.

Every date, number of days and article in them comes from the record or from ``regulations``; the templates hold
none. Nobody who reported is named in them: the reporter is addressed by number.
"""

from yixian.reception.papers.engine import FilledPaper, fill
from yixian.reception.papers.places import places_of, samples_of

__all__ = ["FilledPaper", "fill", "places_of", "samples_of"]
