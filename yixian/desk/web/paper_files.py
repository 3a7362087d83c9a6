"""A paper as an answer: PDF to be looked at and printed, or Word to be kept and edited."""

from django.http import HttpResponse

from yixian.reception.actions import FilledPaper
from yixian.toolkit.answers import file_answer

LOOK = "look"
"""Asked for by a preview: the PDF, shown and not saved."""


def paper_file(paper: FilledPaper, name: str, way: str) -> HttpResponse:
    """``way`` is what the button said: pdf, docx or look; anything else is pdf."""
    ending = "docx" if way == "docx" else "pdf"
    content = paper.docx if ending == "docx" else paper.pdf
    return file_answer(content, f"{name}.{ending}", shown=way == LOOK)
