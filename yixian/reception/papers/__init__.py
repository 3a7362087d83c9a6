"""The papers that reception issues, as plain Chinese text files, and how they are filled.

Every date, number of days and article in them comes from the record or from ``regulations``; the texts hold none.
The first line of a filled paper is its title. Nobody is named in them: the reporter is addressed by number.
"""

from yixian.reception.papers.filling import PaperText, fill
from yixian.reception.papers.printing import as_docx

__all__ = ["PaperText", "as_docx", "fill"]
