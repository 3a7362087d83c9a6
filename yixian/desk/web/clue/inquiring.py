"""函询: the letter, its receipt or withdrawal, the reply and its papers."""

from datetime import date
from typing import Any

from django import forms

from yixian.desk.clue_case import ClueCase
from yixian.desk.web.clue.base import ClueForm
from yixian.desk.web.clue.of_row import OfRow
from yixian.desk.web.offering import offer
from yixian.protection.texts import LONGEST
from yixian.reception.actions import FilledPaper
from yixian.resolution.actions import (
    InquiryFacts,
    InquiryReplyFacts,
    issue_inquiry,
    open_inquiry_paper,
    preview_inquiry,
    print_inquiry,
    record_inquiry_reply,
    serve_inquiry,
    withdraw_inquiry,
)
from yixian.resolution.enums import ClueState, InquiryState, InquiryWithdrawal, ReplyExplains, ReplySigned
from yixian.toolkit.files import DOCUMENTS, PICTURES, CleanFilesField
from yixian.toolkit.files.kinds import words_for
from yixian.toolkit.forms import DateInput, LongText

PAPERS = DOCUMENTS | PICTURES
MOST = 10


class IssueInquiry(ClueForm):
    slug, act, label, button = "issue_inquiry", "resolution.issue_inquiry", "发函询通知书", "发出"
    previews = True
    says = (
        "函询通知书直接发给被反映人：只写要他说明的问题，不写举报人，不照抄来信；发出前系统会检查。",
        "发出后单独编号，不能再改。打印出来的第二页是《函询回复》，有所在党组织主要负责人签署意见的地方。",
    )
    person = forms.TypedChoiceField(label="被函询人", coerce=int)
    unit = forms.CharField(
        label="所在党组织",
        max_length=60,
        help_text="由它的主要负责人在回复上签署意见，例如“青禾镇柳湾村党总支”。",
    )
    questions = LongText("函询的问题", LONGEST, rows=8, help_text="一行一个问题，用自己的话问。")

    def prepare(self) -> None:
        offer(self, "person", [("", "请选择"), *_to_be_asked(self.case)])

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.clue.state == ClueState.INQUIRY and bool(_to_be_asked(case))

    @classmethod
    def leads(cls, case: ClueCase) -> bool:
        """Until a letter went out or the talks ended by themselves, this is what an inquiry waits for."""
        return not case.clue.inquiries.all()

    def facts(self) -> InquiryFacts:
        typed = self.cleaned_data
        return InquiryFacts(person_id=typed["person"], unit=typed["unit"], questions=typed["questions"])

    def preview(self) -> FilledPaper:
        by, clue = self.case.officer, self.case.clue
        return preview_inquiry(by=by, clue=clue, facts=self.facts(), on=self.case.on)

    def do(self) -> str:
        clue = self.case.clue
        sent = issue_inquiry(by=self.case.officer, clue=clue, facts=self.facts(), on=self.case.on)
        return f"{sent}已发出，可以打印；送到以后请登记送达。"


def _to_be_asked(case: ClueCase) -> list[tuple[int, str]]:
    """Whoever is reported and has no letter that waits for its reply."""
    waiting = {each.person_id for each in case.clue.inquiries.all() if each.state not in InquiryState.over()}
    return [(person.pk, name) for person, name in case.people if person.pk not in waiting]


class OfInquiry(OfRow):
    relation = "inquiries"


class ServeInquiry(OfInquiry):
    slug, act, label, button = "serve_inquiry", "resolution.serve_inquiry", "登记函询送达", "登记送达"
    states = (InquiryState.ISSUED,)
    says = ("书面回复的期限从被函询人收到的这一天起算。",)
    served_on = forms.DateField(label="送达日期", widget=DateInput())

    @classmethod
    def wanted(cls, row: Any) -> bool:
        return super().wanted(row) and row.clue.state == ClueState.INQUIRY

    def clean_served_on(self) -> date:
        return self.not_later("served_on")

    def do(self) -> str:
        serve_inquiry(by=self.case.officer, inquiry=self.thing, on=self.cleaned_data["served_on"])
        return "已登记送达，回复期限开始计算。"


class WithdrawInquiry(OfInquiry):
    slug, act, label, button = "withdraw_inquiry", "resolution.withdraw_inquiry", "撤回函询通知书", "撤回"
    states = (InquiryState.ISSUED,)
    says = (
        "只撤回没有送到本人的函；已经送到的，请“登记函询送达”。打印出来的请收回。",
        "撤回以后文号保留，不能恢复；可以另发一份，也可以当面谈话后“登记谈话函询结束”。",
    )
    why = forms.ChoiceField(label="撤回原因", choices=InquiryWithdrawal.choices, widget=forms.RadioSelect)

    @classmethod
    def wanted(cls, row: Any) -> bool:
        return super().wanted(row) and row.clue.state != ClueState.CLOSED

    def do(self) -> str:
        why = InquiryWithdrawal(self.cleaned_data["why"])
        return (
            f"{withdraw_inquiry(by=self.case.officer, inquiry=self.thing, why=why, on=self.case.on)}已撤回。"
        )


class RecordInquiryReply(OfInquiry):
    slug, act, label, button = (
        "record_inquiry_reply",
        "resolution.record_inquiry_reply",
        "登记函询回复",
        "登记回复",
    )
    states = (InquiryState.SERVED,)
    says = (
        "逾期的照实登记，页面上写明逾期。没有主要负责人签署意见的，可以退回补签以后再登记。",
        "登记以后不能修改。说明不清的，可以再次函询，或者转为初步核实。",
    )
    replied_on = forms.DateField(label="收到回复日期", widget=DateInput())
    signed = forms.ChoiceField(
        label="党组织主要负责人签署", choices=ReplySigned.choices, widget=forms.RadioSelect
    )
    explains = forms.ChoiceField(label="是否说明", choices=ReplyExplains.choices, widget=forms.RadioSelect)
    text = LongText("说明的要点", LONGEST, rows=6, help_text="逐个问题写本人怎么说；不写举报人。")
    papers = CleanFilesField(
        label="回复原件和附件",
        allowed=PAPERS,
        most=MOST,
        required=False,
        help_text=f"{words_for(PAPERS)}，最多{MOST}个，每个不超过 20 MB；密封保存。",
    )

    def clean_replied_on(self) -> date:
        return self.not_later("replied_on")

    def do(self) -> str:
        typed = self.cleaned_data
        facts = InquiryReplyFacts(
            replied_on=typed["replied_on"],
            signed=ReplySigned(typed["signed"]),
            explains=ReplyExplains(typed["explains"]),
            text=typed["text"],
            files=tuple(typed["papers"]),
        )
        record_inquiry_reply(by=self.case.officer, inquiry=self.thing, facts=facts, on=self.case.on)
        return "回复已登记，请在期限内提交情况报告。"


class PrintInquiry(OfInquiry):
    slug, act, label = "print_inquiry", "resolution.print_inquiry", "打印函询通知书"
    prints = True
    states = tuple(InquiryState)

    def paper(self) -> FilledPaper:
        return print_inquiry(by=self.case.officer, inquiry=self.thing)


class OpenInquiryPaper(ClueForm):
    slug, act, label, button = (
        "open_inquiry_paper",
        "resolution.open_inquiry_paper",
        "打开函询回复材料",
        "下载",
    )
    about_one = gives = True
    says = ("下载留痕；看完请不要留在电脑里。",)

    @classmethod
    def find(cls, case: ClueCase, key: int) -> Any:
        papers = (paper for each in case.clue.inquiries.all() for paper in each.papers.all())
        return next((paper for paper in papers if paper.pk == key), None)

    def made_file(self) -> tuple[bytes, str]:
        found = open_inquiry_paper(by=self.case.officer, paper=self.thing)
        return found.content, found.name


OF_INQUIRY: tuple[type[OfRow], ...] = (ServeInquiry, RecordInquiryReply, WithdrawInquiry, PrintInquiry)
ACTS: tuple[type[ClueForm], ...] = (IssueInquiry, *OF_INQUIRY, OpenInquiryPaper)
