"""/desk/imports: each step is a page of its own, and each page can be left and come back to."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from yixian.desk.importing import CHUNKS, go_on
from yixian.desk.web.frame import not_theirs, officer_of, tried
from yixian.desk.web.importing.forms import ColumnsForm, LedgerUpload, WordsForm
from yixian.desk.web.importing.problems import problem_book, problem_page
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.reception.actions import (
    begin_import,
    drop_import,
    map_columns,
    map_words,
    open_import,
    read_import_problems,
    start_import,
    undo_import,
)
from yixian.reception.enums import ImportState
from yixian.reception.queries import imports_of, number_spans, one_import, tally_of
from yixian.toolkit.answers import file_answer
from yixian.toolkit.today import today
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import LedgerImport

ON_A_PAGE = 20
BEFORE = (ImportState.UPLOADED, ImportState.MAPPED, ImportState.CHECKING, ImportState.CHECKED)


def _theirs(officer: Officer, import_id: UUID) -> "LedgerImport":
    found = one_import(officer, import_id)
    if found is None:
        raise not_theirs(officer, "reception.read_import", f"reception.ledgerimport:{import_id}")
    return found


@sensitive_post_parameters()
@permit("reception.begin_import")
def imports(request: HttpRequest) -> HttpResponse:
    """Choose a file; below it, what was imported before with its figures."""
    officer = officer_of(request)
    form = (
        LedgerUpload(request.POST or None, request.FILES or None)
        if request.method == "POST"
        else LedgerUpload()
    )
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["ledger"]
        made = tried(
            form,
            lambda: begin_import(by=officer, name=file.name or "", content=file.read(), on=today()),
        )
        if made is not None:
            return redirect("desk:import_columns", made.pk)
    page = Paginator(imports_of(officer), ON_A_PAGE).get_page(request.GET.get("page"))
    lines = [(each, tally_of(each)) for each in page.object_list]
    return render(request, "desk/importing/imports.html", {"form": form, "page": page, "lines": lines})


@permit("reception.map_import")
def columns(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Which column of the file is which field of ours, with three rows to look at."""
    officer = officer_of(request)
    found = _theirs(officer, import_id)
    if found.state not in BEFORE:
        return redirect("desk:import", found.pk)
    opened = open_import(by=officer, ledger_import=found)
    form = ColumnsForm(request.POST if request.method == "POST" else None, opened=opened)
    if request.method == "POST" and form.is_valid():
        chosen = form.columns()
        if tried(form, lambda: map_columns(by=officer, ledger_import=found, columns=chosen)):
            return redirect("desk:import_words", found.pk)
    context = {"form": form, "opened": opened, "found": found, "tally": tally_of(found)}
    return render(request, "desk/importing/columns.html", context)


@permit("reception.map_import")
def words(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """What the office's words mean: 信 is a letter, 办结 is answered."""
    officer = officer_of(request)
    found = _theirs(officer, import_id)
    if found.state not in BEFORE[1:]:
        return redirect("desk:import", found.pk)
    opened = open_import(by=officer, ledger_import=found)
    form = WordsForm(request.POST if request.method == "POST" else None, opened=opened)
    if request.method == "POST" and form.is_valid():
        meant, blank = form.words(), form.blank()
        if tried(form, lambda: map_words(by=officer, ledger_import=found, words=meant, blank=blank)):
            return _goes_on(request, officer, found.pk)
    return render(request, "desk/importing/words.html", {"form": form, "found": found})


@permit("reception.read_import")
def one(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Where the import stands, its figures, its problems, and what may be done next."""
    officer = officer_of(request)
    found = _theirs(officer, import_id)
    if found.state == ImportState.UPLOADED:
        return redirect("desk:import_columns", found.pk)
    if found.state == ImportState.MAPPED:
        return redirect("desk:import_words", found.pk)
    if request.method == "POST":
        return _goes_on(request, officer, found.pk)
    tally, moving = tally_of(found), found.state in CHUNKS
    context = {
        "found": found,
        "tally": tally,
        "moving": moving,
        "moved": _moved(found, tally.checked, tally.done, tally.undone),
        "spans": number_spans(found),
        "may_undo": may(officer, "reception.undo_import")
        and found.state in (ImportState.DONE, ImportState.RUNNING),
        "problems": None if moving else problem_page(officer, found, request.GET.get("page")),
    }
    return render(request, "desk/importing/import.html", context)


def _moved(found: "LedgerImport", checked: int, done: int, undone: int) -> int:
    return {ImportState.CHECKING: checked, ImportState.UNDOING: undone}.get(ImportState(found.state), done)


def _goes_on(request: HttpRequest, officer: Officer, import_id: UUID) -> HttpResponse:
    """A few seconds of the work, whole chunks; the page then shows how far it is."""
    found = _theirs(officer, import_id)
    if found.state in CHUNKS:
        try:
            go_on(officer, found, today())
        except Refusal as refusal:
            messages.error(request, refusal.message)
    return redirect("desk:import", import_id)


@permit("reception.start_import")
def start(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Confirm what the dry run foretold."""
    return _decided(request, import_id, lambda by, found: start_import(by=by, ledger_import=found))


@permit("reception.drop_import")
def drop(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Give it up before anything was imported."""
    return _decided(request, import_id, lambda by, found: drop_import(by=by, ledger_import=found, on=today()))


@permit("reception.undo_import")
def undo(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Asks first, in words; then takes the whole import back."""
    officer = officer_of(request)
    found = _theirs(officer, import_id)
    if request.method == "POST":
        return _decided(request, import_id, lambda by, it: undo_import(by=by, ledger_import=it, on=today()))
    context = {"found": found, "tally": tally_of(found), "spans": number_spans(found)}
    return render(request, "desk/importing/undo.html", context)


def _decided(
    request: HttpRequest, import_id: UUID, act: "Callable[[Officer, LedgerImport], object]"
) -> HttpResponse:
    officer = officer_of(request)
    found = _theirs(officer, import_id)
    if request.method == "POST":
        try:
            act(officer, found)
        except Refusal as refusal:
            messages.error(request, refusal.message)
            return redirect("desk:import", found.pk)
        return _goes_on(request, officer, found.pk)
    return redirect("desk:import", found.pk)


@permit("reception.read_import")
def problems(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """The rows with problems as a workbook, the problem beside each. A POST: it leaves its line in the trail."""
    officer = officer_of(request)
    found = _theirs(officer, import_id)
    if request.method != "POST":
        return redirect("desk:import", found.pk)
    return file_answer(
        problem_book(read_import_problems(by=officer, ledger_import=found)), "导入问题清单.xlsx"
    )
