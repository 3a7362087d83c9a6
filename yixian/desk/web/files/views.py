"""One file of a report. A PDF is shown as pictures of its pages, a paper as its words; only what is a picture or
a recording goes to the browser as it is, and even that with headers that let it do nothing.
"""

from typing import Protocol
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.desk.case import Case
from yixian.desk.web.frame import officer_of, report_or_404
from yixian.protection.web.door import permit
from yixian.reception.actions import OpenedFile, open_attachment
from yixian.toolkit.answers import file_answer
from yixian.toolkit.drawing import NoSuchPage, NotDrawn, page_count
from yixian.toolkit.files import PICTURES, SOUNDS, VIDEOS, FileKind
from yixian.toolkit.files.showing import page_picture, words_in
from yixian.toolkit.today import today


class Shown(Protocol):
    """A file as it was opened, whichever house keeps it."""

    @property
    def kind(self) -> FileKind: ...

    @property
    def content(self) -> bytes: ...


OPEN = "reception.open_attachment"
NOTHING_RUNS = "sandbox; default-src 'none'; style-src 'none'; frame-ancestors 'none'"


def opened_file(request: HttpRequest, report_id: UUID, position: int) -> OpenedFile:
    """The file, if the officer may meet its report; any other does not exist."""
    officer = officer_of(request)
    report = report_or_404(officer, report_id)
    if not report.attachments.filter(position=position).exists():
        raise Http404
    return open_attachment(by=officer, report=report, position=position)


@permit(OPEN, reads_only=True)
def file(request: HttpRequest, report_id: UUID, position: int) -> HttpResponse:
    """The viewer. ``?page=`` turns the pages of a PDF."""
    found = opened_file(request, report_id, position)
    report = report_or_404(officer_of(request), report_id)
    context = {
        "report": report,
        "back": _back(request, report),
        "position": position,
        **shown_in_viewer(request, found),
    }
    return render(request, "desk/files/file.html", context)


def _back(request: HttpRequest, report: object) -> tuple[str, str]:
    """To the dossier, or to the registration of a report that waits for it."""
    case = Case(officer_of(request), report, today())  # type: ignore[arg-type]
    return case.label or "待登记来件", case.home


def shown_in_viewer(request: HttpRequest, found: "Shown") -> dict[str, object]:
    """What the template of a viewer needs of a file; ``?page=`` turns the pages of a PDF."""
    pages, asked = pages_in(found), request.GET.get("page", "1")
    return {
        "found": found,
        "shown": way_of(found.kind),
        "pages": pages,
        "page": min(max(int(asked), 1), pages) if asked.isdecimal() and pages else 1,
        "words": words_in(found.kind, found.content),
    }


def way_of(kind: FileKind) -> str:
    """How the viewer shows a file of this kind."""
    ways = {PICTURES: "picture", SOUNDS: "sound", VIDEOS: "video", frozenset({FileKind.PDF}): "pages"}
    return next((way for kinds, way in ways.items() if kind in kinds), "words")


@permit(OPEN, reads_only=True)
def file_content(request: HttpRequest, report_id: UUID, position: int) -> HttpResponse:
    """The file itself. Pictures and recordings are shown in the viewer; everything may be saved."""
    found = opened_file(request, report_id, position)
    shows = "save" not in request.GET and found.kind in PICTURES | SOUNDS | VIDEOS
    return sandboxed(found.content, found.media_type, found.name, save=not shows)


@permit(OPEN, reads_only=True)
def file_page(request: HttpRequest, report_id: UUID, position: int, page: int) -> HttpResponse:
    """One page of a PDF as a picture."""
    found = opened_file(request, report_id, position)
    return page_answer(found, page)


def pages_in(found: "Shown") -> int:
    """Of a PDF; 0 of anything else, and of one that can't be read in time: it may still be saved."""
    if found.kind is not FileKind.PDF:
        return 0
    try:
        return page_count(found.content)
    except NotDrawn:
        return 0


def page_answer(found: "Shown", page: int) -> HttpResponse:
    """One page as a picture; one that can't be drawn in time is told by the words in its place."""
    if found.kind is not FileKind.PDF or page < 1:
        raise Http404
    try:
        picture = page_picture(found.content, page)
    except NoSuchPage:
        raise Http404 from None
    except NotDrawn:
        return HttpResponse(
            "这一页画不出来，请保存到本机查看。", status=422, content_type="text/plain; charset=utf-8"
        )
    return sandboxed(picture, FileKind.JPEG.media_type, f"{page}.jpg")


def sandboxed(content: bytes, media_type: str, name: str, *, save: bool = False) -> HttpResponse:
    """A file answer in which nothing runs, whatever it turns out to be."""
    answer = file_answer(content, name, media_type=media_type, shown=not save)
    answer["Content-Security-Policy"] = NOTHING_RUNS
    return answer


def file_url(report_id: UUID, position: int) -> str:
    return reverse("desk:file", args=[report_id, position])
