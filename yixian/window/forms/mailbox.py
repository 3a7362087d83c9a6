"""The questions of the mailbox: the code, a further word, what one thinks of the result, the two ratings."""

from typing import Any

from django import forms

from yixian.protection.actions import read_code
from yixian.protection.enums import RecusalGround
from yixian.reception.actions import LIMITS
from yixian.reception.enums import Rating
from yixian.toolkit.forms import FaceForm, HintedRadios
from yixian.window.forms.report import QUIET


class CodeForm(FaceForm):
    """A slip of the pen is told apart here, before anything is asked of the vault, and counts as no guess.

    Two lines, so that all groups stay in sight in large type on a small phone.
    """

    code = forms.CharField(
        label="查询码",
        widget=forms.Textarea(attrs={**QUIET, "inputmode": "numeric", "class": "code-field", "rows": 2}),
        help_text="回执上的一串数字。空格可写可不写，写成汉字数字也可以。",
        error_messages={"required": "请填写回执上的查询码"},
    )

    def clean_code(self) -> str:
        reading = read_code(typed=self.cleaned_data["code"])
        if reading.fault:
            raise forms.ValidationError(reading.fault)
        return reading.digits


class WriteForm(FaceForm):
    """One further word; ``label`` and ``help_text`` say what it is for."""

    text = forms.CharField(max_length=LIMITS["text"], widget=forms.Textarea(attrs={**QUIET, "rows": 8}))

    def __init__(self, *args: Any, label: str, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label, self.fields["text"].help_text = label, help_text
        self.fields["text"].error_messages["required"] = "请写下您要说的话"


OPINIONS = {
    "agree": "没有意见",
    "object": "不同意这个结果",
    "evidence": "不同意，并且有新的证据",
}


class OpinionForm(FaceForm):
    opinion = forms.ChoiceField(
        label="对这个结果，您的意见是？",
        choices=list(OPINIONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "请选择您的意见"},
    )
    text = forms.CharField(
        label="理由或者新的情况",
        max_length=LIMITS["text"],
        required=False,
        widget=forms.Textarea(attrs={**QUIET, "rows": 6}),
        help_text="不同意的，请写明哪里不对；有新证据的，请写明是什么、在哪里、谁知道。",
    )

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("opinion") in ("object", "evidence") and not answers.get("text", "").strip():
            self.add_error("text", "请写明理由，或者新的证据是什么")
        return answers


GROUNDS = {
    RecusalGround.RELATIVE: "他是被反映的人的亲戚",
    RecusalGround.REPORTED_UNIT: "他就是被反映的单位的人",
    RecusalGround.INTEREST: "这件事和他，或者和他家里人，有利害关系",
    RecusalGround.OTHER: "别的原因",
}
"""Not 是举报人的近亲属: as a kept word it would tell whose relative the reporter is."""


class RecusalForm(FaceForm):
    who = forms.ChoiceField(
        label="您要求谁回避？",
        choices=[("handler", "现在办理这件事的人"), ("other", "别的工作人员")],
        widget=HintedRadios(hints={"other": "请在下面写明是谁。不知道姓名的，写职务也行。"}),
        error_messages={"required": "请选择要求谁回避"},
    )
    ground = forms.ChoiceField(
        label="为什么？",
        choices=[(ground.value, words) for ground, words in GROUNDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "请选择一个原因"},
    )
    text = forms.CharField(
        label="说说您知道的情况",
        max_length=LIMITS["text"],
        widget=forms.Textarea(attrs={**QUIET, "rows": 5}),
        help_text="例如：他是被反映的人的妻弟。只有纪委书记看得到。",
        error_messages={"required": "请写一两句您知道的情况"},
    )


def ratings(label: str, missing: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=Rating.choices(),
        widget=forms.RadioSelect,
        error_messages={"required": missing},
    )


class RatingForm(FaceForm):
    unit = ratings("负责办理的单位，事情办得怎么样？", "请给负责办理的单位评价")
    reception = ratings("接待您的人，态度和做法怎么样？", "请给接访评价")
    reason = forms.CharField(
        label="为什么这样评价",
        max_length=LIMITS["note"],
        required=False,
        widget=forms.Textarea(attrs={**QUIET, "rows": 4}),
        help_text="不满意的，请写明原因。",
    )

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        low = Rating.DISSATISFIED in (answers.get("unit"), answers.get("reception"))
        if low and not answers.get("reason", "").strip():
            self.add_error("reason", "请写明不满意的原因")
        return answers
