"""材料: several files, each taken in at once, so that a line that breaks loses no more than the one under way.

Whatever button is pressed, what was chosen is taken in; only then does the button do what it says.
"""

from django.http import HttpRequest, HttpResponse

from yixian.window import drawers, stash
from yixian.window.draft import Draft
from yixian.window.forms import FilesForm
from yixian.window.steps import after, before, place_in
from yixian.window.web.frame import page
from yixian.window.web.report.drafting import go, keep, organ_for
from yixian.window.web.stashing import pressed, take_uploads

SLUG = "files"
DRAFT = drawers.DRAFT


def asked(request: HttpRequest, draft: Draft) -> HttpResponse:
    if request.method != "POST":
        return _page(request, draft)
    draft.said = take_uploads(request, DRAFT)
    if pressed(request, DRAFT) or draft.said:
        return go(request, draft, SLUG)
    if request.POST.get("go") == "back":
        return go(request, draft, "check" if draft.checking else before(draft, SLUG))
    draft.files_done = True
    return go(request, draft, after(draft, SLUG))


def _page(request: HttpRequest, draft: Draft) -> HttpResponse:
    """What was refused is said once: the next page seen no longer says it."""
    now, total = place_in(draft, SLUG)
    context = {
        "files_form": FilesForm(draft=draft),
        "files": stash.stashed(request, DRAFT),
        "said": draft.said,
        "may_mark": draft.is_real_name,
        "now": now,
        "total": total,
        "checking": draft.checking,
        "most": stash.MOST,
        "most_megabytes": stash.MOST_BYTES // stash.MEGABYTE,
    }
    shown = page(request, "window/report/files.html", context, organ=organ_for(draft))
    draft.said = []
    return keep(request, draft, shown)
