"""The question to the library, and the entry of the office's own document."""

from typing import Any

from django import forms

from yixian.regulations.rough_days import NotARoughDay, RoughDay, parse_rough_day
from yixian.regulations.rules_library import RuleSubject
from yixian.resolution.actions import LocalRuleFacts
from yixian.toolkit.files import DOCUMENTS, PICTURES, CleanFilesField
from yixian.toolkit.files.kinds import words_for
from yixian.toolkit.forms import FaceForm, LongText

PAPERS = DOCUMENTS | PICTURES
SHAPE = "写成 1998、1998-05 或者 1998-05-03，知道到哪里就写到哪里。"


class RoughDayField(forms.CharField):
    """Its cleaned value is a ``RoughDay``, or None where nothing was written."""

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("help_text", SHAPE)
        super().__init__(max_length=11, **rest)

    def clean(self, value: Any) -> RoughDay | None:
        written: str = super().clean(value)
        if not written:
            return None
        try:
            return parse_rough_day(written)
        except NotARoughDay as fault:
            raise forms.ValidationError(str(fault)) from fault


class AskForm(FaceForm):
    """``on`` when it happened; without a subject every one is answered."""

    on = RoughDayField(label="什么时候的事")
    subject = forms.ChoiceField(
        label="领域", choices=[("", "全部领域"), *RuleSubject.choices()], required=False
    )


class LocalRuleForm(FaceForm):
    """A document of the office's own."""

    title = forms.CharField(label="文件名称", max_length=120)
    number = forms.CharField(label="文号", max_length=60, required=False)
    subject = forms.ChoiceField(label="领域", choices=RuleSubject.choices())
    since = RoughDayField(label="施行")
    until = RoughDayField(label="不再施行", required=False, help_text=f"还在施行的不填。{SHAPE}")
    note = LongText("说明", 500, rows=2, required=False)
    file = CleanFilesField(
        label="文件", allowed=PAPERS, required=False, help_text=f"{words_for(PAPERS)}，一个，不超过 20 MB。"
    )

    def facts(self) -> LocalRuleFacts:
        typed = self.cleaned_data
        return LocalRuleFacts(
            subject=RuleSubject(typed["subject"]),
            title=typed["title"],
            number=typed["number"],
            since=typed["since"],
            until=typed["until"],
            note=typed["note"],
            file=next(iter(typed["file"]), None),
        )


class EndForm(FaceForm):
    until = RoughDayField(label="从什么时候起不再施行")
