"""Papers to the reporter: the notice, the two-sided promise; and printing what was issued."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import officer_of, report_or_404
from yixian.desk.web.offering import offer
from yixian.desk.web.paper_files import paper_file
from yixian.protection.web.door import permit
from yixian.reception.actions import (
    LIMITS,
    FilledPaper,
    issue_notice,
    make_promise,
    preview_notice,
    preview_promise,
    print_notice,
    sign_promise,
)
from yixian.reception.enums import ChangeKind, NoticeKind, ReportState
from yixian.reception.queries import promise_state
from yixian.toolkit.forms import DateInput, LongText

ONCE = frozenset({NoticeKind.ACCEPTANCE, NoticeKind.DECLINE})
"""Told once, and under a clock."""


class Notice(ActForm[Case]):
    slug, act, label, button = "notice", "reception.issue_notice", "发出告知书", "发出告知书"
    says = ("告知书按本件记录自动写成，编文号、密封保存，举报人凭查询码可以看到。", "发出后在卷宗里打印。")
    previews = True
    kind_ = forms.ChoiceField(label="文书", widget=forms.RadioSelect)
    body = LongText(
        "解决途径",
        LIMITS["text"],
        rows=4,
        required=False,
        help_text="不予受理的，写明举报人可以向哪个部门、通过什么途径解决。",
    )

    def prepare(self) -> None:
        kinds = kinds_for(self.case)
        offer(self, "kind_", [(kind.value, kind.label) for kind in kinds])
        self.fields["kind_"].initial = kinds[0].value if kinds else None
        if NoticeKind.DECLINE not in kinds:
            del self.fields["body"]

    @classmethod
    def stands(cls, case: Case) -> bool:
        return bool(kinds_for(case))

    @classmethod
    def leads(cls, case: Case) -> bool:
        return bool(ONCE & set(kinds_for(case)))

    def do(self) -> str:
        notice = issue_notice(by=self.case.officer, **self._asked())
        return f"{notice.get_kind_display()}（{notice.number}）已发出，可以打印。"

    def preview(self) -> FilledPaper:
        return preview_notice(by=self.case.officer, **self._asked())

    def _asked(self) -> dict[str, Any]:
        kind = NoticeKind(self.cleaned_data["kind_"])
        return {
            "report": self.case.report,
            "kind": kind,
            "on": self.case.on,
            "body": self.cleaned_data.get("body", ""),
            "change": approved_extension(self.case) if kind is NoticeKind.EXTENSION else None,
        }


def kinds_for(case: Case) -> list[NoticeKind]:
    """The papers that belong where the report stands; the action says whether this reporter gets them."""
    report, issued = case.report, {each.kind for each in case.report.notices.all()}
    told = not report.counts_as_anonymous and report.repeat_of_id is None
    found = []
    if told and report.state in (ReportState.ACCEPTED, ReportState.ANSWERED):
        found.append(NoticeKind.ACCEPTANCE)
    if report.state == ReportState.DECLINED:
        found.append(NoticeKind.DECLINE)
    if approved_extension(case) is not None:
        found.append(NoticeKind.EXTENSION)
    if report.state == ReportState.ANSWERED:
        found.append(NoticeKind.FEEDBACK)
    return [kind for kind in found if kind not in ONCE & issued]


def approved_extension(case: Case):  # type: ignore[no-untyped-def] # a ClockChange, whose class is reception's own
    changes = [each for clock in case.clocks for each in clock.changes.all()]
    approved = [each for each in changes if each.kind == ChangeKind.EXTENSION and each.approved]
    return approved[-1] if approved else None


class Promise(ActForm[Case]):
    slug, act, label, button = "promise", "reception.make_promise", "签订双方承诺书", "签订承诺书"
    says = ("写明双方的承诺和办结日期。这一日期和法定期限一样计算、提醒。", "签订后在卷宗里打印，双方签名。")
    previews = True
    office_words = LongText("本机关另行承诺", LIMITS["text"] // 2, required=False)
    reporter_words = LongText("举报人另行承诺", LIMITS["text"] // 2, required=False)

    @classmethod
    def stands(cls, case: Case) -> bool:
        open_states = (ReportState.REGISTERED, ReportState.ACCEPTED)
        made = any(each.kind == NoticeKind.PROMISE for each in case.report.notices.all())
        return case.report.state in open_states and case.report.repeat_of_id is None and not made

    def do(self) -> str:
        promise = make_promise(
            by=self.case.officer, report=self.case.report, on=self.case.on, **self.cleaned_data
        )
        due = promise.clock.due_on
        return f"双方承诺书已签订，{due.year}年{due.month}月{due.day}日前办结，可以打印。"

    def preview(self) -> FilledPaper:
        return preview_promise(
            by=self.case.officer, report=self.case.report, on=self.case.on, **self.cleaned_data
        )


class SignPromise(ActForm[Case]):
    goes_along = True
    slug, act, label, button = "sign_promise", "reception.sign_promise", "登记承诺书签名", "登记签名"
    says = ("承诺书打印后，双方都签了名，登记签名的日期。期限仍从写成之日起算。",)
    signed_on = forms.DateField(label="双方签名日期", widget=DateInput())

    def prepare(self) -> None:
        self.fields["signed_on"].initial = self.case.on

    @classmethod
    def stands(cls, case: Case) -> bool:
        state = promise_state(case.report)
        return state is not None and state.promise.signed_on is None

    def do(self) -> str:
        state = promise_state(self.case.report)
        assert state is not None  # noqa: S101 - stands has asked
        sign_promise(
            by=self.case.officer,
            promise=state.promise,
            signed_on=self.cleaned_data["signed_on"],
            on=self.case.on,
        )
        return "双方签名已登记。"


@permit("reception.print_notice")
def notice_paper(request: HttpRequest, report_id: UUID, key: int) -> HttpResponse:
    """The issued paper, as PDF or Word. A POST, because a print leaves its line in the trail."""
    officer = officer_of(request)
    notice = report_or_404(officer, report_id).notices.filter(pk=key).first()
    if notice is None or request.method != "POST":
        raise Http404
    paper = print_notice(by=officer, notice=notice)
    return paper_file(paper, f"{notice.get_kind_display()}{notice.number}", request.POST.get("as", ""))


ACTS = (Notice, SignPromise, Promise)
