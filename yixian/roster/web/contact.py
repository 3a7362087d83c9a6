"""本机关对外信息: how the public reaches the office, and the stem of its document numbers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.roster.actions import ContactFacts, keep_contact
from yixian.roster.queries import organ_of
from yixian.roster.web.forms import ContactForm
from yixian.roster.web.permitted import permitted
from yixian.trail.refusal import Refusal


@permitted("roster.keep_contact", posts=True)
def contact(request: HttpRequest) -> HttpResponse:
    officer = request.officer  # type: ignore[attr-defined]
    organ = organ_of(officer.organ_id)
    initial = {name: getattr(organ, name) for name in ContactForm.base_fields}
    form = ContactForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            keep_contact(by=officer, organ=organ, facts=ContactFacts(**form.cleaned_data))
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, "已保存。举报窗口立即显示，以后发出的文书和海报照此印。")
            return redirect("roster:contact")
    return render(request, "roster/contact.html", {"form": form})
