"""What a member does from the own place: an opinion, recusal, and the month's word on a duty."""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.urls import reverse

from yixian.assessment.actions import finish_duty, follow_up_duty, give_opinion, recuse_seat
from yixian.assessment.enums import ConsultationState, ItemState
from yixian.assessment.queries import seat_duties, seat_item
from yixian.desk.consultation_case import SeatItemCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.consultation.duty_acts import FollowUpFields, month_choices
from yixian.desk.web.consultation.item_acts import GROUNDS, OpinionFields
from yixian.desk.web.frame import not_theirs
from yixian.desk.web.offering import offer
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.regulations.recusal import RecusalGround
from yixian.toolkit.forms import LongText
from yixian.toolkit.today import today

GIVING = (ConsultationState.CALLED, ConsultationState.SITTING)
LONGEST = 2000


def seat_case_or_404(officer: Officer, item_id: UUID) -> SeatItemCase:
    """An item that was issued to this account; any other does not exist."""
    found = seat_item(officer, item_id)
    if found is None:
        raise not_theirs(officer, "assessment.take_seat", f"assessment.agendaitem:{item_id}")
    return SeatItemCase(officer, found, today())


class SeatForm(ActForm[SeatItemCase]):
    root: ClassVar[str] = "seats/items"

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> SeatItemCase:
        return seat_case_or_404(officer, key)

    @classmethod
    def stands(cls, case: SeatItemCase) -> bool:
        """While opinions are asked for, and none was given from this place."""
        held = case.item.consultation
        asked = case.item.state == ItemState.ISSUED and held is not None and held.state in GIVING
        return not cls.about_one and asked and not case.content.opinions


class GiveOpinion(OpinionFields, SeatForm):
    slug, act, label, button = "give_opinion", "assessment.give_opinion", "提出意见", "提交意见"
    says = (
        "您的意见密封保存：公开以前，别的单位、记录人和主持人都看不到。",
        "提交以后不能更改，请想好再提交。",
    )

    def prepare(self) -> None:
        super().prepare()
        content = self.case.content
        if content.material:
            self.beside = (("会诊材料", content.said(content.material.text)),)

    @classmethod
    def leads(cls, case: SeatItemCase) -> bool:
        return True

    def do(self) -> str:
        give_opinion(by=self.case.officer, item=self.case.item, facts=self.facts(), on=self.case.on)
        return "已提交，意见密封保存，公开以前别人看不到。"


class RecuseSeat(SeatForm):
    slug, act, label, button = "recuse_seat", "assessment.recuse_seat", "申报回避", "申报回避"
    says = ("申报以后，您不再看到这个议题的材料、意见和决定，也不计入这个议题的应到。",)
    ground = forms.ChoiceField(label="事由", choices=[("", "请选择"), *GROUNDS])

    def do(self) -> str:
        ground = RecusalGround(self.cleaned_data["ground"])
        recuse_seat(by=self.case.officer, item=self.case.item, ground=ground, on=self.case.on)
        return "已登记回避。"

    def lands(self) -> str:
        """The item is gone from this place."""
        return reverse("desk:seats")


class SeatDutyForm(SeatForm):
    about_one = True

    @classmethod
    def find(cls, case: SeatItemCase, key: int) -> Any:
        mine = seat_duties(case.officer).filter(item=case.item, state="open")
        return next((each for each in mine if each.pk == key and may(case.officer, cls.act, each)), None)


class SeatFollowUp(FollowUpFields, SeatDutyForm):
    slug, act, label, button = "seat_follow_up", "assessment.follow_up_duty", "报本月情况", "报送"
    says = ("任务没有完成以前，每个月报一次。需要延期的，写明原因，由纪委书记决定。",)

    def prepare(self) -> None:
        offer(self, "month", month_choices(self.thing, self.case.on))

    def do(self) -> str:
        typed, case = self.cleaned_data, self.case
        follow_up_duty(
            by=case.officer, duty=self.thing, month=typed["month"], words=typed["words"], on=case.on
        )
        return "这个月的情况已报送。"


class SeatFinish(SeatDutyForm):
    slug, act, label, button = "seat_finish", "assessment.finish_duty", "报完成", "报完成"
    words = LongText("完成情况", LONGEST, rows=4, help_text="怎么办的、结果怎样。不写、不猜举报人。")

    def do(self) -> str:
        finish_duty(by=self.case.officer, duty=self.thing, words=self.cleaned_data["words"], on=self.case.on)
        return "任务已报完成。"


ACTS: tuple[type[SeatForm], ...] = (GiveOpinion, RecuseSeat)
DUTY_ACTS: tuple[type[SeatDutyForm], ...] = (SeatFollowUp, SeatFinish)
