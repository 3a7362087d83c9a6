"""回避: declared by oneself, asked for another, decided by the chief (检控规则 48)."""

from typing import Any

from django import forms
from django.db import transaction
from django.urls import reverse

from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.offering import offer
from yixian.protection.actions import ask_recusal, decide_recusal, declare_recusal, raise_alert
from yixian.protection.enums import AlertKind, RecusalGround
from yixian.protection.queries import recusals_of
from yixian.reception.actions import settle_recusal_request
from yixian.reception.enums import ReportState
from yixian.reception.queries import open_recusal_requests
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of

STANDS, REJECTED = "stands", "rejected"
MEET_REPORTS = (Role.CLERK, Role.HANDLER, Role.CHIEF)


class RecusalForm(ActForm[Case]):
    outlives = True

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.state != ReportState.ENVELOPED


class DeclareRecusal(RecusalForm):
    slug, act, label, button = (
        "declare_recusal",
        "protection.declare_recusal",
        "申报回避",
        "申报回避",
    )
    kind = "final"
    says = (
        "您与被反映人有亲属、利害关系，或者有其他可能影响公正的情形的，应当回避。",
        "申报以后，您立即不能再查看和办理这一件，列表、检索里也不再出现。",
        "由您承办的，纪委书记会得到提醒，另行指定承办人。",
    )
    ground = forms.ChoiceField(label="回避的事由", choices=RecusalGround.choices(), widget=forms.RadioSelect)

    def do(self) -> str:
        case, ground = self.case, RecusalGround(self.cleaned_data["ground"])
        with transaction.atomic():
            declare_recusal(by=case.officer, subject=case.report, ground=ground, on=case.on)
            if case.officer.staff_id in case.report.handler_ids():
                raise_alert(
                    by=case.officer,
                    organ_id=case.report.organ_id,
                    kind=AlertKind.RECUSAL_ASKED,
                    subject=case.report.trail_subject,
                )
        return "已申报回避，您不再查看和办理这一件。"

    def lands(self) -> str:
        return reverse("desk:today")


class AskRecusal(RecusalForm):
    slug, act, label, button = "ask_recusal", "protection.ask_recusal", "申请他人回避", "提出申请"
    says = (
        "提出以后，这名同志立即停止查看和办理，直到纪委书记作出决定。",
        "申请纪委书记回避的，由另一名纪委书记决定，决定前不停止办理；没有另一名的，请报告上级机关。",
    )
    staff = forms.TypedChoiceField(label="谁应当回避", coerce=int)
    ground = forms.ChoiceField(label="事由", choices=RecusalGround.choices(), widget=forms.RadioSelect)

    def prepare(self) -> None:
        people = [
            (each.pk, each.name)
            for each in staff_of(self.case.report.organ_id, *MEET_REPORTS)
            if each.pk != self.case.officer.staff_id
        ]
        offer(self, "staff", [("", "请选择"), *people])

    def do(self) -> str:
        asked = ask_recusal(
            by=self.case.officer,
            subject=self.case.report,
            staff_id=self.cleaned_data["staff"],
            ground=RecusalGround(self.cleaned_data["ground"]),
            on=self.case.on,
        )
        return f"已申请{asked.staff.name}回避，等待决定。"


class DecideRecusal(RecusalForm):
    slug, act, label, button = "decide_recusal", "protection.decide_recusal", "决定是否回避", "提交决定"
    about_one = True
    verdict = forms.ChoiceField(
        label="决定",
        choices=[(STANDS, "应当回避"), (REJECTED, "不需要回避")],
        widget=forms.RadioSelect,
    )

    @classmethod
    def find(cls, case: Case, key: int) -> Any:
        return undecided(case).filter(pk=key).first()

    def prepare(self) -> None:
        asked = self.thing
        self.says = (f"{asked.staff.name}：{asked.get_ground_display()}（{asked.get_origin_display()}）。",)

    def do(self) -> str:
        stands = self.cleaned_data["verdict"] == STANDS
        decide_recusal(by=self.case.officer, recusal=self.thing, stands=stands, on=self.case.on)
        return f"已决定：{self.thing.staff.name}{'应当回避' if stands else '不需要回避'}。"


class SettleRecusalRequest(RecusalForm):
    slug, act, label, button = (
        "settle_recusal_request",
        "reception.settle_recusal_request",
        "审查举报人的回避申请",
        "登记已审查",
    )
    about_one = True
    says = (
        "举报人写的是谁、为什么，在信件往来里，只有纪委书记看得到。",
        "应当回避的，先用“申请他人回避”提出并决定，再在这里登记。",
        "举报人只看到已经审查决定，看不到怎样决定。",
    )

    @classmethod
    def find(cls, case: Case, key: int) -> Any:
        return open_recusal_requests(case.report).filter(pk=key).first()

    def do(self) -> str:
        settle_recusal_request(by=self.case.officer, request=self.thing, on=self.case.on)
        return "已登记审查，举报人可以看到已经决定。"


def undecided(case: Case) -> Any:
    """What the chief has still to decide on this report."""
    return (
        recusals_of(case.report.trail_subject)
        .filter(decided_on__isnull=True)
        .exclude(staff_id=case.officer.staff_id)
    )


ACTS = (DeclareRecusal, AskRecusal, DecideRecusal, SettleRecusalRequest)
