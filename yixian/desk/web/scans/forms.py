"""What is asked of whoever scans a letter."""

from datetime import date
from typing import Any

from django import forms

from yixian.desk.web.entry.forms import not_after
from yixian.reception.actions import LIMITS
from yixian.reception.enums import DiscardReason
from yixian.toolkit.files import PICTURES, CleanFilesField, FileKind
from yixian.toolkit.forms import DateInput, FaceForm
from yixian.toolkit.scans import MOST_PAGES

SCANNED = PICTURES | {FileKind.PDF}
HOW = f"扫描的 PDF（可以多页），或者手机拍的照片（jpg、png），按页序选择；每个不超过 20 MB，最多 {MOST_PAGES} 页。"


class PagesForm(FaceForm):
    """Pages of one letter, in the order in which they are chosen."""

    pages = CleanFilesField(label="信的页面", allowed=SCANNED, most=MOST_PAGES, help_text=HOW)


class ScanForm(PagesForm):
    """A new letter."""

    received_on = forms.DateField(label="收到日期", widget=DateInput)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"received_on": on}, **kwargs)
        self.on = on
        self.fields["received_on"].widget.attrs["max"] = on.isoformat()

    def clean_received_on(self) -> date:
        return not_after(self.cleaned_data["received_on"], self.on)


class TextForm(FaceForm):
    """The text of one page as a person says it stands. An empty one is an empty page."""

    text = forms.CharField(
        label="这一页的文字",
        max_length=LIMITS["account"],
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false", "autocomplete": "off"}),
    )


class DiscardForm(FaceForm):
    reason = forms.ChoiceField(
        label="为什么作废？",
        choices=DiscardReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "请选择作废的原因"},
    )
