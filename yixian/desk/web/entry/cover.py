"""信封: what stands on the cover of a letter, asked beside the letter and never required."""

from typing import Any

from django import forms

from yixian.reception.actions import LIMITS, CoverFacts
from yixian.reception.enums import Delivery
from yixian.toolkit.forms import DateInput, FaceForm


class CoverForm(FaceForm):
    """The last three lead to the sender: they are sealed with the identity, and not kept of an anonymous letter."""

    prefix = "cover"

    delivery = forms.ChoiceField(
        label="送达方式", choices=[("", "不登记"), *Delivery.choices], required=False
    )
    postmarked_on = forms.DateField(label="邮戳日期", widget=DateInput, required=False)
    signed_for_on = forms.DateField(label="签收日期", widget=DateInput, required=False)
    sender = forms.CharField(
        label="信封上的寄件人",
        max_length=LIMITS["sender"],
        required=False,
        help_text="照信封抄。没有另填举报人的，就作为举报人。",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    postmark_place = forms.CharField(
        label="邮戳地点",
        max_length=LIMITS["postmark_place"],
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    mail_number = forms.CharField(
        label="挂号（快递）号码",
        max_length=LIMITS["mail_number"],
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if any(cleaned.get(name) for name in self.fields) and not cleaned.get("delivery"):
            self.add_error("delivery", "登记信封的，请选择送达方式")
        return cleaned

    def facts(self) -> CoverFacts | None:
        """Nothing typed is no cover."""
        typed = self.cleaned_data
        if not typed.get("delivery"):
            return None
        return CoverFacts(**{**typed, "delivery": Delivery(typed["delivery"])})
