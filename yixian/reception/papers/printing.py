"""A filled paper as .docx, in memory: a reporter's paper is never written to the disk in the clear."""

import io

from yixian.reception.papers.filling import PaperText
from yixian.toolkit.documents import Paper


def as_docx(paper: PaperText) -> bytes:
    """The paper in the layout of GB/T 9704, with its number under the title."""
    document = Paper(subject=paper.title)
    document.title(paper.title)
    for line in paper.lines:
        document.body(line)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
