"""首办责任: handing a report over, taking it, sending it back."""

from django import forms

from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.offering import offer
from yixian.reception.actions import accept_hand_over, hand_over, refuse_hand_over
from yixian.reception.enums import HandOverReason, HandOverRefusal, ReportState
from yixian.reception.queries import latest_feedback
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of
from yixian.toolkit.forms import HintedRadios

MAY_OWN = (Role.CLERK, Role.HANDLER, Role.CHIEF)
REASONS = [(each.value, each.label) for each in HandOverReason if each is not HandOverReason.FIRST]


class HandOver(ActForm[Case]):
    """Of an archived report only while an objection waits: a chief who owns it may not judge that."""

    slug, act, label, button = "hand_over", "reception.hand_over", "移交承办人", "请他接手"
    says = ("对方接手以前，仍由现在的承办人负责。", "被反映的人、他的近亲属和所在单位的人不能承办。")
    to = forms.TypedChoiceField(label="接手人", coerce=int)
    why = forms.ChoiceField(label="原因", choices=REASONS)

    def prepare(self) -> None:
        owner = self.case.owner
        people = [
            each
            for each in staff_of(self.case.report.organ_id, *MAY_OWN)
            if owner is None or each.pk != owner.staff_id
        ]
        offer(self, "to", [("", "请选择"), *((each.pk, each.name) for each in people)])

    @classmethod
    def is_over(cls, case: Case) -> bool:
        told = latest_feedback(case.report) if case.is_put_away else None
        return case.is_put_away and not (told and told.awaits_ruling)

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.state != ReportState.ENVELOPED and case.asked is None

    def do(self) -> str:
        asked = hand_over(
            by=self.case.officer,
            report=self.case.report,
            to_id=self.cleaned_data["to"],
            why=HandOverReason(self.cleaned_data["why"]),
            on=self.case.on,
        )
        return f"已请{asked.staff.name}接手，等待确认。"


class AcceptHandOver(ActForm[Case]):
    outlives = True
    slug, act, label, button = "accept_hand_over", "reception.accept_hand_over", "接手承办", "接手"
    says = ("接手以后由您承办，直到答复举报人。", "与被反映人有亲属、利害关系的，请不要接手，并申报回避。")

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.asked is not None and case.asked.staff_id == case.officer.staff_id

    @classmethod
    def leads(cls, case: Case) -> bool:
        return True

    def do(self) -> str:
        accept_hand_over(by=self.case.officer, handling=_asked(self.case), on=self.case.on)
        return "已接手，由您承办。"


class RefuseHandOver(ActForm[Case]):
    outlives = may_part = True
    slug, act, label, button, kind = (
        "refuse_hand_over",
        "reception.refuse_hand_over",
        "退回移交",
        "退回",
        "plain",
    )
    says = ("退回以后仍由原承办人负责，您不再看到这一件。",)
    why = forms.ChoiceField(
        label="退回原因",
        choices=HandOverRefusal.choices,
        widget=HintedRadios(
            hints={HandOverRefusal.RECUSAL: "请先“申报回避”，再退回，以后也不会再请您办这一件。"}
        ),
    )

    @classmethod
    def stands(cls, case: Case) -> bool:
        return AcceptHandOver.stands(case)

    def do(self) -> str:
        why = HandOverRefusal(self.cleaned_data["why"])
        refuse_hand_over(by=self.case.officer, handling=_asked(self.case), why=why, on=self.case.on)
        return "已退回，仍由原承办人负责。"


def _asked(case: Case):  # type: ignore[no-untyped-def] # a Handling, whose class is reception's own
    if case.asked is None:
        raise forms.ValidationError("没有等待确认的移交。")
    return case.asked


ACTS = (AcceptHandOver, HandOver, RefuseHandOver)
