"""A file as an answer, under its Chinese name, never cached."""

from django.http import HttpResponse
from django.utils.encoding import escape_uri_path

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def as_file(content: bytes, name: str, *, shown: bool = False) -> HttpResponse:
    """``shown`` in the browser instead of saved. The browser neither guesses what it is nor keeps it."""
    answer = HttpResponse(content, content_type=MEDIA[name.rpartition(".")[2]])
    way = "inline" if shown else "attachment"
    answer["Content-Disposition"] = f"{way}; filename*=UTF-8''{escape_uri_path(name)}"
    answer["Cache-Control"] = "no-store"
    return answer
