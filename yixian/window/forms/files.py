"""Handing in files: a photograph taken now, or files that are on the telephone. Nothing is ever required."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from yixian.toolkit.files import EVIDENCE
from yixian.toolkit.files.fields import FilesInput
from yixian.toolkit.files.kinds import endings_of
from yixian.window.forms.report import StepForm

CAMERA = {"accept": "image/*", "capture": "environment"}
CHOOSE = {"accept": endings_of(EVIDENCE), "multiple": True}


class FilesForm(StepForm):
    """Two ways to the same heap. What comes is taken in one by one by the page, not by the form."""

    photo = forms.Field(label="拍一张照片", required=False, widget=forms.FileInput(attrs=CAMERA))
    file = forms.Field(
        label="从手机里选文件",
        required=False,
        widget=FilesInput(attrs=CHOOSE),
        help_text="照片、PDF、Word（docx）、Excel（xlsx）、录音每份最多20 MB，视频最多50 MB。可以一次选几份。",
    )

    def kept_words(self) -> dict[str, str]:
        return {}


def uploads_in(files: "MultiValueDict[str, UploadedFile[bytes]]") -> "list[UploadedFile[bytes]]":
    """What was chosen in either field, in order."""
    chosen: list[Any] = [*files.getlist("photo"), *files.getlist("file")]
    return [each for each in chosen if each.name]
