"""/desk/consultations/new: day, place, who presides and records, and whom to invite."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from yixian.assessment.actions import ConsultationFacts, convene_consultation
from yixian.assessment.queries import items_waiting
from yixian.desk.web.consultation.base import CHOOSE, GuestLines, colleagues, members
from yixian.desk.web.frame import officer_of, tried
from yixian.desk.web.offering import offer
from yixian.protection.officer import Officer
from yixian.protection.web.door import permit
from yixian.regulations.consultation import quorum_sentence
from yixian.toolkit.forms import DateInput, FaceForm
from yixian.toolkit.today import today


class ConveneForm(FaceForm):
    held_on = forms.DateField(label="会诊日期", widget=DateInput())
    starts_at = forms.TimeField(
        label="开始时间", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label="地点", max_length=60)
    chair = forms.TypedChoiceField(label="主持人", coerce=int)
    deputy = forms.TypedChoiceField(
        label="副主持人",
        coerce=int,
        required=False,
        empty_value=None,
        help_text="主持人不能到会，或者对某个议题应当回避的，由副主持人主持。",
    )
    recorder = forms.TypedChoiceField(label="记录人", coerce=int)
    members = forms.TypedMultipleChoiceField(
        label="有账号的成员",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="综治办等成员单位的账号，由管理员开立，角色是“会商成员”。",
    )
    guests = GuestLines(required=False)

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = colleagues(officer)
        for name in ("chair", "deputy", "recorder"):
            offer(self, name, [CHOOSE, *own])
        offer(self, "members", members(officer, [officer.staff_id]))
        self.fields["chair"].initial = officer.staff_id

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("chair") and typed.get("chair") == typed.get("deputy"):
            self.add_error("deputy", "副主持人和主持人不能是同一个人。")
        if not self.errors and not typed.get("members") and not typed.get("guests"):
            self.add_error("members", "请至少请一个成员单位：勾选账号，或者写明来宾。")
        return typed

    def facts(self) -> ConsultationFacts:
        typed = self.cleaned_data
        return ConsultationFacts(
            held_on=typed["held_on"],
            starts_at=typed["starts_at"],
            place=typed["place"],
            chair_id=typed["chair"],
            deputy_id=typed["deputy"],
            recorder_id=typed["recorder"],
            member_ids=typed["members"],
            guests=typed["guests"],
        )


@sensitive_post_parameters()
@permit("assessment.convene_consultation")
def convene(request: HttpRequest) -> HttpResponse:
    officer, on = officer_of(request), today()
    form = ConveneForm(request.POST or None, officer=officer)
    if request.method == "POST" and form.is_valid():
        held = tried(form, lambda: _convened(officer, form, on))
        if held is not None:
            messages.success(request, f"已召集{held}。下一步：把等待上会的事项列入议程。")
            return redirect("desk:consultation", held.pk)
    context = {"form": form, "waiting": items_waiting(officer).count(), "quorum": quorum_sentence()}
    return render(request, "desk/consultation/convene.html", context)


def _convened(officer: Officer, form: ConveneForm, on: date) -> Any:
    return convene_consultation(by=officer, facts=form.facts(), on=on)
