"""建议书、移交立案: what follows from an approved report, the letter, its answer and whether it was put right."""

from datetime import date
from typing import Any

from django import forms

from yixian.desk.clue_case import ClueCase
from yixian.desk.web.clue.base import ClueForm
from yixian.desk.web.clue.of_row import OfRow
from yixian.desk.web.offering import offer
from yixian.protection.texts import LONGEST
from yixian.reception.actions import FilledPaper
from yixian.regulations.outcomes import Adoption, Advice, files_case
from yixian.resolution.actions import (
    RecommendationFacts,
    ReferralFacts,
    answer_recommendation,
    check_recommendation,
    hand_on_case,
    issue_recommendation,
    note_case_receipt,
    preview_recommendation,
    print_recommendation,
)
from yixian.resolution.enums import AdviceState, ClueState, Decision, ReferralState
from yixian.toolkit.forms import DateInput, LongText

FOUND_OUT = (ClueState.CONCLUDING, ClueState.CLOSED)
PUT_RIGHT, WANTING = "settled", "wanting"


class IssueRecommendation(ClueForm):
    slug, act, label, button = "issue_recommendation", "resolution.issue_recommendation", "发建议书", "发出"
    previews = True
    says = (
        "建议书发给有问题的单位，写查明的情况，不写举报人，不照抄来信；发出前系统会检查。",
        "发出后有文号，不能再改。到期没有回复的，在“今日”列出。",
    )
    kind_ = forms.ChoiceField(label="种类", choices=Advice.choices(), widget=forms.RadioSelect)
    unit = forms.CharField(label="受文单位", max_length=60)
    found = LongText("发现的问题", LONGEST, rows=5)
    advice = LongText("建议内容", LONGEST, rows=5, help_text="逐条写，怎样整改。")
    due_on = forms.DateField(label="回复期限", widget=DateInput())

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.clue.state in FOUND_OUT

    def facts(self) -> RecommendationFacts:
        typed = self.cleaned_data
        return RecommendationFacts(
            kind=Advice(typed["kind_"]),
            **{name: typed[name] for name in ("unit", "found", "advice", "due_on")},
        )

    def preview(self) -> FilledPaper:
        by, clue = self.case.officer, self.case.clue
        return preview_recommendation(by=by, clue=clue, facts=self.facts(), on=self.case.on)

    def do(self) -> str:
        clue = self.case.clue
        sent = issue_recommendation(by=self.case.officer, clue=clue, facts=self.facts(), on=self.case.on)
        return f"{sent}已发出，可以打印。"


class OfAdvice(OfRow):
    relation = "recommendations"


class AnswerRecommendation(OfAdvice):
    slug, act, label, button = (
        "answer_recommendation",
        "resolution.answer_recommendation",
        "登记回复",
        "登记",
    )
    states = (AdviceState.ISSUED,)
    says = ("登记以后不能修改。下一步：核对整改。",)
    adopted = forms.ChoiceField(label="是否采纳", choices=Adoption.choices(), widget=forms.RadioSelect)
    answered_on = forms.DateField(label="回复日期", widget=DateInput())
    answer = LongText("对方的回复", LONGEST, rows=6, help_text="怎样整改的；不采纳的，写明理由。")

    def clean_answered_on(self) -> date:
        return self.not_later("answered_on")

    def do(self) -> str:
        typed = self.cleaned_data
        answer_recommendation(
            by=self.case.officer,
            recommendation=self.thing,
            adopted=Adoption(typed["adopted"]),
            answer=typed["answer"],
            on=typed["answered_on"],
        )
        return f"{self.thing}的回复已登记，请核对整改。"


class CheckRecommendation(OfAdvice):
    slug, act, label, button = "check_recommendation", "resolution.check_recommendation", "核对整改", "登记"
    states = (AdviceState.ANSWERED,)
    says = ("看一看说的和做的是不是一致。整改不到位的，登记以后另发建议书。", "登记以后不能修改。")
    settled = forms.ChoiceField(
        label="整改情况", choices=[(PUT_RIGHT, "整改到位"), (WANTING, "整改不到位")], widget=forms.RadioSelect
    )
    found = LongText("怎样核对的、看到什么", LONGEST, rows=5)

    def do(self) -> str:
        typed = self.cleaned_data
        seen = check_recommendation(
            by=self.case.officer,
            recommendation=self.thing,
            settled=typed["settled"] == PUT_RIGHT,
            found=typed["found"],
            on=self.case.on,
        )
        return f"已登记：{seen.get_state_display()}。"


class PrintRecommendation(OfAdvice):
    slug, act, label = "print_recommendation", "resolution.print_recommendation", "打印建议书"
    prints = True
    states = tuple(AdviceState)

    def paper(self) -> FilledPaper:
        return print_recommendation(by=self.case.officer, recommendation=self.thing)


class HandOnCase(ClueForm):
    slug, act, label, button = "hand_on_case", "resolution.hand_on_case", "移交立案", "移交"
    says = (
        "立案、审理在县纪委监委的案件系统里办，这里登记移交给谁、移交了什么，等对方的回执。",
        "移交的材料不含举报人身份和举报信。每名被反映人移交一次。",
    )
    person = forms.TypedChoiceField(label="被反映人", coerce=int)
    receiver = forms.CharField(label="移交给", max_length=60)
    number = forms.CharField(label="文号", max_length=40)
    handed = LongText("移交的材料", LONGEST, rows=5, help_text="逐份写名称、页数。")

    def prepare(self) -> None:
        offer(self, "person", [("", "请选择"), *_not_handed(self.case)])

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        proposed = any(
            each.decision == Decision.APPROVED and files_case(each.proposal) for each in case.reports
        )
        return proposed and case.clue.state in FOUND_OUT and bool(_not_handed(case))

    def do(self) -> str:
        typed = self.cleaned_data
        facts = ReferralFacts(
            person_id=typed["person"],
            receiver=typed["receiver"],
            number=typed["number"],
            handed=typed["handed"],
        )
        hand_on_case(by=self.case.officer, clue=self.case.clue, facts=facts, on=self.case.on)
        return "已登记移交，回执来了请登记。"


def _not_handed(case: ClueCase) -> list[tuple[int, str]]:
    known = {each.person_id for each in case.clue.referrals.all()}
    return [(person.pk, name) for person, name in case.people if person.pk not in known]


class NoteCaseReceipt(OfRow):
    slug, act, label, button = "note_case_receipt", "resolution.note_case_receipt", "登记回执", "登记"
    relation, states = "referrals", (ReferralState.HANDED,)
    received_on = forms.DateField(label="回执日期", widget=DateInput())
    receipt_number = forms.CharField(label="回执文号", max_length=40, required=False)

    def do(self) -> str:
        typed: dict[str, Any] = self.cleaned_data
        note_case_receipt(by=self.case.officer, referral=self.thing, on=self.case.on, **typed)
        return "回执已登记。"


OF_ADVICE: tuple[type[OfRow], ...] = (AnswerRecommendation, CheckRecommendation, PrintRecommendation)
OF_REFERRAL: tuple[type[OfRow], ...] = (NoteCaseReceipt,)
ACTS: tuple[type[ClueForm], ...] = (HandOnCase, IssueRecommendation, *OF_ADVICE, *OF_REFERRAL)
