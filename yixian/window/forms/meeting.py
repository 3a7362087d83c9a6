"""The sheet on which somebody answers an invitation. It asks for no reason."""

from typing import Any

from django import forms

from yixian.reception.enums import AppointmentState, HalfDay
from yixian.toolkit.forms import DateInput, FaceForm

ACCEPT, OTHER, NOT = AppointmentState.AGREED, AppointmentState.COUNTERED, AppointmentState.CLOSED
ANSWERS = [(ACCEPT.value, "我来"), (OTHER.value, "换个时间"), (NOT.value, "我不来")]


class AppointmentForm(FaceForm):
    to = forms.ChoiceField(
        label="您来吗？",
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={"required": "请选一项。不想回答，直接返回就行"},
    )
    day = forms.DateField(
        label="换到哪天", required=False, widget=DateInput(), help_text="选“换个时间”的才填。例如 2026-3-9"
    )
    half = forms.ChoiceField(
        label="上午还是下午",
        required=False,
        choices=[("", "不换时间"), *HalfDay.choices],
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("to") == OTHER and "day" not in self.errors:
            if not typed.get("day"):
                self.add_error("day", "请写明换到哪天")
            if not typed.get("half"):
                self.add_error("half", "请选上午还是下午")
        return typed
