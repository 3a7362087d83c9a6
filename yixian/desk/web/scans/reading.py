"""Reading a page, and correcting it beside its picture."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.desk.web.files.views import sandboxed
from yixian.desk.web.frame import officer_of, tried
from yixian.desk.web.scans.finding import page_or_404, scan_or_404
from yixian.desk.web.scans.forms import TextForm
from yixian.desk.web.scans.marking import pieces_of, places_of
from yixian.protection.web.door import permit
from yixian.reception.actions import correct_scan, open_scan, see_scan_page
from yixian.reception.page_reading import read_and_keep
from yixian.toolkit.files import FileKind
from yixian.toolkit.scans import POOR_SHARE, smaller
from yixian.toolkit.today import today

SMALL = 420


@permit("reception.read_scan")
def read(request: HttpRequest, scan_id: UUID) -> HttpResponse:
    """The next page that nobody has read. After the last one the correction begins; one request reads one page."""
    item = scan_or_404(request, scan_id)
    if request.method != "POST":
        return redirect("desk:scan", scan_id)
    page = item.unread
    if page is not None:
        page.scan = item.scan
        read_and_keep(officer_of(request), page, today())
        item = scan_or_404(request, scan_id)  # the page may name whoever read it
    if item.unread is not None:
        return redirect(f"{reverse('desk:scan', args=[scan_id])}?go=on")
    unchecked = next((n for n, each in enumerate(item.pages, 1) if not each.checked_on), 1)
    return redirect("desk:scan_page", scan_id, unchecked)


@sensitive_post_parameters()
@permit("reception.correct_scan")
def page(request: HttpRequest, scan_id: UUID, number: int) -> HttpResponse:
    """Picture left, text right, doubtful places marked above it and listed below."""
    item, found = page_or_404(request, scan_id, number)
    officer = officer_of(request)
    content = open_scan(by=officer, page=found)
    posted = request.method == "POST"
    form = TextForm(request.POST) if posted else TextForm(initial={"text": content.text})
    if posted and form.is_valid():
        text, checked = form.cleaned_data["text"], request.POST.get("do") == "checked"
        kept = tried(
            form, lambda: correct_scan(by=officer, page=found, text=text, checked=checked, on=today())
        )
        if kept is not None:
            return _after(request, scan_id, number, len(item.pages), checked)
    context = {
        "item": item,
        "page": found,
        "number": number,
        "numbers": list(enumerate(item.pages, start=1)),
        "form": form,
        "content": content,
        "pieces": list(pieces_of(content.text, content.doubts)),
        "places": places_of(content.text, content.doubts),
        "poor": content.doubtful_share >= POOR_SHARE,
        "of_hundred": round(content.doubtful_share * 100),
    }
    return render(request, "desk/scans/page.html", context)


def _after(request: HttpRequest, scan_id: UUID, number: int, pages: int, checked: bool) -> HttpResponse:
    """A page that is done leads to the next, the last one to the registration."""
    if not checked:
        messages.success(request, f"第 {number} 页已保存，没有动过的存疑处还标着。")
        return redirect("desk:scan_page", scan_id, number)
    if number < pages:
        return redirect("desk:scan_page", scan_id, number + 1)
    item = scan_or_404(request, scan_id)
    if item.checked == pages:
        messages.success(request, "各页都已校对，可以登记了。")
    return (
        redirect("desk:register_scan", scan_id) if item.checked == pages else redirect("desk:scan", scan_id)
    )


@permit("reception.see_scan_page", reads_only=True)
def picture(request: HttpRequest, scan_id: UUID, number: int) -> HttpResponse:
    """The page as a picture: small for the sheet of all pages, whole for reading and for a closer look."""
    _, found = page_or_404(request, scan_id, number)
    content = see_scan_page(by=officer_of(request), page=found)
    shown = smaller(content, SMALL) if "small" in request.GET else content
    return sandboxed(shown, FileKind.JPEG.media_type, f"第{number}页.jpg")
