"""The county's side: ask for handlers, decide on them, hand the report down, end it."""

from typing import Any

from django import forms
from django.urls import reverse

from yixian.assessment.actions import (
    CrossingFacts,
    end_crossing,
    hand_down_crossing,
    offer_crossing,
    propose_crossing,
)
from yixian.assessment.crossing import HARDEST
from yixian.assessment.crossing_workflow import CROSSING
from yixian.assessment.enums import CrossingGround, CrossingState
from yixian.assessment.queries import crossing_request_of, crossings_of
from yixian.desk.case import Case
from yixian.desk.crossing_case import CrossingCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.crossing.base import CrossingForm
from yixian.desk.web.offering import offer
from yixian.reception.enums import ReportState
from yixian.roster.enums import OrganLevel, Skill
from yixian.roster.queries import organs_under

S = CrossingState
FIRST, OTHER = "first", "other"
GRADES = [
    (str(each), f"{each}　{word}") for each, word in enumerate(("简单", "较易", "一般", "较难", "疑难"), 1)
]


class ProposeCrossing(ActForm[Case]):
    slug, act, label = "propose_crossing", "assessment.propose_crossing", "提请片区交叉办理"
    button = "提出人选"
    says = (
        "按回避、专长、工作量和片区提出主办人、协办人和备选，理由逐条列出。提出人选时不通知任何人。",
        "本件仍由本机关负责答复举报人，期限照常计算。",
    )
    ground = forms.ChoiceField(label="提请原因", choices=CrossingGround.choices, widget=forms.RadioSelect)
    township = forms.TypedChoiceField(
        label="被反映一方所在乡镇（街道）", coerce=int, help_text="这个乡镇（街道）的人一律不提。"
    )
    difficulty = forms.TypedChoiceField(label="难度", coerce=int, choices=GRADES[:HARDEST], initial=2)
    skills = forms.MultipleChoiceField(
        label="需要的专长", choices=Skill.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self) -> None:
        report = self.case.report
        below = [each for each in organs_under(report.organ_id) if each.level == OrganLevel.TOWNSHIP]
        offer(self, "township", [("", "请选择"), *((each.pk, each.name) for each in below)])
        asked = crossing_request_of(report.pk)
        if asked is not None:
            self.initial.setdefault("township", asked.township_id)
            self.initial.setdefault("ground", asked.ground)
        if report.village:
            self.initial.setdefault("township", report.village.organ_id)

    @classmethod
    def stands(cls, case: Case) -> bool:
        in_hand = case.report.state in (ReportState.REGISTERED, ReportState.ACCEPTED)
        if not in_hand or case.report.organ.level != OrganLevel.COUNTY:
            return False
        return not crossings_of(case.report.pk).exclude(state__in=CROSSING.final).exists()

    def do(self) -> str:
        typed = self.cleaned_data
        facts = CrossingFacts(
            ground=CrossingGround(typed["ground"]),
            township_id=typed["township"],
            difficulty=typed["difficulty"],
            skills=frozenset(Skill(each) for each in typed["skills"]),
        )
        self.made = propose_crossing(
            by=self.case.officer, report=self.case.report, facts=facts, on=self.case.on
        )
        return "已提出人选，请看理由后由纪委书记决定。"

    def lands(self) -> str:
        return reverse("desk:crossing", args=[self.made.uid])


class OfferCrossing(CrossingForm):
    slug, act, label, button = "offer_crossing", "assessment.offer_crossing", "决定人选", "商请对方"
    says = ("对方只看到被反映的是谁、哪个单位和问题类别，用来申报回避；来件内容在对方接受以后才送交。",)
    pair = forms.ChoiceField(label="人选", widget=forms.RadioSelect)

    def prepare(self) -> None:
        found = self.case.crossing
        choices = [(FIRST, _pair("首选", found.lead, found.second))]
        if found.other_lead and found.other_second:
            choices.append((OTHER, _pair("备选", found.other_lead, found.other_second)))
        offer(self, "pair", choices)
        self.initial.setdefault("pair", FIRST)

    @classmethod
    def stands(cls, case: CrossingCase) -> bool:
        return case.stands(S.PROPOSED)

    @classmethod
    def leads(cls, case: CrossingCase) -> bool:
        return True

    def do(self) -> str:
        other = self.cleaned_data["pair"] == OTHER
        made = offer_crossing(
            by=self.case.officer, crossing=self.case.crossing, on=self.case.on, runner_up=other
        )
        return f"已商请{made.lead.organ.name}，等主办人、协办人申报回避情形和对方答复。"


def _pair(which: str, lead: Any, second: Any) -> str:
    return f"{which}：{lead.organ.name}，主办{lead.name}，协办{second.name}"


class HandDownCrossing(CrossingForm):
    slug, act, label, button = "hand_down_crossing", "assessment.hand_down_crossing", "送交主办人", "送交"
    says = (
        "来件内容和材料加封给对方机关，由主办人登记；对方的其他人员看不到。举报人身份不送，仍在本机关保管。",
    )

    @classmethod
    def stands(cls, case: CrossingCase) -> bool:
        return case.stands(S.ACCEPTED)

    @classmethod
    def leads(cls, case: CrossingCase) -> bool:
        return True

    def do(self) -> str:
        made = hand_down_crossing(by=self.case.officer, crossing=self.case.crossing, on=self.case.on)
        return f"已送交{made.lead.organ.name}{made.lead.name}。"


class EndCrossing(CrossingForm):
    slug, act, label, button = "end_crossing", "assessment.end_crossing", "结束交叉办理", "结束"
    kind = "final"
    says = (
        "结束后对方不再能打开来件内容和材料，对方自己写的文书留在对方。",
        "本件由本机关接着办理和答复；需要的，可以重新提请。",
    )

    @classmethod
    def stands(cls, case: CrossingCase) -> bool:
        return not case.stands(*CROSSING.final)

    @classmethod
    def leads(cls, case: CrossingCase) -> bool:
        return case.stands(S.RETURNED)

    def do(self) -> str:
        end_crossing(by=self.case.officer, crossing=self.case.crossing, on=self.case.on)
        return "交叉办理已结束，对方的密钥已收回。"


ACTS = (OfferCrossing, HandDownCrossing, EndCrossing)
