"""Forms of the roster's pages. Limits are stated where they hold."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import FileExtensionValidator

from yixian.roster.enums import Skill
from yixian.toolkit.forms import FaceForm

LARGEST = 1024 * 1024
FORMS = ("xlsx", "xls")


class RosterUpload(forms.Form):
    """One workbook of at most 1 MB, which is some ten thousand cadres."""

    book = forms.FileField(
        label="名册文件",
        help_text="填好的名册导入表（.xlsx 或 .xls），不超过 1 MB。先核对，确认后才导入。",
        validators=[FileExtensionValidator(FORMS, "请选择 .xlsx 或 .xls 文件。")],
        error_messages={"required": "请选择名册文件。", "empty": "这个文件是空的，请重新选择。"},
    )

    def clean_book(self) -> "UploadedFile[bytes]":
        book: UploadedFile[bytes] = self.cleaned_data["book"]
        if book.size is None or book.size > LARGEST:
            raise forms.ValidationError("文件超过 1 MB，请按乡镇拆成几个文件分别导入。")
        return book


class CadreSearch(forms.Form):
    """What a clerk remembers of a person."""

    q = forms.CharField(
        label="姓名、职务、单位或村名",
        max_length=40,
        required=False,
        error_messages={"max_length": "检索词最多 40 个字。"},
    )


class YearEntry(forms.Form):
    """A year's notice, as lines."""

    text = forms.CharField(
        label="一年的放假和调休安排",
        max_length=4000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false"}),
        help_text=(
            "直接粘贴国务院办公厅的放假通知全文；也可以自己写，每行一项，例如："
            "2027-10-01至2027-10-07,放假,国庆节。七个节日都要写到。"
        ),
        error_messages={"required": "请粘贴这一年的安排。", "max_length": "最多 4000 个字。"},
    )


class ContactForm(FaceForm):
    """What an office tells the public."""

    short_name = forms.CharField(
        label="文号简称",
        max_length=12,
        help_text="发文字号的字头，例如“青纪信〔2026〕12号”的“青纪信”。已经发出的文号不变。",
    )
    address = forms.CharField(
        label="接访地址", max_length=100, required=False, help_text="当面反映、寄信到哪里。"
    )
    window_url = forms.CharField(
        label="举报窗口网址",
        max_length=120,
        required=False,
        help_text="群众用手机打开的网址，以“https://”开头。海报和回执上的二维码打开它。",
    )


class SkillsForm(FaceForm):
    """Any number of ticks; none is an answer as well."""

    skills = forms.MultipleChoiceField(
        label="专长",
        choices=Skill.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="按实际办过的事勾选。提出交叉办理人员时参考，不作考核用。",
    )


class FormerPostForm(FaceForm):
    """A unit of the county in which somebody served before."""

    unit = forms.TypedChoiceField(
        label="曾任职单位", coerce=int, help_text="反映这个单位的件，今后不请您交叉办理。"
    )

    def __init__(self, *args: Any, units: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["unit"]
        field.choices = [("", "请选择"), *((each.pk, f"{each.organ.name}：{each.name}") for each in units)]
