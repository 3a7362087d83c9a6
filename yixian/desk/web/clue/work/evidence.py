"""证据: register an item, hand it over, receive or refuse it; print the list."""

from typing import Any

from django import forms

from yixian.desk.verification_case import WorkCase
from yixian.desk.web.clue.work.base import OfOne, WorkForm
from yixian.desk.web.offering import offer
from yixian.reception.actions import FilledPaper
from yixian.resolution.actions import (
    EvidenceFacts,
    hand_custody,
    print_evidence_list,
    receive_custody,
    record_evidence,
    refuse_custody,
)
from yixian.resolution.enums import EvidenceKind, Originality
from yixian.toolkit.files import EVIDENCE, WholeFilesField
from yixian.toolkit.files.kinds import words_for
from yixian.toolkit.forms import DateInput, LongText

MOST_PAGES = 9999


class RecordEvidence(WorkForm):
    slug, act, label, button = "record_evidence", "resolution.record_evidence", "登记证据", "登记"
    key = "v"
    says = (
        "编号自动顺延，登记以后不能改、不能删；写错的，另登一份并写明更正。",
        "附上的文件逐字节原样密封，并记下 SHA-256 校验值；查看时看到的是去除附带信息的副本。",
        "举报人交来的材料在来件的“附上材料”里，不在这里登记，以免看出是谁交的。",
    )
    kind_ = forms.ChoiceField(label="种类", choices=EvidenceKind.choices)
    title = forms.CharField(label="名称", max_length=100, help_text="例如：2024年低保评议会议记录。")
    source = LongText("来源", 500, rows=2, help_text="从哪里、由谁提供；不写举报人。")
    shows = LongText("证明的内容", 2000, rows=3, help_text="证明哪个问题、哪项反映。")
    task = forms.TypedChoiceField(label="回答哪项核查任务", coerce=int, required=False, empty_value=None)
    originality = forms.ChoiceField(
        label="原件或者复制件", choices=Originality.choices, widget=forms.RadioSelect
    )
    pages = forms.IntegerField(label="页数（件数）", min_value=1, max_value=MOST_PAGES, initial=1)
    taken_by = forms.TypedChoiceField(label="提取人", coerce=int, help_text="登记后由提取人保管。")
    taken_on = forms.DateField(label="提取日期", widget=DateInput())
    file = WholeFilesField(
        label="文件",
        allowed=EVIDENCE,
        required=False,
        help_text=f"{words_for(EVIDENCE)}，一个，不超过 20 MB（视频 50 MB）。没有电子文件的不选。",
    )

    def prepare(self) -> None:
        self.offer_takers("taken_by")
        tasks = [(each.task.pk, str(each.task)) for each in self.case.tasks]
        offer(self, "task", [("", "不针对某一项任务"), *tasks])
        self.initial.setdefault("taken_by", self.case.officer.staff_id)
        self.initial.setdefault("taken_on", self.case.on)

    def do(self) -> str:
        typed = self.cleaned_data
        facts = EvidenceFacts(
            kind=EvidenceKind(typed["kind_"]),
            originality=Originality(typed["originality"]),
            title=typed["title"],
            source=typed["source"],
            shows=typed["shows"],
            pages=typed["pages"],
            taken_by_id=typed["taken_by"],
            taken_on=typed["taken_on"],
            task_id=typed["task"],
            file=next(iter(typed["file"]), None),
        )
        item = record_evidence(by=self.case.officer, clue=self.case.clue, facts=facts, on=self.case.on)
        return f"{item}已登记，由{item.taken_by.name}保管。"


class PrintEvidenceList(WorkForm):
    slug, act, label = "evidence_list", "resolution.print_evidence_list", "打印证据目录"
    says = ("按现在的证据、保管和缺口排好，附每个文件的校验值。打印前检查有没有写到举报人。",)
    prints = True

    @classmethod
    def stands(cls, case: WorkCase) -> bool:
        return bool(case.evidence)

    def paper(self) -> FilledPaper:
        return print_evidence_list(by=self.case.officer, clue=self.case.clue, on=self.case.on)


class OfCustody(OfOne):
    """Of one pair of hands: those that have the item, or those to which it was offered."""

    by_hand = True

    @classmethod
    def stood(cls, case: WorkCase) -> list[Any]:
        return [each.held for each in case.evidence if each.held is not None]

    @classmethod
    def find(cls, case: WorkCase, key: int) -> Any:
        return cls.found(cls.stood(case), key)


class HandCustody(OfCustody):
    slug, act, label, button = "hand_custody", "resolution.hand_custody", "移交证据", "移交"
    says = ("对方在自己的账号里接收以后，才算移交完成；没有接收以前仍由您保管。",)
    staff = forms.TypedChoiceField(label="移交给谁", coerce=int)
    note = LongText("说明", 500, rows=2, required=False, help_text="件数、页数、封装情况。")

    def prepare(self) -> None:
        self.offer_takers("staff", but=self.thing.staff_id)

    def do(self) -> str:
        typed = self.cleaned_data
        offered = hand_custody(
            by=self.case.officer,
            custody=self.thing,
            to_id=typed["staff"],
            note=typed["note"],
            on=self.case.on,
        )
        return f"{offered.evidence}等待{offered.staff.name}接收。"


class OfOffer(OfCustody):
    @classmethod
    def stood(cls, case: WorkCase) -> list[Any]:
        return [each.offered for each in case.evidence if each.offered is not None]


class ReceiveCustody(OfOffer):
    slug, act, label, button = "receive_custody", "resolution.receive_custody", "接收证据", "已清点，接收"
    says = ("请当面清点，核对名称、页数和封装。接收后由您保管。",)

    def do(self) -> str:
        custody = receive_custody(by=self.case.officer, custody=self.thing, on=self.case.on)
        return f"{custody.evidence}已接收，由您保管。"


class RefuseCustody(OfOffer):
    slug, act, label, button = "refuse_custody", "resolution.refuse_custody", "不接收证据", "不接收"
    says = ("没有收到、数量不对或者有损坏的，不要接收；证据仍由移交人保管。",)
    reason = LongText("不接收的原因", 500)

    def do(self) -> str:
        custody = refuse_custody(
            by=self.case.officer,
            custody=self.thing,
            reason=self.cleaned_data["reason"],
            on=self.case.on,
        )
        return f"{custody.evidence}没有接收，仍由移交人保管。"


ACTS = (RecordEvidence, PrintEvidenceList, HandCustody, ReceiveCustody, RefuseCustody)
