"""What is done with an archived file."""

from django import forms

from yixian.desk.file_case import FileCase
from yixian.desk.web.archive.base import FileForm
from yixian.reception.actions import LIMITS
from yixian.resolution.actions import export_file
from yixian.toolkit.forms import LongText


class ExportFile(FileForm):
    slug, act, label, button = "export_file", "resolution.export_file", "导出电子卷宗", "导出（ZIP）"
    gives = True
    says = (
        "导出的是没有加密的文件，不用本系统就能打开：请存到单位的保密介质上，用完清除。",
        "举报人身份不在里面；写有举报人的文书自动留下，在目录里注明“没有装入”。",
        "每打开一份都留痕；这次导出的理由、份数和校验值登记在卷宗页上。",
    )
    reason = LongText("导出的理由", LIMITS["note"], rows=3, help_text="写明用途和去处，不写举报人。")
    looked_through = forms.BooleanField(
        label="随来件交来的材料我已经逐份看过，没有写明举报人，可以装入",
        required=False,
        help_text="照片、扫描件上有没有姓名、字迹，系统看不出来。不勾选，这些材料就不装入。",
    )

    def made_file(self) -> tuple[bytes, str]:
        typed = self.cleaned_data
        made = export_file(
            by=self.case.officer,
            file=self.case.file,
            reason=typed["reason"],
            looked_through=typed["looked_through"],
            on=self.case.on,
        )
        return made.content, made.name


ACTS: tuple[type[FileForm], ...] = (ExportFile,)


def acts_of(case: FileCase) -> list[type[FileForm]]:
    """Those that stand now."""
    return [each for each in ACTS if each.stands(case)]
