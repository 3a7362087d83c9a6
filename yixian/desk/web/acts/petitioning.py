"""复查、复核 of a petition: who asked for it when, and what was decided; each once, and then it is at its end."""

from datetime import date
from typing import Any

from django import forms

from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.protection.texts import LONGEST
from yixian.regulations.classes import ReportClass
from yixian.regulations.outcomes import PetitionRound, PetitionRuling
from yixian.resolution.actions import PetitionReviewFacts, ask_petition_review, decide_petition_review
from yixian.resolution.enums import PetitionReviewState
from yixian.resolution.queries import petition_reviews_of
from yixian.toolkit.forms import DateInput, LongText


class AskPetitionReview(ActForm[Case]):
    slug, act, label, button = (
        "ask_petition_review",
        "resolution.ask_petition_review",
        "登记复查、复核请求",
        "登记",
    )
    says = (
        "对办理机关的处理意见不服的请求复查，对复查意见不服的请求复核，各一次。",
        "由原办理机关的上一级机关作出意见；期限从收到请求之日起算，列在卷宗的“期限”里。",
    )
    round = forms.ChoiceField(label="程序", choices=PetitionRound.choices(), widget=forms.RadioSelect)
    organ = forms.CharField(label="由哪个机关复查（复核）", max_length=60)
    served_on = forms.DateField(label="信访人收到原意见日期", widget=DateInput())
    asked_on = forms.DateField(label="收到请求日期", widget=DateInput())
    request = LongText("请求和理由", LONGEST, rows=5)

    @classmethod
    def stands(cls, case: Case) -> bool:
        found = case.classification
        petition = found is not None and found.report_class == ReportClass.OUT_OF_SCOPE
        return petition and len(petition_reviews_of(case.report.pk)) < len(PetitionRound)

    def do(self) -> str:
        typed: dict[str, Any] = self.cleaned_data
        facts = PetitionReviewFacts(**{**typed, "round": PetitionRound(typed["round"])})
        asked = ask_petition_review(
            by=self.case.officer, report=self.case.report, facts=facts, on=self.case.on
        )
        return f"已登记{asked.get_round_display()}请求，意见的期限开始计算。"


class DecidePetitionReview(ActForm[Case]):
    slug, act, label, button = (
        "decide_petition_review",
        "resolution.decide_petition_review",
        "登记复查、复核意见",
        "登记",
    )
    says = ("照对方的意见书登记，登记以后不能修改。复核意见作出以后，本件终结。",)
    ruling = forms.ChoiceField(label="意见", choices=PetitionRuling.choices(), widget=forms.RadioSelect)
    decided_on = forms.DateField(label="意见日期", widget=DateInput())
    words = LongText("意见内容", LONGEST, rows=6)

    @classmethod
    def stands(cls, case: Case) -> bool:
        return _open_review(case) is not None

    @classmethod
    def judged(cls, case: Case) -> Any:
        return _open_review(case) or case.subject

    def clean_decided_on(self) -> date:
        day: date = self.cleaned_data["decided_on"]
        if day > self.case.on:
            raise forms.ValidationError("不能晚于今天，请核对。")
        return day

    def do(self) -> str:
        typed, review = self.cleaned_data, _open_review(self.case)
        if review is None:
            return "这份意见已经登记。"
        done = decide_petition_review(
            by=self.case.officer,
            review=review,
            ruling=PetitionRuling(typed["ruling"]),
            words=typed["words"],
            on=typed["decided_on"],
        )
        ended = "，本件终结" if done.ends_it else ""
        return f"已登记{done.get_round_display()}意见：{done.get_ruling_display()}{ended}。"


def _open_review(case: Case) -> Any:
    reviews = petition_reviews_of(case.report.pk)
    return next((each for each in reviews if each.state == PetitionReviewState.ASKED), None)


ACTS: tuple[type[ActForm[Case]], ...] = (AskPetitionReview, DecidePetitionReview)
