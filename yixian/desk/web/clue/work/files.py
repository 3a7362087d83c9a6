"""The file of one piece of evidence: shown as a washed copy, saved to the byte."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.desk.verification_case import WorkCase
from yixian.desk.web.clue.work.base import work_case_or_404
from yixian.desk.web.files.views import page_answer, sandboxed, shown_in_viewer
from yixian.desk.web.frame import officer_of
from yixian.protection.web.door import permit
from yixian.resolution.actions import EvidenceFile, open_evidence
from yixian.toolkit.files import PICTURES, SOUNDS, VIDEOS

OPEN = "resolution.open_evidence"


def _opened(case: WorkCase, key: int, *, original: bool = False) -> EvidenceFile:
    item = next((each.item for each in case.evidence if each.item.pk == key), None)
    if item is None or item.file is None:
        raise Http404
    return open_evidence(by=case.officer, evidence=item, original=original)


@permit(OPEN, reads_only=True)
def evidence_file(request: HttpRequest, clue_id: UUID, key: int) -> HttpResponse:
    """The viewer. ``?page=`` turns the pages of a PDF."""
    case = work_case_or_404(officer_of(request), clue_id)
    found = _opened(case, key)
    context = {"case": case, "key": key, **shown_in_viewer(request, found)}
    return render(request, "desk/clue/evidence_file.html", context)


@permit(OPEN, reads_only=True)
def evidence_content(request: HttpRequest, clue_id: UUID, key: int) -> HttpResponse:
    """``?original`` gives the very bytes, only ever to be saved; without it the washed copy."""
    original = "original" in request.GET
    found = _opened(work_case_or_404(officer_of(request), clue_id), key, original=original)
    shows = not original and found.kind in PICTURES | SOUNDS | VIDEOS
    return sandboxed(found.content, found.kind.media_type, found.name, save=not shows)


@permit(OPEN, reads_only=True)
def evidence_page(request: HttpRequest, clue_id: UUID, key: int, page: int) -> HttpResponse:
    """One page of a PDF as a picture."""
    found = _opened(work_case_or_404(officer_of(request), clue_id), key)
    return page_answer(found, page)
