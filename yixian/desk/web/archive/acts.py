"""What is done with an archived file."""

from django import forms

from yixian.desk.file_case import FileCase
from yixian.desk.web.archive.base import FileForm
from yixian.reception.actions import LIMITS
from yixian.resolution.actions import export_file, extend_retention, hold_file, lift_hold
from yixian.toolkit.forms import DateInput, LongText
from yixian.toolkit.wording import cn_date


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


class HoldFile(FileForm):
    slug, act, label, button = "hold_file", "resolution.hold_file", "暂缓销毁", "登记暂缓"
    says = (
        "暂缓期间，不论保管期限满没满，都不得销毁。",
        "有申诉、复查、上级调阅、正在办的关联件等情形的，登记暂缓。",
    )
    reason = LongText("暂缓销毁的理由", LIMITS["note"], rows=3, help_text="不写举报人。")
    until = forms.DateField(label="暂缓至", widget=DateInput, required=False, help_text="没有期限的空着。")

    @classmethod
    def stands(cls, case: FileCase) -> bool:
        return case.hold is None

    def do(self) -> str:
        typed = self.cleaned_data
        hold_file(
            by=self.case.officer,
            file=self.case.file,
            reason=typed["reason"],
            until=typed["until"],
            on=self.case.on,
        )
        return "已登记暂缓销毁。"


class LiftHold(FileForm):
    slug, act, label, button = "lift_hold", "resolution.lift_hold", "解除暂缓销毁", "解除"
    says = ("解除以后，按保管期限办理。",)
    reason = LongText("解除的理由", LIMITS["note"], rows=3, help_text="不写举报人。")

    @classmethod
    def stands(cls, case: FileCase) -> bool:
        return case.hold is not None

    def do(self) -> str:
        lift_hold(
            by=self.case.officer, file=self.case.file, reason=self.cleaned_data["reason"], on=self.case.on
        )
        return "已解除暂缓销毁。"


FOR_EVER = "ever"


class ExtendRetention(FileForm):
    slug, act, label, button = "extend_retention", "resolution.extend_retention", "延长保管期限", "延长"
    says = ("只能延长，不能缩短。延长从原来的期满之日接着算。",)
    years = forms.ChoiceField(
        label="延长多久",
        choices=[("5", "5年"), ("10", "10年"), ("20", "20年"), (FOR_EVER, "改为永久")],
        widget=forms.RadioSelect,
    )
    reason = LongText("延长的理由", LIMITS["note"], rows=3, help_text="不写举报人。")

    @classmethod
    def stands(cls, case: FileCase) -> bool:
        return case.file.kept_until is not None

    def do(self) -> str:
        typed = self.cleaned_data
        done = extend_retention(
            by=self.case.officer,
            file=self.case.file,
            years=None if typed["years"] == FOR_EVER else int(typed["years"]),
            reason=typed["reason"],
            on=self.case.on,
        )
        return f"已延长至{cn_date(done.until_after)}。" if done.until_after else "已改为永久保管。"


ACTS: tuple[type[FileForm], ...] = (ExportFile, HoldFile, LiftHold, ExtendRetention)


def acts_of(case: FileCase) -> list[type[FileForm]]:
    """Those that stand now; with what was destroyed nothing is done any more."""
    if case.file.matter.destroyed_on is not None:
        return []
    return [each for each in ACTS if each.stands(case)]
