"""Putting a matter forward, from its dossier or from the list of old matters."""

from typing import ClassVar

from django.urls import reverse

from yixian.assessment.actions import ask_consultation
from yixian.assessment.enums import ItemSource
from yixian.assessment.queries import pending_item
from yixian.desk.matter_case import MatterCase
from yixian.desk.web.consultation.base import DISCREET, LONGEST
from yixian.desk.web.plan.acts import PlanForm
from yixian.toolkit.forms import LongText


class AskForm(PlanForm):
    act, label, button = "assessment.ask_consultation", "提请联席会诊", "提请"
    source: ClassVar[ItemSource]
    says = ("事项先等待上会；召集下一次联席会诊时列入议程，由承办人起草不暴露举报人的材料。",)
    reason = LongText("为什么提请会诊", LONGEST, rows=3, help_text=f"需要哪些单位一起办。{DISCREET}")

    @classmethod
    def stands(cls, case: MatterCase) -> bool:
        return case.is_open and pending_item(case.matter.pk) is None

    def do(self) -> str:
        case, reason = self.case, self.cleaned_data["reason"]
        ask_consultation(by=case.officer, matter=case.matter, source=self.source, reason=reason, on=case.on)
        return f"事项{case.label}已提请联席会诊，等待列入下一次会诊的议程。"

    def lands(self) -> str:
        return reverse("desk:consultations")


class AskConsultation(AskForm):
    slug, source = "ask_consultation", ItemSource.DOSSIER


class AskForOld(AskForm):
    slug, source = "ask_consultation_old", ItemSource.OLD


ASKS: tuple[type[AskForm], ...] = (AskConsultation, AskForOld)
