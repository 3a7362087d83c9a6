"""取号: two questions, and for most people the answers that stand there already."""

from django import forms

from yixian.reception.enums import CareNeed, TicketFor
from yixian.toolkit.forms import FaceForm


class TicketForm(FaceForm):
    wants = forms.ChoiceField(
        label="来办什么", choices=TicketFor.choices, widget=forms.RadioSelect, initial=TicketFor.FIRST_TIME
    )
    first_because = forms.ChoiceField(
        label="先接待的原因",
        choices=[("", "按顺序"), *CareNeed.choices],
        required=False,
        help_text="只排在前面，不记是谁。",
    )


class FirstForm(FaceForm):
    because = forms.ChoiceField(label="先接待的原因", choices=CareNeed.choices)
