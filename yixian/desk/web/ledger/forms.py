"""What the ledger may be narrowed to."""

from typing import Any

from django import forms

from yixian.assessment.enums import LedgerOrder
from yixian.assessment.queries import UNCLASSED, LedgerFilter
from yixian.desk.web.offering import offer
from yixian.protection.officer import Officer
from yixian.reception.enums import Channel, ReportState, Signing
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.roster.queries import villages_of
from yixian.toolkit.forms import DateInput, FaceForm

ALL = ("", "全部")
STATES = [
    (each.value, each.label)
    for each in ReportState
    if each not in (ReportState.RECEIVED, ReportState.ENVELOPED)
]


def choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[ALL, *choices], required=False)


class LedgerForm(FaceForm):
    """All by GET: an address of the ledger can be kept, since nothing in it is told in confidence."""

    use_required_attribute = False
    since = forms.DateField(label="收到：从", required=False, widget=DateInput())
    until = forms.DateField(label="到", required=False, widget=DateInput())
    channel = choice("渠道", Channel.choices())
    report_class = choice("类别", [*ReportClass.choices(), (UNCLASSED, "尚未定性")])
    issue = choice("问题", VillageIssue.choices())
    state = choice("状态", STATES)
    village = forms.TypedChoiceField(label="村（社区）", coerce=int, empty_value=None, required=False)
    signing = choice("署名", Signing.choices())
    number = forms.CharField(label="编号", max_length=12, required=False)
    order = forms.ChoiceField(label="排序", choices=LedgerOrder.choices, required=False)
    overdue = forms.BooleanField(label="只看超期", required=False)

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        villages = [(each.pk, each.name) for each in villages_of(officer.organ_id)]
        offer(self, "village", [ALL, *villages])

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("since") and typed.get("until") and typed["until"] < typed["since"]:
            self.add_error("until", "截止日期不能早于起始日期，请改正其中一个。")
        return typed

    def wanted(self) -> LedgerFilter:
        """What was asked; a field that could not be understood does not narrow and says so on the page."""
        typed = self.cleaned_data if self.is_bound and self.is_valid() else self._understood()
        return LedgerFilter(
            since=typed.get("since"),
            until=typed.get("until"),
            channel=typed.get("channel", ""),
            report_class=typed.get("report_class", ""),
            issue=typed.get("issue", ""),
            state=typed.get("state", ""),
            village_id=typed.get("village"),
            signing=typed.get("signing", ""),
            number=typed.get("number", ""),
            overdue=typed.get("overdue", False),
            order=LedgerOrder(typed.get("order") or LedgerOrder.NEWEST),
        )

    def _understood(self) -> dict[str, Any]:
        return self.cleaned_data if self.is_bound else {}
