"""What the auditor may narrow the trail to."""

from typing import Any

from django import forms

from yixian.desk.trail_words import act_choices
from yixian.desk.web.narrowing import NarrowingForm
from yixian.desk.web.offering import offer
from yixian.protection.enums import Outside
from yixian.protection.officer import Officer
from yixian.roster.queries import organs_under, staff_of
from yixian.trail.enums import Outcome

ALL = ("", "全部")


class TrailForm(NarrowingForm):
    """By GET: the trail holds no content, so neither does an address of it."""

    field_order = ("actor", "act", "outcome", "since", "until", "subject")
    actor = forms.ChoiceField(label="何人", required=False)
    act = forms.ChoiceField(label="何事", required=False)
    outcome = forms.ChoiceField(label="结果", choices=[ALL, *Outcome.choices], required=False)
    subject = forms.CharField(label="对何记录", max_length=160, required=False)

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = [
            (f"staff:{each.pk}", each.name)
            for organ in organs_under(officer.organ_id)
            for each in staff_of(organ.pk)
        ]
        offer(self, "actor", [ALL, *staff, *Outside.choices])
        offer(self, "act", [ALL, *act_choices()])
