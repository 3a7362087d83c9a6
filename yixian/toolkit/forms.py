"""How every Django form looks: label above, help below, limits stated, errors linked from a summary."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates

ASKING = ("哪", "谁", "怎么", "什么", "几")
"""Words that make a question of a label."""


class FaceRenderer(DjangoTemplates):
    """``FORM_RENDERER``: ``{{ form }}`` and ``{{ field.as_field_group }}`` in this style."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
    formset_template_name = "components/formset.html"


class FaceForm(forms.Form):
    """A form whose standard errors say what to do (请填写标题) instead of naming a rule.

    A browser that is told a limit cuts off, without a word, what somebody pastes: the limit is written below the
    field, counted while typing, and said by the error, with all that was typed still there.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            speak_plainly(field)
            field.widget.attrs.pop("maxlength", None)


def speak_plainly(field: forms.Field) -> None:
    """Replace Django's standard messages of one field, leaving those that its form wrote itself."""
    for code, words in _plain_words(field).items():
        standard = {
            kind.default_error_messages.get(code)
            for kind in type(field).__mro__[:-1]
            if issubclass(kind, forms.Field)
        }
        if field.error_messages.get(code) in standard:
            field.error_messages[code] = words


def _named(label: str) -> str:
    """A label that asks (哪天见面) is quoted, that the sentence reads: 请填写“哪天见面”."""
    return f"“{label}”" if any(word in label for word in ASKING) else label


def _plain_words(field: forms.Field) -> dict[str, str]:
    name = "" if not field.label or str(field.label).endswith(("？", "?")) else _named(str(field.label))
    chosen = isinstance(field, forms.ChoiceField)
    asked = (
        "请勾选后再提交"
        if isinstance(field, forms.BooleanField)
        else f"请{'选择' if chosen else '填写'}{name}"
    )
    return {
        "max_length": "最多 %(limit_value)s 字，现在 %(show_value)s 字，请删减",
        "min_value": "不能小于 %(limit_value)s",
        "max_value": "不能大于 %(limit_value)s",
        "required": asked if name or not chosen else "请选择一项",
        "invalid_choice": "请从列出的选项中选择",
        "invalid": "格式不对，请照下面的说明填写" if field.help_text else "格式不对，请重新填写",
    }


class LongText(forms.CharField):
    """Some lines of text with their limit; ``rows`` says how much is expected."""

    def __init__(self, label: str, longest: int, *, rows: int = 3, **rest: Any) -> None:
        sheet = forms.Textarea(attrs={"rows": rows})
        super().__init__(label=label, max_length=longest, widget=sheet, **rest)


class _Hinted(forms.widgets.ChoiceWidget):
    """A choice with a sentence of explanation under each option: ``hints={"real_name": "…"}``."""

    def __init__(self, *, hints: Mapping[str, str], attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.hints = dict(hints)

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "hint": self.hints.get(str(value), "")}


class HintedRadios(_Hinted, forms.RadioSelect):
    """One is chosen."""


class HintedCheckboxes(_Hinted, forms.CheckboxSelectMultiple):
    """Any number are chosen."""


class DateInput(forms.DateInput):
    """The browser's own date picker; the value is always ISO, whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")
