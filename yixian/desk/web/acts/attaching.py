"""附上材料: what was handed to the office about a report, or made by it, put under seal beside it."""

from django import forms

from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.reception.actions import attach_files
from yixian.reception.enums import AttachmentKind, ReportState
from yixian.toolkit.files import EVIDENCE, CleanFilesField
from yixian.toolkit.files.kinds import words_for

AT_HAND = (AttachmentKind.EVIDENCE, AttachmentKind.RECORD, AttachmentKind.PHOTO, AttachmentKind.PAPER)
"""What a clerk may call a file; pages, messages and signatures come in with the letter, the call, the visit."""
MOST = 10


class AttachFiles(ActForm[Case]):
    slug, act, label, button = "attach", "reception.attach_files", "附上材料", "附上"
    says = (
        "附上后密封保存，不能删除；能看这件来件的人都能打开。",
        "照片、文档里的拍摄地点、作者等附带信息会自动去除。",
        "能看出举报人是谁的材料（身份证件、署名原件）不要附在这里。",
    )
    given = CleanFilesField(
        label="文件",
        allowed=EVIDENCE,
        most=MOST,
        help_text=f"{words_for(EVIDENCE)}。一次最多 {MOST} 个，照片和文档每个不超过 20 MB，视频不超过 50 MB。",
    )
    kind_ = forms.ChoiceField(
        label="是什么",
        choices=[(each.value, each.label) for each in AT_HAND],
        initial=AttachmentKind.EVIDENCE,
        widget=forms.RadioSelect,
    )

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.state not in (ReportState.RECEIVED, ReportState.ENVELOPED)

    def do(self) -> str:
        attached = attach_files(
            by=self.case.officer,
            report=self.case.report,
            files=self.cleaned_data["given"],
            kind=AttachmentKind(self.cleaned_data["kind_"]),
            on=self.case.on,
        )
        return f"已附上 {len(attached)} 份材料，密封保存。"


ACTS = (AttachFiles,)
