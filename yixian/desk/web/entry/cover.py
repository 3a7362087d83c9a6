"""信封: what stands on the cover of a letter, asked beside the letter and never required; and the box it lay in."""

from typing import TYPE_CHECKING, Any

from django import forms

from yixian.desk.web.offering import offer
from yixian.protection.officer import Officer
from yixian.reception.actions import LIMITS, CoverFacts
from yixian.reception.enums import Delivery
from yixian.reception.queries import boxes_with_items
from yixian.toolkit.forms import DateInput, FaceForm

if TYPE_CHECKING:
    from yixian.reception.models import BoxOpening


class OutOfBoxForm(FaceForm):
    """Asked of a scanned letter while a box of this officer's still holds items that are not registered."""

    prefix = "box"

    opening = forms.TypedChoiceField(
        label="从哪里来",
        coerce=int,
        empty_value=None,
        required=False,
        help_text="从举报箱取出的，选那次开箱；登记后算作箱内的一件。",
    )

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.boxes = {each.pk: each for each in boxes_with_items(officer)}
        offer(
            self,
            "opening",
            [("", "邮寄、投递或者当面交来"), *((pk, _box(each)) for pk, each in self.boxes.items())],
        )

    def chosen(self) -> "BoxOpening | None":
        return self.boxes.get(self.cleaned_data["opening"])


def _box(opening: "BoxOpening") -> str:
    left = opening.items - opening.registered  # type: ignore[attr-defined] # counted by the query
    day = f"{opening.opened_on.month}月{opening.opened_on.day}日"
    return f"{opening.village}举报箱，{day}开箱（还有 {left} 件没有登记）"


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
