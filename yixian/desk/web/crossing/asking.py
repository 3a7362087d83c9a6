"""The township's side: what is too near goes to the county, and says so."""

from django import forms
from django.urls import reverse

from yixian.assessment.actions import ask_crossing
from yixian.assessment.enums import CrossingGround
from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.reception.actions import LIMITS
from yixian.reception.workflow import REPORT
from yixian.roster.enums import OrganLevel
from yixian.toolkit.forms import LongText


class AskCrossing(ActForm[Case]):
    slug, act, label = "ask_crossing", "assessment.ask_crossing", "提请县里交叉办理"
    button, kind = "连同来件报县里", "final"
    says = (
        "来件连同查询码移交县（市、区）纪委监委，由县里从同一片区的其他乡镇提出人选；本机关从此不能再打开，只留信封。",
        "反映人凭原来的查询码继续看进展。这一步不能撤回。",
    )
    ground = forms.ChoiceField(label="提请原因", choices=CrossingGround.choices, widget=forms.RadioSelect)
    why = LongText(
        "理由",
        LIMITS["note"],
        rows=4,
        help_text="写明为什么本机关不便办理。只有县里能看，不写举报人，不抄来信。",
    )

    @classmethod
    def stands(cls, case: Case) -> bool:
        in_hand = case.report.state in REPORT.step("reception.send_up_as_envelope").from_states
        return in_hand and case.report.organ.level == OrganLevel.TOWNSHIP

    def do(self) -> str:
        typed = self.cleaned_data
        ask_crossing(
            by=self.case.officer,
            report=self.case.report,
            ground=CrossingGround(typed["ground"]),
            why=typed["why"],
            on=self.case.on,
        )
        return "已连同来件报县里，本机关只留信封。"

    def lands(self) -> str:
        return reverse("desk:envelopes")
