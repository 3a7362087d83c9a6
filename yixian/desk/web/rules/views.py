"""/desk/rules: ask by date and subject; enter, end and open the office's own documents."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.desk.web.files.views import sandboxed
from yixian.desk.web.frame import officer_of, tried
from yixian.desk.web.rules.forms import AskForm, EndForm, LocalRuleForm
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.regulations.rules_library import RuleSubject, rules_in_force
from yixian.resolution.actions import add_local_rule, end_local_rule, open_local_rule
from yixian.resolution.queries import local_rules_in_force, local_rules_of
from yixian.toolkit.today import today


@permit("resolution.ask_rules", reads_only=True)
def rules(request: HttpRequest) -> HttpResponse:
    """What held at the time; the unsure ones say so."""
    officer = officer_of(request)
    form = AskForm(request.GET if "on" in request.GET else None)
    context: dict[str, Any] = {
        "form": form,
        "asked": None,
        "held": [],
        "local": [],
        "adds": may(officer, "resolution.add_local_rule"),
    }
    if form.is_valid():
        on, subject = form.cleaned_data["on"], form.cleaned_data["subject"]
        about = RuleSubject(subject) if subject else None
        context |= {
            "asked": on,
            "held": rules_in_force(on, about),
            "local": local_rules_in_force(officer, on, about),
        }
    return render(request, "desk/rules/rules.html", context)


@permit("resolution.add_local_rule")
def add(request: HttpRequest) -> HttpResponse:
    officer = officer_of(request)
    form = LocalRuleForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        added = tried(form, lambda: add_local_rule(by=officer, facts=form.facts(), on=today()))
        if added is not None:
            messages.success(request, "本地文件已登记，按日期和领域可以查到。")
            return redirect("desk:rules")
    return render(request, "desk/rules/add.html", {"form": form})


@permit("resolution.end_local_rule")
def end(request: HttpRequest, rule_id: int) -> HttpResponse:
    officer = officer_of(request)
    rule = local_rules_of(officer.organ_id).filter(pk=rule_id).first()
    if rule is None:
        raise Http404
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        until = form.cleaned_data["until"]
        if tried(form, lambda: end_local_rule(by=officer, rule=rule, until=until)) is not None:
            messages.success(request, "已登记不再施行的日期；以前发生的事仍按当时的规定查到它。")
            return redirect("desk:rules")
    return render(request, "desk/rules/end.html", {"form": form, "rule": rule})


@permit("resolution.open_local_rule", reads_only=True)
def rule_file(request: HttpRequest, rule_id: int) -> HttpResponse:
    officer = officer_of(request)
    rule = local_rules_of(officer.organ_id).filter(pk=rule_id, file__isnull=False).first()
    if rule is None:
        raise Http404
    found = open_local_rule(by=officer, rule=rule)
    return sandboxed(found.content, found.media_type, found.name, save=True)
