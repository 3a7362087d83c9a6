"""The forms of accounts. Who may hold which roles together is decided by the roster, and said in its words."""

from typing import Any

from django import forms

from yixian.desk.web.offering import offer
from yixian.protection.officer import Officer
from yixian.roster.actions import StaffFacts
from yixian.roster.enums import Role
from yixian.roster.queries import cadres_of, organs_under, units_of
from yixian.toolkit.forms import FaceForm, HintedCheckboxes, HintedRadios

DOES = {
    Role.CLERK: "登记来信、来访、来电、网络来件，受理、告知、答复。",
    Role.HANDLER: "承办来件和线索，核查，提出处理结果。",
    Role.CHIEF: "审批，查看全部来件，批准查看身份，交付密钥。",
    Role.CUSTODIAN: "保管举报人身份，批准他人查看，看不到来件内容。",
    Role.MEMBER: "参加联席会诊，只看交给自己的材料、自己的意见和任务。",
    Role.AUDITOR: "查看和核验留痕，看不到来件内容。",
    Role.ADMIN: "管理账号、名册和设置，看不到来件内容。",
    Role.SUPERVISOR: "查看下级来件的办理进度。",
    Role.ANALYST: "只看统计数字。",
}
HINTS = {role.value: words for role, words in DOES.items()}
NONE = ("", "不在名册上")


class AccountForm(FaceForm):
    """``cadre`` and ``unit`` say who this person is on the roster, so that recusal works from the first day."""

    organ = forms.TypedChoiceField(label="机关", coerce=int)
    name = forms.CharField(label="姓名", max_length=30)
    username = forms.CharField(
        label="登录名",
        max_length=30,
        help_text="2到30个字符，以小写字母开头，只含小写字母、数字和._-。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    cadre = forms.TypedChoiceField(
        label="本人在干部名册上",
        coerce=int,
        empty_value=None,
        required=False,
        help_text="选定以后，反映本人和本单位的来件，本人自动看不到。",
    )
    unit = forms.TypedChoiceField(
        label="所在单位",
        coerce=int,
        empty_value=None,
        required=False,
        help_text="不在干部名册上、但在某个被监督单位工作的，请选单位。",
    )
    roles = forms.MultipleChoiceField(
        label="角色", choices=Role.choices, required=False, widget=HintedCheckboxes(hints=HINTS)
    )

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organs = {each.pk: each for each in organs_under(officer.organ_id)}
        self.cadres = {each.pk: each for each in cadres_of(officer.organ_id)}
        self.units = {each.pk: each for key in self.organs for each in units_of(key)}
        offer(self, "organ", [(key, each.name) for key, each in self.organs.items()])
        offer(
            self, "cadre", [NONE, *((key, f"{each.unit.name}　{each}") for key, each in self.cadres.items())]
        )
        offer(self, "unit", [NONE, *((key, each.name) for key, each in self.units.items())])
        if len(self.organs) < 2:
            self.fields["organ"].widget = forms.HiddenInput()
        self.fields["organ"].initial = officer.organ_id

    def facts(self) -> StaffFacts:
        typed = self.cleaned_data
        return StaffFacts(
            username=typed["username"],
            name=typed["name"].strip(),
            organ=self.organs[typed["organ"]],
            cadre=self.cadres.get(typed["cadre"]),
            unit=self.units.get(typed["unit"]),
        )

    def roles_given(self) -> tuple[Role, ...]:
        return tuple(Role(each) for each in self.cleaned_data["roles"])


class GrantForm(FaceForm):
    """Only the roles that the person does not hold yet are offered."""

    role = forms.ChoiceField(label="授予哪个角色", widget=HintedRadios(hints=HINTS))

    def __init__(self, *args: Any, held: frozenset[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "role", [(role.value, role.label) for role in Role if role not in held])
