"""/desk/front-office: the hotline's number and hours, and the order of an interview's sections."""

from datetime import time
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.desk.web.frame import officer_of, tried
from yixian.protection.officer import Officer
from yixian.protection.web.door import permit
from yixian.reception.actions import FrontOfficeFacts, set_front_office
from yixian.reception.enums import OutsideHours, Section
from yixian.reception.hotline import front_office_of
from yixian.toolkit.forms import FaceForm

USUAL = (time(8, 30), time(12), time(14, 30), time(17, 30))
HOURS = ("opens_at", "noon_from", "noon_until", "closes_at")


def _hour(label: str) -> forms.TimeField:
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


class FrontOfficeForm(FaceForm):
    phone = forms.CharField(
        label="举报电话", max_length=20, required=False, help_text="不填的，窗口和海报写 12388。"
    )
    opens_at, noon_from = _hour("上午开始"), _hour("上午结束")
    noon_until, closes_at = _hour("下午开始"), _hour("下午结束")
    every_day = forms.BooleanField(label="周末和节假日也接听", required=False)
    outside = forms.ChoiceField(label="其余时间", choices=OutsideHours.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        kept = front_office_of(officer.organ_id)
        super().__init__(*args, initial=_initial(kept), **kwargs)
        for place, part in enumerate(kept.order() if kept else list(Section), start=1):
            self.fields[f"section_{place}"] = forms.ChoiceField(
                label=f"第{place}段", choices=Section.choices, initial=part
            )

    @property
    def order(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("section_")]

    def facts(self) -> FrontOfficeFacts:
        typed = self.cleaned_data
        first, second, third, fourth = (typed[name] for name in HOURS)
        return FrontOfficeFacts(
            phone=typed["phone"],
            hours=(first, second, third, fourth),
            every_day=typed["every_day"],
            outside=OutsideHours(typed["outside"]),
            sections=[Section(typed[field.name]) for field in self.order],
        )


def _initial(kept: Any) -> dict[str, Any]:
    if kept is None:
        return {**dict(zip(HOURS, USUAL, strict=True)), "outside": OutsideHours.NATIONAL}
    return {name: getattr(kept, name) for name in ("phone", "every_day", "outside", *HOURS)}


@permit("reception.set_front_office")
def front_office(request: HttpRequest) -> HttpResponse:
    officer = officer_of(request)
    form = FrontOfficeForm(request.POST or None, officer=officer)
    if request.method == "POST" and form.is_valid():
        kept = tried(form, lambda: set_front_office(by=officer, facts=form.facts()))
        if kept is not None:
            messages.success(request, "接待设置已保存，窗口马上按新的显示。")
            return redirect("desk:front_office")
    return render(request, "desk/front_office.html", {"form": form})
