"""核查组成员变动: the chief adds a member, or releases one with a reason."""

from django import forms

from yixian.desk.clue_case import ClueCase
from yixian.desk.web.clue.base import ClueForm
from yixian.desk.web.clue.verifying import MAY_VERIFY
from yixian.desk.web.offering import offer
from yixian.protection.texts import LONGEST
from yixian.resolution.actions import add_member, release_member
from yixian.resolution.enums import ClueState
from yixian.roster.queries import staff_of
from yixian.toolkit.forms import LongText


class TeamForm(ClueForm):
    """While the verification goes on."""

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.clue.state == ClueState.VERIFYING and bool(case.members)


class AddMember(TeamForm):
    slug, act, label, button = "add_member", "resolution.add_member", "增加核查组成员", "增加成员"
    says = ("系统会核对有无回避情形；新成员在自己的账号中确认无回避情形以后，才参加核查。",)
    staff = forms.TypedChoiceField(label="增加谁", coerce=int)
    reason = LongText("增加的原因", LONGEST // 10, rows=3)

    def prepare(self) -> None:
        team = self.case.clue.team_ids()
        people = [(each.pk, each.name) for each in staff_of(self.case.clue.organ_id, *MAY_VERIFY)]
        offer(self, "staff", [("", "请选择"), *(each for each in people if each[0] not in team)])

    def do(self) -> str:
        typed = self.cleaned_data
        added = add_member(
            by=self.case.officer,
            clue=self.case.clue,
            staff_id=typed["staff"],
            reason=typed["reason"],
            on=self.case.on,
        )
        return f"{added.staff.name}已加入核查组，请本人在自己的账号中确认有无回避情形。"


class ReleaseMember(TeamForm):
    slug, act, label, button = "release_member", "resolution.release_member", "核查组成员退出", "退出核查组"
    says = (
        "退出以后立即看不到这条线索；手里没有答复的核查任务，请随后移交给其他成员。",
        "在组的不足两人时，不能提交核查报告。",
    )
    member = forms.TypedChoiceField(label="谁退出", coerce=int)
    lead = forms.TypedChoiceField(
        label="接任组长", coerce=int, required=False, empty_value=None, help_text="退出的是组长时选择。"
    )
    reason = LongText("退出的原因", LONGEST // 10, rows=3, help_text="例如有应当回避的情形、工作调动。")

    def prepare(self) -> None:
        team = [each for each in self.case.members if each.left_on is None]
        names = [
            (each.pk, f"{each.staff.name}（组长）" if each.is_lead else each.staff.name) for each in team
        ]
        offer(self, "member", [("", "请选择"), *names])
        offer(self, "lead", [("", "不更换组长"), *((each.staff_id, each.staff.name) for each in team)])

    def do(self) -> str:
        typed = self.cleaned_data
        member = next(each for each in self.case.members if each.pk == typed["member"])
        release_member(
            by=self.case.officer,
            member=member,
            reason=typed["reason"],
            lead_id=typed["lead"],
            on=self.case.on,
        )
        return f"{member.staff.name}已退出核查组。"


ACTS = (AddMember, ReleaseMember)
