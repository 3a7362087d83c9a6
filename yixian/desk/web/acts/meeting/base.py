"""What the forms of the four ways share: colleagues to choose from, files, and a duty that the meeting leaves."""

from collections.abc import Iterator
from typing import Any

from django import forms

from yixian.desk.case import Case
from yixian.desk.entering import as_one
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.offering import offer
from yixian.protection.queries import may
from yixian.reception.actions import LIMITS, FollowUpFacts, Taken, add_follow_up
from yixian.reception.enums import ReportState
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of
from yixian.toolkit.files import DOCUMENTS, PICTURES, SOUNDS, CleanFilesField
from yixian.toolkit.forms import DateInput, LongText

RECEIVERS = (Role.CLERK, Role.HANDLER, Role.CHIEF)
FILES = PICTURES | DOCUMENTS | SOUNDS
NOT_YET = (ReportState.RECEIVED, ReportState.REGISTERED, ReportState.ENVELOPED)
NO_NAME = "不写举报人姓名，写“举报人”或者“反映人”。"


def colleagues(case: Case) -> list[tuple[Any, str]]:
    """Whoever of the office may receive people; who must stay away is refused by the action, by name."""
    return [(each.pk, each.name) for each in staff_of(case.report.organ_id, *RECEIVERS)]


def owners(case: Case) -> list[tuple[Any, str]]:
    """Whoever may open the report: who registered or handles it, and the chief."""
    ids = {*case.report.handler_ids(), case.report.registered_by_id}
    ids |= {each.pk for each in staff_of(case.report.organ_id, Role.CHIEF)}
    return [(each.pk, each.name) for each in staff_of(case.report.organ_id, *RECEIVERS) if each.pk in ids]


class MeetingForm(ActForm[Case]):
    """An act of the four ways: once the report is taken up, for whoever handles it."""

    @classmethod
    def stands(cls, case: Case) -> bool:
        return not cls.about_one and case.report.state not in NOT_YET


class RecordForm(MeetingForm):
    """Writing a meeting down: its files, and at most one duty in the same go; more are added in the dossier."""

    about_one = True
    given = CleanFilesField(
        label="照片、记录、录音",
        allowed=FILES,
        most=10,
        required=False,
        help_text="一次最多 10 个，附上后密封保存，不能删除。",
    )
    identifies = forms.BooleanField(
        label="这些材料能看出举报人是谁",
        required=False,
        help_text="勾选后随举报人身份封存，要看须申请。",
    )
    follow_what = LongText(
        "后续事项", LIMITS["text"], rows=2, required=False, help_text="还要办什么。没有就不填。"
    )
    follow_owner = forms.TypedChoiceField(label="由谁负责", coerce=int, required=False, empty_value=None)
    follow_due = forms.DateField(label="什么时候办完", required=False, widget=DateInput())

    def prepare(self) -> None:
        offer(self, "follow_owner", [("", "请选择"), *owners(self.case)])

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        asked = ("follow_what", "follow_owner", "follow_due")
        if any(typed.get(name) for name in asked):
            for name in asked:
                if not typed.get(name) and name not in self.errors:
                    self.add_error(name, "有后续事项的，事项、负责人、期限都要写明")
        return typed

    def taken(self) -> Taken:
        typed = self.cleaned_data
        return Taken(files=tuple(typed["given"] or ()), identifies=typed["identifies"])

    def record(self) -> Any:
        """Do it; gives the meeting."""
        raise NotImplementedError

    def do(self) -> str:
        typed = self.cleaned_data
        with as_one():
            meeting = self.record()
            if typed["follow_what"]:
                facts = FollowUpFacts(
                    owner_id=typed["follow_owner"],
                    due_on=typed["follow_due"],
                    what=typed["follow_what"],
                    of=meeting,
                )
                add_follow_up(by=self.case.officer, report=self.case.report, facts=facts, on=self.case.on)
        return "已记录，密封保存。"


def links(case: Case, thing: Any, *form_classes: type[ActForm[Case]]) -> list[tuple[str, str]]:
    """What this officer may do with one meeting."""
    return list(_links(case, thing, form_classes))


def _links(
    case: Case, thing: Any, form_classes: tuple[type[ActForm[Case]], ...]
) -> Iterator[tuple[str, str]]:
    for each in form_classes:
        if may(case.officer, each.act, case.report) and not each.is_over(case):
            yield each.label, each.address(case, thing.pk)
