"""登记表、呈批表、来访记录、反馈记录: sheets of the file, filled from the records; nothing is changed by them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.reception.actions import (
    LIMITS,
    FilledPaper,
    SheetWords,
    VisitWords,
    print_approval,
    print_feedback_record,
    print_register,
    print_visit,
)
from yixian.reception.enums import ReportState
from yixian.reception.queries import latest_feedback
from yixian.regulations.classes import ClosingWay
from yixian.resolution.enums import Decision
from yixian.toolkit.forms import LongText
from yixian.toolkit.wording import cn_date

NOTHING = "无"
FIRST_WORDS = 300
"""So much of the account is put into the summary to begin with; the clerk rewords it."""


class SheetForm(ActForm[Case]):
    """A sheet with the clerk's own summary."""

    prints, shows_account, outlives = True, True, True
    summary = LongText(
        "内容摘要", LIMITS["text"] // 5, rows=6, help_text="用自己的话概括，不写举报人。打印前系统会检查。"
    )
    proposal = LongText("拟办意见", LIMITS["note"], rows=3, required=False)

    def prepare(self) -> None:
        account = self.case.content.account
        text = " ".join(account.account.split())
        self.fields["summary"].initial = text if len(text) <= FIRST_WORDS else f"{text[:FIRST_WORDS]}…"

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.state not in (ReportState.RECEIVED, ReportState.ENVELOPED)

    def words(self) -> SheetWords:
        typed = self.cleaned_data
        return SheetWords(
            summary=typed["summary"], proposal=typed["proposal"], known=dict(known_of(self.case))
        )


class Register(SheetForm):
    slug, act, label = "register_sheet", "reception.print_register", "打印举报登记表"
    says = ("按登记和办理的记录填好，一件一张。举报人身份另行封存，不在表上；二维码只有来件编号。",)

    def paper(self) -> FilledPaper:
        return print_register(
            by=self.case.officer, report=self.case.report, words=self.words(), on=self.case.on
        )


class Approval(SheetForm):
    slug, act, label = "approval_sheet", "reception.print_approval", "打印呈批表（拟办单）"
    says = ("写明拟办意见，打印后送领导批示，批示后存入卷宗。",)

    def prepare(self) -> None:
        super().prepare()
        self.fields["proposal"].required = True

    def paper(self) -> FilledPaper:
        return print_approval(
            by=self.case.officer, report=self.case.report, words=self.words(), on=self.case.on
        )


class VisitRecord(ActForm[Case]):
    """The visit with its first record; without one the clerk says in own words what was told."""

    slug, act, label = "visit_record", "reception.print_visit", "打印来访记录"
    says = (
        "按来访登记和笔录填好：谁接访、反映什么、怎样宣读、怎样签名。来访人身份另行封存，不在表上。",
        "还没有宣读、签名的，表上留有方框和空白，在纸上勾选、签名。",
    )
    prints, outlives = True, True
    told = LongText(
        "反映事项",
        LIMITS["section"],
        rows=8,
        help_text="还没有来访笔录：用自己的话写，用“来访人”代替姓名。打印前系统会检查。",
    )
    reply = LongText("现场答复", LIMITS["note"], rows=3, required=False, help_text="不填的，表上留空手写。")

    def prepare(self) -> None:
        self.fields["told"].initial = self.case.content.account.account
        owner = self.case.owner
        by = f"，由{owner.staff.name}负责办理" if owner else ""
        self.fields["reply"].initial = f"已经登记，来件编号{self.case.label}{by}。"
        if self.case.report.interviews.exists():
            del self.fields["told"]

    @classmethod
    def stands(cls, case: Case) -> bool:
        return hasattr(case.report, "visit") and SheetForm.stands(case)

    def paper(self) -> FilledPaper:
        words = VisitWords(told=self.cleaned_data.get("told", ""), reply=self.cleaned_data["reply"])
        return print_visit(by=self.case.officer, report=self.case.report, words=words, on=self.case.on)


class FeedbackRecord(ActForm[Case]):
    slug, act, label = "feedback_record", "reception.print_feedback_record", "打印反馈记录"
    says = ("按最近一次反馈填好：什么时候、用什么方式、告诉了什么、举报人怎么说。打印后由反馈人签名存卷。",)
    prints, outlives = True, True

    @classmethod
    def stands(cls, case: Case) -> bool:
        return latest_feedback(case.report) is not None

    def paper(self) -> FilledPaper | None:
        told = latest_feedback(self.case.report)
        return print_feedback_record(by=self.case.officer, feedback=told, on=self.case.on) if told else None


def known_of(case: Case) -> Iterator[tuple[str, str]]:
    """What assessment and resolution know of the report, by placeholder."""
    found = case.classification
    yield "来件类别", found.get_report_class_display() if found else "尚未定性"
    yield "主要问题", found.get_main_issue_display() if found and found.main_issue else NOTHING
    yield "次要问题", found.get_second_issue_display() if found and found.second_issue else NOTHING
    yield "问题性质", found.get_issue_kind_display() if found and found.issue_kind else NOTHING
    yield "转办情况", "\n".join(_sent(each) for each in case.transfers) or NOTHING
    yield "处理结果", "\n".join(_results(case)) or "尚未办结"
    yield "挽回损失", _losses(case)


def _sent(transfer: Any) -> str:
    sent = f"{transfer.get_kind_display()}{transfer.receiver}，{transfer.letter_number}，{cn_date(transfer.sent_on)}"
    due = f"，{cn_date(transfer.clock.due_on)}前答复" if transfer.clock else ""
    replied = f"，{cn_date(transfer.reply_on)}" if transfer.reply_on else ""
    return f"{sent}{due}；{transfer.get_reply_display()}{replied}"


def _results(case: Case) -> Iterator[str]:
    """Each clue with where it stands, and how it ended for each person; then the answer to the reporter."""
    numbered = set(case.report.people.values_list("pk", flat=True))
    for clue in case.clues:
        way = f"（{ClosingWay(clue.closing_way).label}）" if clue.closing_way else ""
        yield f"线索{clue.code}：{clue.get_state_display()}{way}"
        for outcome in _outcomes(clue):
            known = len(numbered) > 1 and outcome.person_id in numbered
            number = f"{outcome.person.position}. " if known else ""
            form = f"，{outcome.get_form_display()}" if outcome.form else ""
            yield f"　{number}{outcome.get_truth_display()}，{outcome.get_measure_display()}{form}"
    if case.report.answered_on:
        yield f"{case.report.get_state_display()}，{cn_date(case.report.answered_on)}"


def _losses(case: Case) -> str:
    """The sum of what was recovered, without figures that say nothing; blank before anything was decided."""
    outcomes = [outcome for clue in case.clues for outcome in _outcomes(clue)]
    total = sum((each.losses_recovered for each in outcomes), Decimal(0))
    return f"{total.normalize():f}元" if outcomes else ""


def _outcomes(clue: Any) -> list[Any]:
    return [each for each in clue.outcomes.all() if each.decision == Decision.APPROVED]


ACTS = (Register, Approval, VisitRecord, FeedbackRecord)
