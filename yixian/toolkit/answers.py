"""A file as an answer: under its Chinese name, of a kind that the browser does not guess, and never kept by it."""

from django.http import HttpResponse
from django.utils.encoding import escape_uri_path

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


def file_answer(content: bytes, name: str, *, media_type: str = "", shown: bool = False) -> HttpResponse:
    """``shown`` in the browser instead of saved; the media type is that of the name's ending unless it is given."""
    answer = HttpResponse(content, content_type=media_type or MEDIA[name.rpartition(".")[2]])
    way = "inline" if shown else "attachment"
    answer["Content-Disposition"] = f"{way}; filename*=UTF-8''{escape_uri_path(name)}"
    answer["Cache-Control"] = "no-store"
    return answer
