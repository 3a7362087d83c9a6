"""信封: what belongs to the level above. Not opened, not copied, not entered: only that it came and went."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.desk.due import due_of
from yixian.desk.web.entry.forms import EnvelopeForm
from yixian.desk.web.frame import at_desk, officer_of, tried
from yixian.desk.web.paper_files import paper_file
from yixian.protection.actions import require
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.reception.actions import note_envelope, print_envelope_slip, send_envelope, send_identity_up
from yixian.reception.queries import envelopes_noted, identities_left_behind, identities_to_send
from yixian.regulations.accusation_rules import SUPERIORS_REPORT, SUPERIORS_REPORT_TERM
from yixian.roster.queries import working_calendar
from yixian.toolkit.today import today


@permit("reception.note_envelope")
def envelope(request: HttpRequest) -> HttpResponse:
    """Note an unopened letter."""
    officer, on = officer_of(request), today()
    form = EnvelopeForm(request.POST or None, on=on)
    if request.method == "POST" and form.is_valid():
        noted = tried(form, lambda: note_envelope(by=officer, facts=form.facts(), on=on))
        if noted is not None:
            messages.success(request, "信封已登记。请将原件封好报送上级，报送后在这里登记。")
            return redirect("desk:envelopes")
    context = {"form": form, "term": SUPERIORS_REPORT_TERM, "article": SUPERIORS_REPORT.cite()}
    return render(request, "desk/entry/envelope.html", context)


@at_desk
def envelopes(request: HttpRequest) -> HttpResponse:
    """The envelopes that this officer noted; nobody else finds them. A custodian notes none, and passes on."""
    officer, on, calendar = officer_of(request), today(), working_calendar()
    may_note = may(officer, "reception.note_envelope")
    if not may_note and not may(officer, "reception.send_identity_up"):
        require(officer, "reception.note_envelope")
    lines = [(each, due_of(each.clock, on, calendar)) for each in envelopes_noted(officer)]
    waiting = identities_to_send(officer)
    context = {
        "lines": lines,
        "waiting": waiting,
        "below": identities_left_behind(officer),
        "may_note": may_note,
    }
    return render(request, "desk/entry/envelopes.html", context)


@permit("reception.send_envelope")
def send(request: HttpRequest, envelope_id: int) -> HttpResponse:
    """Note that it went up."""
    officer = officer_of(request)
    found = envelopes_noted(officer).filter(pk=envelope_id).first()
    if found is None:
        raise Http404
    if request.method == "POST":
        send_envelope(by=officer, envelope=found, on=today())
        messages.success(request, "已登记报送。")
    return redirect("desk:envelopes")


@permit("reception.print_envelope_slip")
def slip(request: HttpRequest, envelope_id: int) -> HttpResponse:
    """信封报送单. A POST, because a print leaves its line in the trail."""
    officer = officer_of(request)
    found = envelopes_noted(officer).filter(pk=envelope_id).first()
    if found is None or request.method != "POST":
        raise Http404
    paper = print_envelope_slip(by=officer, envelope=found, on=today())
    return paper_file(paper, f"信封报送单{found.received_on}", request.POST.get("as", ""))


@permit("reception.send_identity_up")
def send_identity(request: HttpRequest, envelope_id: int) -> HttpResponse:
    """The custodian passes on who reported, unread."""
    officer = officer_of(request)
    found = identities_to_send(officer).filter(pk=envelope_id).first()
    if found is None:
        raise Http404
    if request.method == "POST":
        send_identity_up(by=officer, envelope=found, on=today())
        messages.success(request, "举报人身份已转交上级，本机关不再留存。")
    return redirect("desk:envelopes")
