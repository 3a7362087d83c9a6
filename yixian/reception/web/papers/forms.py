"""Forms of the papers' pages."""

from django import forms

from yixian.reception.actions import PosterSize
from yixian.toolkit.files import FileKind
from yixian.toolkit.files.fields import CleanFilesField
from yixian.toolkit.forms import FaceForm

ALL_VILLAGES = ""


class TemplateUpload(FaceForm):
    """One Word document."""

    template = CleanFilesField(
        label="改好的模板",
        allowed=frozenset({FileKind.DOCX}),
        help_text="Word 文档（.docx），不超过 1 MB。先检查、看样张，确认后才启用。",
        error_messages={"required": "请选择改好的 Word 模板。"},
    )


class PosterForm(FaceForm):
    """Which posters, on which paper."""

    size = forms.ChoiceField(
        label="纸张",
        choices=[(PosterSize.A4.value, "A4，打印机直接打印"), (PosterSize.A3.value, "A3，张贴更醒目")],
        widget=forms.RadioSelect,
        initial=PosterSize.A4.value,
    )
    village = forms.ChoiceField(label="村（社区）", required=False)

    def __init__(self, *args: object, villages: list[tuple[str, str]], **rest: object) -> None:
        super().__init__(*args, **rest)
        field = self.fields["village"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(ALL_VILLAGES, f"全部，一村一页（{len(villages)}页）"), *villages]
