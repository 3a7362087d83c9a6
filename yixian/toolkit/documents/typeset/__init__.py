"""A Word document as PDF/A, without Word or LibreOffice.

What official papers use is read from the .docx into plain JSON (paragraphs, runs, tables, pictures, page, header and
footer) and set by typst from one fixed template: whatever people typed is data there, never markup. What this cannot
set is named by ``unsupported``, so that nothing is lost in silence.
"""

from yixian.toolkit.documents.typeset.compiling import as_pdf
from yixian.toolkit.documents.typeset.unsupported import unsupported

__all__ = ["as_pdf", "unsupported"]
