"""The receiving side: declare that no ground of recusal applies, accept, send back, report the result."""

from django import forms

from yixian.assessment.actions import accept_crossing, clear_crossing, refuse_crossing, return_crossing
from yixian.assessment.enums import CrossingRefusal, CrossingState
from yixian.desk.crossing_case import CrossingCase
from yixian.desk.web.crossing.base import CrossingForm
from yixian.protection.queries import may
from yixian.protection.texts import LONGEST
from yixian.toolkit.forms import LongText

S = CrossingState


class ClearCrossing(CrossingForm):
    slug, act, label = "clear_crossing", "assessment.clear_crossing", "确认无回避情形"
    button = "确认，可以承办"
    says = (
        "本人和近亲属与被反映一方没有利害关系，没有在被反映单位任职，也没有其他可能影响公正的情形。",
        "有这些情形的，请用“退回交叉办理”，不用说明细节。",
    )
    of_lender = False

    @classmethod
    def stands(cls, case: CrossingCase) -> bool:
        mine = case.officer.staff_id in case.crossing.pair_ids()
        return mine and case.stands(S.OFFERED) and case.crossing.cleared_on(case.officer.staff_id) is None

    @classmethod
    def leads(cls, case: CrossingCase) -> bool:
        return True

    def do(self) -> str:
        clear_crossing(by=self.case.officer, crossing=self.case.crossing, on=self.case.on)
        return "已确认。等本机关纪委书记答复县纪委监委。"


class AcceptCrossing(CrossingForm):
    slug, act, label, button = "accept_crossing", "assessment.accept_crossing", "接受交叉办理", "接受"
    says = ("主办人、协办人都确认无回避情形以后才能接受。接受后由县纪委监委送交来件。",)
    of_lender = False

    @classmethod
    def stands(cls, case: CrossingCase) -> bool:
        return case.stands(S.OFFERED)

    @classmethod
    def leads(cls, case: CrossingCase) -> bool:
        return may(case.officer, cls.act, case.crossing)

    def do(self) -> str:
        accept_crossing(by=self.case.officer, crossing=self.case.crossing, on=self.case.on)
        return "已接受，等县纪委监委送交来件。"


class RefuseCrossing(CrossingForm):
    slug, act, label, button = "refuse_crossing", "assessment.refuse_crossing", "退回交叉办理", "退回"
    says = ("退回以后县纪委监委重新提出人选，不再提退回的人；由书记退回的，不再提本机关。",)
    of_lender = False
    why = forms.ChoiceField(label="退回原因", choices=CrossingRefusal.choices, widget=forms.RadioSelect)
    note = LongText("说明", LONGEST, required=False, help_text="只有县纪委监委能看到，不写也可以。")

    @classmethod
    def stands(cls, case: CrossingCase) -> bool:
        return case.stands(S.OFFERED)

    def do(self) -> str:
        why = CrossingRefusal(self.cleaned_data["why"])
        note = self.cleaned_data["note"]
        refuse_crossing(
            by=self.case.officer, crossing=self.case.crossing, why=why, on=self.case.on, note=note
        )
        return "已退回，县纪委监委会另提人选。"


class ReturnCrossing(CrossingForm):
    slug, act, label = "return_crossing", "assessment.return_crossing", "报交叉办理结果"
    button = "报县纪委监委"
    says = ("结果只有县纪委监委能打开。县纪委监委确认结束以后，来件内容收回，本机关不再能打开。",)
    of_lender = False
    result = LongText("办理结果", LONGEST, rows=8, help_text="查清了什么、怎样认定、有什么建议；不写举报人。")

    @classmethod
    def stands(cls, case: CrossingCase) -> bool:
        return case.stands(S.UNDER_WAY)

    @classmethod
    def leads(cls, case: CrossingCase) -> bool:
        return may(case.officer, cls.act, case.crossing)

    def do(self) -> str:
        result = self.cleaned_data["result"]
        return_crossing(by=self.case.officer, crossing=self.case.crossing, result=result, on=self.case.on)
        return "结果已报县纪委监委。"


ACTS = (ClearCrossing, AcceptCrossing, RefuseCrossing, ReturnCrossing)
