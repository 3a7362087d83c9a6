"""A list narrowed by GET: what could not be understood is told on the page and does not narrow."""

from typing import Any

from django import forms

from yixian.toolkit.forms import DateInput, FaceForm


class NarrowingForm(FaceForm):
    """From a day to a day, and whatever else a list is narrowed by."""

    use_required_attribute = False
    since = forms.DateField(label="从", required=False, widget=DateInput())
    until = forms.DateField(label="到", required=False, widget=DateInput())

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("since") and typed.get("until") and typed["until"] < typed["since"]:
            self.add_error("until", "截止日期不能早于起始日期，请改正其中一个。")
        return typed

    def understood(self) -> dict[str, Any]:
        """The filters that make sense; none where nothing was asked."""
        self.is_valid()
        return self.cleaned_data if self.is_bound else {}
