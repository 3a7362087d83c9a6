"""The questions of a report. Each form takes the draft, because some choices depend on earlier answers."""

from typing import Any

from django import forms

from yixian.reception.actions import LIMITS
from yixian.reception.enums import CadreCategory
from yixian.roster.queries import villages_of
from yixian.toolkit.forms import FaceForm, HintedRadios
from yixian.window.choosing import receiving_organs
from yixian.window.draft import Draft

QUIET = {"autocomplete": "off"}
"""What is typed here is not remembered by the browser for other forms."""


class StepForm(FaceForm):
    """A question of the flow; ``draft`` is what was answered before."""

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.draft = draft

    def kept_words(self) -> dict[str, str]:
        """What was typed, also where it is not valid."""
        return {name: str(self.data.get(name, "")) for name in self.fields}


def line(label: str, limit: str, help_text: str = "", **attrs: str) -> forms.CharField:
    """An optional line of text with reception's limit."""
    widget = forms.TextInput(attrs={**QUIET, **attrs})
    return forms.CharField(
        label=label, max_length=LIMITS[limit], required=False, help_text=help_text, widget=widget
    )


class OrganForm(StepForm):
    organ = forms.ChoiceField(
        label="选一个乡镇",
        widget=forms.RadioSelect,
        error_messages={"required": "请选择事情发生在哪个乡镇"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organ"].choices = [(str(each.pk), each.name) for each in receiving_organs()]  # type: ignore[attr-defined] # a ChoiceField


class OfficeForm(StepForm):
    concerns = forms.ChoiceField(
        label="您要反映的人里，有没有上面这些人？",
        choices=[("no", "没有"), ("yes", "有"), ("unsure", "不清楚")],
        widget=HintedRadios(
            hints={
                "yes": "您写的内容直接封好送上一级，这里的人打不开。",
                "unsure": "先送到这里。看出属于上一级的，按规定封好上报。",
            }
        ),
        error_messages={"required": "请选择有、没有，或者不清楚"},
    )


class SigningForm(StepForm):
    signing = forms.ChoiceField(
        label="您想怎样反映？",
        choices=[("anonymous", "匿名（不写姓名）"), ("real_name", "实名（写姓名和联系方式）")],
        widget=forms.RadioSelect,
        error_messages={"required": "请选择匿名或者实名，两种都可以"},
    )


class ReporterForm(StepForm):
    name = forms.CharField(
        label="姓名",
        max_length=LIMITS["name"],
        widget=forms.TextInput(attrs=QUIET),
        error_messages={"required": "请填写姓名。不想写的，可以返回上一步改成匿名"},
    )
    phone = line("电话", "phone", "只用来核实署名和告诉您结果。不写电话，就请写清地址。", inputmode="tel")
    address = line("地址", "address", "例如：某村某组，或者能收到信的地址。")
    id_number = line("身份证号", "id_number", "可以不写。不写不影响受理。")


class PersonForm(StepForm):
    name = line("姓名", "name", "不知道名字可以不写，写职务或者外号也行。")
    post = line("职务", "post", "例如：村书记、会计、所长。")
    unit = line("单位或者村", "unit", "例如：某某村村委会、镇某某办公室。")
    category = forms.ChoiceField(
        label="他是什么人？",
        required=False,
        choices=[(CadreCategory.UNKNOWN.value, "不清楚")]
        + [choice for choice in CadreCategory.choices if choice[0] != CadreCategory.UNKNOWN],
    )

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        said = any(answers.get(name, "").strip() for name in ("name", "post", "unit"))
        if not said and not self.errors:
            raise forms.ValidationError("请至少写一项。一项也不知道的，请按“不清楚是谁，先跳过”。")
        return answers


class MoreForm(StepForm):
    more = forms.ChoiceField(
        label="还要反映别的人吗？",
        choices=[("no", "没有了"), ("yes", "还有")],
        widget=forms.RadioSelect,
        error_messages={"required": "请选择还有，或者没有了"},
    )


class MatterForm(StepForm):
    account = forms.CharField(
        label="发生了什么事？",
        max_length=LIMITS["account"],
        widget=forms.Textarea(attrs={**QUIET, "rows": 12}),
        help_text="按您说话的样子写就行。谁、什么时候、在哪里、做了什么、有谁知道。",
        error_messages={"required": "请写下发生了什么事，一两句话也可以"},
    )
    title = line("标题", "title", "一句话说是什么事。不写也可以。")
    wish = forms.CharField(
        label="您希望怎样处理",
        max_length=LIMITS["wish"],
        required=False,
        widget=forms.Textarea(attrs={**QUIET, "rows": 3}),
    )


class PlaceForm(StepForm):
    village = forms.ChoiceField(label="哪个村（社区）？", required=False)
    place = line("具体地点", "place", "例如：三组水塘边、村委会院子。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        villages = villages_of(self.draft.organ_id) if self.draft.organ_id else []
        choices = [("", "不清楚，或者不在下面"), *((str(each.pk), each.name) for each in villages)]
        self.fields["village"].choices = choices  # type: ignore[attr-defined] # a ChoiceField
