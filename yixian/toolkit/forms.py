"""How every Django form looks: label above, help below, limits stated, errors linked from a summary."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates


class FaceRenderer(DjangoTemplates):
    """``FORM_RENDERER``: ``{{ form }}`` and ``{{ field.as_field_group }}`` in this style."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
    formset_template_name = "components/formset.html"


class HintedRadios(forms.RadioSelect):
    """Radio buttons with a sentence of explanation under each: ``hints={"real_name": "…"}``."""

    def __init__(self, *, hints: Mapping[str, str], attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.hints = dict(hints)

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "hint": self.hints.get(str(value), "")}


class HintedCheckboxes(forms.CheckboxSelectMultiple):
    """Checkboxes with a sentence of explanation under each."""

    def __init__(self, *, hints: Mapping[str, str], attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.hints = dict(hints)

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "hint": self.hints.get(str(value), "")}


class DateInput(forms.DateInput):
    """The browser's own date picker; the value is always ISO, whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")
