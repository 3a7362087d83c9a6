"""致信、反馈、意见: what passes between the office and the reporter, and asking to learn who they are."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.acts.said import said_of
from yixian.desk.web.frame import officer_of, report_or_404, tried
from yixian.desk.web.offering import offer
from yixian.language import answer_guess
from yixian.protection.actions import request_identity, require
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.reception.actions import (
    LIMITS,
    give_feedback,
    read_messages,
    record_view,
    record_withdrawal,
    write_to_reporter,
)
from yixian.reception.enums import FeedbackWay, MessageKind, ReporterView, ReportState
from yixian.reception.queries import latest_feedback
from yixian.regulations.completions import Completion
from yixian.resolution.queries import contradiction
from yixian.toolkit.forms import FaceForm, LongText
from yixian.toolkit.today import today

EXPLAINED = (ReporterView.OBJECTION, ReporterView.NEW_EVIDENCE)
BY_OFFICE = (ReporterView.NO_OBJECTION, *EXPLAINED)
UNSETTLED = "这一事项还有线索没有了结，或者处理结果还没有批准，请核对以后再反馈。"
ONLY_ACKNOWLEDGES = "这封答复像是只告知收到或者转办，没有写明办理情况和依据；可以再用“致信”补充说明。"
OFFICE_KINDS = (MessageKind.ANSWER, MessageKind.QUESTION, MessageKind.NOTICE)


class LetterForm(FaceForm):
    """A word to the reporter, read by code."""

    kind = forms.ChoiceField(
        label="这封信是",
        choices=[(each.value, each.label) for each in OFFICE_KINDS],
        initial=MessageKind.ANSWER,
    )
    text = LongText("正文", LIMITS["text"], rows=6, help_text="写给举报人本人，称呼“您”。不写举报人姓名。")


@permit("reception.write_to_reporter")
def letters(request: HttpRequest, report_id: Any) -> HttpResponse:
    """The correspondence, opened and marked as read, with a sheet to answer on."""
    officer = officer_of(request)
    case = Case(officer, report_or_404(officer, report_id), today())
    require(officer, "reception.write_to_reporter", case.report)
    form = LetterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        kind = MessageKind(typed["kind"])
        sent = tried(
            form,
            lambda: write_to_reporter(
                by=officer, report=case.report, text=typed["text"], kind=kind, on=case.on
            ),
        )
        if sent is not None:
            _hint(request, kind, typed["text"])
            return redirect("desk:letters", report_id)
    opened = read_messages(by=officer, report=case.report, on=case.on)
    may_write = case.report.receipt is not None and may(officer, "reception.write_to_reporter", case.report)
    context = {"case": case, "report": case.report, "form": form, "opened": opened, "may_write": may_write}
    return render(request, "desk/acts/letters.html", context)


def _hint(request: HttpRequest, kind: MessageKind, text: str) -> None:
    """A question and a notice may be short; an answer that says nothing is worth a second look."""
    if kind == MessageKind.ANSWER and answer_guess(text).only_acknowledges:
        messages.info(request, ONLY_ACKNOWLEDGES)


class GiveFeedback(ActForm[Case]):
    slug, act, label, button = "feedback", "reception.give_feedback", "反馈结果", "反馈"
    says: tuple[str, ...] = ("把处理结果告诉举报人，并写明依据。反馈以后，办结期限和承诺的期限随之完成。",)
    way = forms.ChoiceField(label="方式")
    text = LongText("处理结果", LIMITS["text"], rows=8)

    def prepare(self) -> None:
        only = self.case.report.counts_as_anonymous
        ways = [FeedbackWay.MAILBOX] if only else list(FeedbackWay)
        offer(self, "way", [(each.value, each.label) for each in ways])
        if only:
            self.fields["way"].help_text = "匿名和署名未核实的，只通过查询码信箱答复，不得查找举报人。"
        if self.case.matter and contradiction(self.case.matter, Completion.HANDLED):
            self.says = (*self.says, UNSETTLED)

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.state == ReportState.ACCEPTED

    def do(self) -> str:
        give_feedback(
            by=self.case.officer,
            report=self.case.report,
            way=FeedbackWay(self.cleaned_data["way"]),
            text=self.cleaned_data["text"],
            on=self.case.on,
        )
        done = "结果已反馈。举报人表示意见后，请登记。"
        return done + ONLY_ACKNOWLEDGES if answer_guess(self.cleaned_data["text"]).only_acknowledges else done


class RecordView(ActForm[Case]):
    slug, act, label, button = "view", "reception.record_view", "登记举报人意见", "登记"
    outlives = True
    says = (
        "有异议的，写明异议和所作说明，随后由承办人以外的负责人审查；提供新证据的，应当重新核实。",
        "登记后不能修改。",
    )
    view = forms.ChoiceField(
        label="举报人的意见",
        choices=[(each.value, each.label) for each in BY_OFFICE],
        widget=forms.RadioSelect,
    )
    note = LongText("记录和说明", LIMITS["note"], rows=4, required=False)

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.state == ReportState.ANSWERED and _awaited(case) is not None

    def prepare(self) -> None:
        told = _awaited(self.case)
        if told is None or told.view == ReporterView.AWAITED:
            return
        self.says = (
            "举报人已经用查询码表示有异议，原话和这次反馈的结果列在旁边。这里写的说明会放进他的信箱。",
            "登记后不能修改。",
        )
        offer(self, "view", [(each.value, each.label) for each in EXPLAINED])
        self.initial["view"] = told.view
        self.beside = tuple(said_of(self.case, told))
        self.fields["note"].label, self.fields["note"].required = "说明", True

    @classmethod
    def leads(cls, case: Case) -> bool:
        """An objection that came by code waits to be decided on first; the ruling is its explanation too."""
        told = _awaited(case)
        return told is not None and not told.awaits_ruling

    def do(self) -> str:
        record_view(
            by=self.case.officer,
            feedback=_awaited(self.case),
            view=ReporterView(self.cleaned_data["view"]),
            note=self.cleaned_data["note"],
            on=self.case.on,
        )
        return "举报人意见已登记。"


def _awaited(case: Case) -> Any:
    """The last feedback, if its view is not on record or not explained."""
    last = latest_feedback(case.report)
    return last if last is not None and last.awaits_a_word else None


class Withdrawal(ActForm[Case]):
    slug, act, label, button = "withdrawal", "reception.record_withdrawal", "登记撤回", "登记撤回"
    says = ("举报人要求撤回的，登记在案；来件不隐藏、不终止，仍按规定办理。",)
    reason = LongText("撤回的说明", LIMITS["note"])

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.withdrawn_on is None and not case.report.is_settled

    def do(self) -> str:
        record_withdrawal(
            by=self.case.officer,
            report=self.case.report,
            reason=self.cleaned_data["reason"],
            on=self.case.on,
        )
        return "撤回已登记，来件仍按规定办理。"


class RequestIdentity(ActForm[Case]):
    outlives = True
    slug, act, label, button = (
        "request_identity",
        "protection.request_identity",
        "申请查看举报人身份",
        "提出申请",
    )
    says = (
        "须由另一名身份保管人或者纪委书记批准，批准后只能看几分钟，每次查看都留痕，并告知纪委书记。",
        "不需要知道举报人是谁就能办的事，请不要申请。需要补充了解情况的，可以先通过查询码致信。",
    )
    reason = LongText("理由", 500, rows=4, min_length=5)

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.identity is not None

    def clean(self) -> dict[str, Any]:
        if not self.stands(self.case):
            raise forms.ValidationError("匿名来件没有身份信息，也不得查找举报人。")
        return super().clean() or {}

    def do(self) -> str:
        identity = self.case.report.identity
        assert identity is not None  # noqa: S101 - clean has asked
        request_identity(
            by=self.case.officer,
            subject=self.case.report,
            seal=identity,
            reason=self.cleaned_data["reason"],
        )
        return "申请已提出，等待身份保管人或者纪委书记批准。批准后从“身份申请”查看。"


ACTS = (GiveFeedback, RecordView, Withdrawal, RequestIdentity)
