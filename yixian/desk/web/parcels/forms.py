"""The one field of an import: the file."""

from django import forms

from yixian.toolkit.files.kinds import MEGABYTE
from yixian.toolkit.files.uploads import LARGEST_OF_ALL as LARGEST
from yixian.toolkit.forms import FaceForm


class ParcelForm(FaceForm):
    """A file as it was exported over there."""

    parcel = forms.FileField(
        label="加封文件",
        widget=forms.FileInput(attrs={"accept": ".yxf"}),
        help_text=f"对方导出的、以“.yxf”结尾的文件，不超过 {LARGEST // MEGABYTE} MB。"
        "是转来的件、后续文件还是回执，系统自己分辨。",
        error_messages={
            "required": "请选择加封文件。",
            "empty": "这个文件是空的，可能没有拷贝完。请重新拷贝。",
        },
    )

    def clean_parcel(self) -> bytes:
        parcel = self.cleaned_data["parcel"]
        if parcel.size > LARGEST:
            raise forms.ValidationError(f"文件超过 {LARGEST // MEGABYTE} MB，不是本系统导出的加封文件。")
        content: bytes = parcel.read()
        return content
