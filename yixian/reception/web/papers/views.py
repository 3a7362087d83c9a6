"""The wording of papers: the list, one paper with its versions, checking, looking, taking into use, going back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.protection.officer import Officer
from yixian.protection.web.door import officer_of, permit
from yixian.reception.actions import (
    NotFitForUse,
    check_paper_template,
    preview_paper_template,
    return_to_paper_template,
    take_paper_template,
)
from yixian.reception.enums import PaperKind
from yixian.reception.papers import places_of
from yixian.reception.queries import paper_templates, template_to_edit, wordings_of
from yixian.reception.web.papers.forms import TemplateUpload
from yixian.roster.queries import organ_of
from yixian.toolkit.answers import file_answer
from yixian.toolkit.documents.templates import Checked
from yixian.toolkit.parcels import ParcelLost, unwrap, wrap
from yixian.toolkit.today import today
from yixian.trail.refusal import Refusal

SALT = "yixian.reception.papers."
TOO_LATE = "检查结果已经过期，请重新选择文件检查。"


def _kind(name: str) -> PaperKind:
    if name not in PaperKind.values:
        raise Http404
    return PaperKind(name)


@permit("reception.check_paper_template", reads_only=True)
def papers(request: HttpRequest) -> HttpResponse:
    """Every paper, and whether the office words it itself."""
    officer = officer_of(request)
    context = {"wordings": wordings_of(officer.organ_id), "organ": organ_of(officer.organ_id)}
    return render(request, "reception/papers.html", context)


@permit("reception.check_paper_template")
def wording(request: HttpRequest, kind: str) -> HttpResponse:
    """One paper: what is in use, its placeholders, its versions; and a template to be checked."""
    officer, paper = officer_of(request), _kind(kind)
    form = TemplateUpload(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, officer, paper, form)
    (file,) = form.cleaned_data["template"]
    checked = check_paper_template(by=officer, kind=paper, content=file.content)
    return _page(request, officer, paper, TemplateUpload(), checked=checked)


def _page(
    request: HttpRequest,
    officer: Officer,
    kind: PaperKind,
    form: TemplateUpload,
    *,
    checked: Checked | None = None,
) -> HttpResponse:
    versions = list(paper_templates(officer.organ_id, kind))
    fit = checked is not None and not checked.problems
    context: dict[str, Any] = {
        "kind": kind,
        "form": form,
        "checked": checked,
        "parcel": wrap(checked.content, salt=SALT + kind) if checked is not None and fit else "",
        "versions": versions,
        "current": versions[0] if versions else None,
        "places": places_of(kind),
    }
    return render(request, "reception/paper.html", context)


@permit("reception.take_paper_template")
def take(request: HttpRequest, kind: str) -> HttpResponse:
    """Take the checked template into use."""
    officer, paper = officer_of(request), _kind(kind)
    if request.method != "POST":
        return redirect("reception:paper", kind)
    try:
        content = unwrap(request.POST.get("parcel", ""), salt=SALT + paper)
        taken = take_paper_template(by=officer, kind=paper, content=content, on=today())
    except ParcelLost:
        messages.error(request, TOO_LATE)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(
            request, f"已启用第{taken.version}版。以后发出的{paper.label}用这份模板，已经发出的不变。"
        )
    return redirect("reception:paper", kind)


@permit("reception.preview_paper_template")
def look(request: HttpRequest, kind: str) -> HttpResponse:
    """The paper with invented values, as PDF: of the checked template, of a version, or of the shipped one (0)."""
    officer, paper = officer_of(request), _kind(kind)
    try:
        content = _to_look_at(request, officer, paper)
        shown = preview_paper_template(by=officer, kind=paper, content=content)
    except (ParcelLost, NotFitForUse) as refusal:
        messages.error(request, refusal.message if isinstance(refusal, NotFitForUse) else TOO_LATE)
        return redirect("reception:paper", kind)
    return file_answer(shown.pdf, f"{paper.label}样张.pdf", shown=True)


def _to_look_at(request: HttpRequest, officer: Officer, kind: PaperKind) -> bytes:
    if "parcel" in request.POST:
        return unwrap(request.POST["parcel"], salt=SALT + kind)
    return _of_version(officer, kind, request.POST.get("version", ""))


@permit("reception.check_paper_template", reads_only=True)
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """The Word template of a version, to be edited."""
    officer, paper = officer_of(request), _kind(kind)
    content = _of_version(officer, paper, request.GET.get("version", ""))
    return file_answer(content, f"{paper.label}模板.docx")


def _of_version(officer: Officer, kind: PaperKind, asked: str) -> bytes:
    """Nothing asked for means the one in use."""
    version = int(asked) if asked.isdecimal() and len(asked) < 9 else None
    if asked and version is None:
        raise Http404
    content = template_to_edit(officer.organ_id, kind, version)
    if content is None:
        raise Http404
    return content


@permit("reception.return_to_paper_template")
def go_back(request: HttpRequest, kind: str) -> HttpResponse:
    """Use an earlier version, or the shipped one (0), from now on."""
    officer, paper = officer_of(request), _kind(kind)
    asked = request.POST.get("version", "")
    if request.method != "POST" or not asked.isdecimal() or len(asked) > 8:
        return redirect("reception:paper", kind)
    try:
        version = int(asked) or None
        return_to_paper_template(by=officer, kind=paper, version=version, on=today())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        which = f"第{version}版" if version else "软件自带的模板"
        messages.success(request, f"已恢复{which}。以后发出的{paper.label}用它，已经发出的不变。")
    return redirect("reception:paper", kind)
