"""Taking a letter in, and putting its pages right before they are read."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yixian.desk.web.frame import officer_of, tried
from yixian.desk.web.scans.finding import scan_or_404
from yixian.desk.web.scans.forms import DiscardForm, PagesForm, ScanForm
from yixian.protection.web.door import permit
from yixian.reception.actions import (
    add_scan_pages,
    arrange_scan,
    discard_scan,
    restore_scan,
    send_scan_up,
    take_scan,
)
from yixian.reception.enums import PageChange
from yixian.reception.page_pictures import pictures_of
from yixian.reception.queries import scans_discarded, scans_waiting
from yixian.regulations.accusation_rules import SUPERIORS_REPORT, SUPERIORS_REPORT_TERM
from yixian.toolkit.today import today


@permit("reception.take_scan")
def scans(request: HttpRequest) -> HttpResponse:
    """What waits, and the way in for the next letter."""
    officer, on = officer_of(request), today()
    posted = request.method == "POST"
    form = ScanForm(request.POST, request.FILES, on=on) if posted else ScanForm(on=on)
    if posted and form.is_valid():
        typed = form.cleaned_data
        scan = tried(
            form,
            lambda: take_scan(
                by=officer, pictures=pictures_of(typed["pages"]), received_on=typed["received_on"], on=on
            ),
        )
        if scan is not None:
            return redirect("desk:scan", scan.pk)
    return render(request, "desk/scans/scans.html", {"form": form, "items": scans_waiting(officer)})


@permit("reception.add_scan_pages")
def scan(request: HttpRequest, scan_id: UUID) -> HttpResponse:
    """The pages side by side: to be put in order, turned, removed, read. Further pages are added below."""
    item = scan_or_404(request, scan_id)
    form = PagesForm(request.POST, request.FILES) if request.method == "POST" else PagesForm()
    if request.method == "POST" and form.is_valid():
        given, officer = form.cleaned_data["pages"], officer_of(request)
        if tried(form, lambda: add_scan_pages(by=officer, scan=item.scan, pictures=pictures_of(given))):
            return redirect("desk:scan", scan_id)
    removed = item.scan.pages.filter(removed_on__isnull=False).order_by("position")
    context = {
        "item": item,
        "form": form,
        "removed": removed,
        "next": next((n for n, page in enumerate(item.pages, 1) if page == item.unread), 0),
        "goes_on": request.GET.get("go") == "on",
    }
    return render(request, "desk/scans/scan.html", context)


@permit("reception.arrange_scan")
def arrange(request: HttpRequest, scan_id: UUID, page_id: int) -> HttpResponse:
    """One page moved, turned, removed or put back."""
    item = scan_or_404(request, scan_id)
    page = item.scan.pages.select_related("scan").filter(pk=page_id).first()
    wanted = request.POST.get("change", "")
    if page is None or (request.method == "POST" and wanted not in PageChange.values):
        raise Http404
    if request.method == "POST":
        arrange_scan(by=officer_of(request), page=page, change=PageChange(wanted), on=today())
    return redirect(f"{reverse('desk:scan', args=[scan_id])}#page-{page_id}")


@permit("reception.discard_scan")
def discard(request: HttpRequest, scan_id: UUID) -> HttpResponse:
    """Thrown away with a reason; the pages stay under seal."""
    item = scan_or_404(request, scan_id)
    form = DiscardForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        officer, on = officer_of(request), today()
        if tried(form, lambda: discard_scan(by=officer, scan=item.scan, reason=reason, on=on)):
            messages.success(request, "扫描件已作废，页面仍密封保存，可以取回。")
            return redirect("desk:scans")
    context = {
        "question": "作废这份扫描件吗？",
        "consequences": [
            f"共 {len(item.pages)} 页，作废后不再登记。",
            "页面不删除，密封保存；扫描人和纪委书记可以取回。作废和原因都有留痕。",
        ],
        "confirm_label": "作废",
        "cancel_href": reverse("desk:scan", args=[scan_id]),
        "form": form,
    }
    return render(request, "desk/confirm.html", context)


@permit("reception.restore_scan")
def discarded(request: HttpRequest) -> HttpResponse:
    """What was thrown away, and the way back."""
    officer = officer_of(request)
    items = scans_discarded(officer)
    if request.method == "POST":
        item = next((each for each in items if str(each.scan.pk) == request.POST.get("scan")), None)
        if item is None:
            raise Http404
        restore_scan(by=officer, scan=item.scan)
        messages.success(request, "已取回，回到扫描人的待登记扫描件里。")
        return redirect("desk:scans")
    return render(request, "desk/scans/discarded.html", {"items": items})


@permit("reception.send_scan_up")
def up(request: HttpRequest, scan_id: UUID) -> HttpResponse:
    """It belongs to the superior: the paper goes up, the scan is destroyed, an envelope stays."""
    item = scan_or_404(request, scan_id)
    if request.method == "POST":
        send_scan_up(by=officer_of(request), scan=item.scan, on=today())
        messages.success(request, "扫描件已销毁，信封已登记。请把原件封好报送上级，报送后在这里登记。")
        return redirect("desk:envelopes")
    context = {
        "question": "这封信应当由上级受理吗？",
        "consequences": [
            "反映上级管理的干部、本机关工作人员或者负责人的，本机关不留存、不摘抄、不录入。",
            f"确认后，扫描的 {len(item.pages)} 页和识别的文字当即销毁，谁也不能再打开；这里只留一个信封。",
            f"请把原件封好，自{SUPERIORS_REPORT_TERM.counted_from}起{SUPERIORS_REPORT_TERM.span}内报送上级"
            f"（{SUPERIORS_REPORT.cite()}）。",
        ],
        "confirm_label": "销毁扫描件，只留信封",
        "cancel_href": reverse("desk:scan", args=[scan_id]),
    }
    return render(request, "desk/confirm.html", context)
