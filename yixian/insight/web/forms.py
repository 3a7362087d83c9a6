"""Which period, and which part of the tree."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from yixian.insight.figures import Period
from yixian.insight.queries import period_named
from yixian.toolkit.forms import DateInput, FaceForm

NAMED = (
    ("twelve", "近十二个月"),
    ("month", "本月"),
    ("quarter", "本季度"),
    ("year", "本年"),
    ("own", "自选日期"),
)
OWN = "own"
EARLIEST, LATEST = 1949, 2199


def _with_typed_dates(data: QueryDict | None) -> QueryDict | None:
    """The same, with 自选日期 chosen where a date was typed, so that the page shows what it counts by."""
    if data is None or not (data.get("start") or data.get("end")):
        return data
    chosen = data.copy()
    chosen["span"] = OWN
    return chosen


class SpanForm(FaceForm):
    """``organ`` is offered only where there is more than one to choose from.

    Dates that are typed are the period, whatever stood in ``span``: nobody types them to see them ignored.
    """

    span = forms.ChoiceField(label="统计期间", choices=NAMED, required=False)
    start = forms.DateField(label="自选：从", required=False, widget=DateInput())
    end = forms.DateField(label="到", required=False, widget=DateInput())
    organ = forms.TypedChoiceField(label="范围", coerce=int, required=False, empty_value="")

    def __init__(self, data: QueryDict | None = None, *, organs: dict[int, str], **kwargs: Any) -> None:
        super().__init__(_with_typed_dates(data), **kwargs)
        choices = [(0, "全部"), *organs.items()]
        self.fields["organ"].choices = choices  # type: ignore[attr-defined]
        if len(organs) < 2:
            del self.fields["organ"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("span") != OWN:
            return cleaned
        start, end = cleaned.get("start"), cleaned.get("end")
        if not start or not end:
            self.add_error("start", "自选日期须同时填写起止日期。")
        elif not (start.year >= EARLIEST and end.year <= LATEST):
            self.add_error("start", f"年份请填写{EARLIEST}年至{LATEST}年。")
        elif end < start:
            self.add_error("end", "截止日期不能早于起始日期。")
        return cleaned

    def period(self, today: date) -> Period:
        """The chosen period; the last twelve months where the choice cannot be used."""
        if not self.is_valid() or not self.cleaned_data["span"]:
            return period_named("twelve", today)
        chosen = self.cleaned_data
        return (
            Period(chosen["start"], chosen["end"])
            if chosen["span"] == OWN
            else period_named(chosen["span"], today)
        )

    def organ_ids(self, organs: dict[int, str]) -> list[int]:
        chosen = self.cleaned_data.get("organ") if self.is_valid() else 0
        return [chosen] if chosen in organs else list(organs)
