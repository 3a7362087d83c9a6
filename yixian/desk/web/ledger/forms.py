"""What the ledger may be narrowed to."""

from typing import Any

from django import forms

from yixian.assessment.enums import LedgerOrder
from yixian.assessment.queries import UNCLASSED, LedgerFilter
from yixian.desk.web.narrowing import NarrowingForm
from yixian.desk.web.offering import offer
from yixian.protection.officer import Officer
from yixian.reception.enums import Channel, ReportState, Signing
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.roster.queries import villages_of
from yixian.toolkit.forms import DateInput

ALL = ("", "全部")
STATES = [
    (each.value, each.label)
    for each in ReportState
    if each not in (ReportState.RECEIVED, ReportState.ENVELOPED, ReportState.VOIDED)
]


def choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[ALL, *choices], required=False)


ARCHIVED = "archived"
"""No state of a report, which stays as it was settled; the ledger tells and finds it beside the states."""


class LedgerForm(NarrowingForm):
    """All by GET: an address of the ledger can be kept, since nothing in it is told in confidence."""

    since = forms.DateField(label="收到：从", required=False, widget=DateInput())
    channel = choice("渠道", Channel.choices())
    report_class = choice("类别", [*ReportClass.choices(), (UNCLASSED, "尚未定性")])
    issue = choice("问题", VillageIssue.choices())
    state = choice("状态", [*STATES, (ARCHIVED, "已归档")])
    village = forms.TypedChoiceField(label="村（社区）", coerce=int, empty_value=None, required=False)
    signing = choice("署名", Signing.choices())
    number = forms.CharField(label="编号", max_length=12, required=False)
    order = forms.ChoiceField(label="排序", choices=LedgerOrder.choices, required=False)
    overdue = forms.BooleanField(label="只看超期", required=False)

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        villages = [(each.pk, each.name) for each in villages_of(officer.organ_id)]
        offer(self, "village", [ALL, *villages])

    def asks_archived(self) -> bool:
        return bool(self.understood().get("state") == ARCHIVED)

    def wanted(self) -> LedgerFilter:
        typed = self.understood()
        return LedgerFilter(
            since=typed.get("since"),
            until=typed.get("until"),
            channel=typed.get("channel", ""),
            report_class=typed.get("report_class", ""),
            issue=typed.get("issue", ""),
            state="" if self.asks_archived() else typed.get("state", ""),
            village_id=typed.get("village"),
            signing=typed.get("signing", ""),
            number=typed.get("number", ""),
            overdue=typed.get("overdue", False),
            order=LedgerOrder(typed.get("order") or LedgerOrder.NEWEST),
        )
