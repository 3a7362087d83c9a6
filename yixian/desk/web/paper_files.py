"""A paper as an answer: PDF to be looked at and printed, or Word to be kept and edited. Never cached."""

from django.http import HttpResponse
from django.utils.encoding import escape_uri_path

from yixian.reception.actions import FilledPaper

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
LOOK = "look"
"""Asked for by a preview: the PDF, shown and not saved."""


def paper_file(paper: FilledPaper, name: str, way: str) -> HttpResponse:
    """``way`` is what the button said: pdf, docx or look; anything else is pdf."""
    ending = "docx" if way == "docx" else "pdf"
    content = paper.docx if ending == "docx" else paper.pdf
    return as_file(content, f"{name}.{ending}", shown=way == LOOK)


def as_file(content: bytes, name: str, *, shown: bool = False) -> HttpResponse:
    """A file under its Chinese name; the browser neither guesses about it nor keeps it."""
    answer = HttpResponse(content, content_type=MEDIA[name.rpartition(".")[2]])
    way = "inline" if shown else "attachment"
    answer["Content-Disposition"] = f"{way}; filename*=UTF-8''{escape_uri_path(name)}"
    answer["Cache-Control"] = "no-store"
    return answer
