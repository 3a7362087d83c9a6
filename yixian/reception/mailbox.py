"""What someone with a code sees: the state, what was promised, and what was written; nothing that identifies.

Whoever holds a stolen code learns neither what was reported nor by whom: the account is not in the mailbox.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yixian.protection.actions import Destroyed, open_seals
from yixian.protection.officer import Reporter
from yixian.reception.answers import latest_feedback
from yixian.reception.enums import (
    AppointmentState,
    Direction,
    HalfDay,
    MessageKind,
    PassageState,
    ReporterView,
    ReportState,
    Signing,
)
from yixian.reception.models import Appointment, Feedback, Message, Notice, Passage, RecusalRequest, Report
from yixian.reception.workflow import OPEN_OFFERS, REOPEN
from yixian.regulations import accusation_rules, local_practice, petition_regulations
from yixian.trail.refusal import Refusal

TOLD_TERMS = (
    accusation_rules.ACCEPTANCE_NOTICE_TERM.key,
    accusation_rules.RESULT_FEEDBACK_TERM.key,
    petition_regulations.ACCEPTANCE_TERM.key,
    petition_regulations.HANDLING_TERM.key,
    *(term.key for term in local_practice.TERMS_IN_ORDER),
)


class NoSuchReport(Refusal):
    """The code is right but its report is no longer with this office or any other here."""

    key = "no_such_report"


@dataclass(frozen=True, slots=True)
class Letter:
    """One thing that the reporter may read: a message, a paper or the result. ``from_office`` says whose.

    ``question`` counts the office's questions from 1, and is 0 for what is none; ``enclosed`` how many files came
    along, which nobody gets back by code.
    """

    on: date
    label: str
    text: str
    from_office: bool
    question: int = 0
    answered_on: date | None = None
    enclosed: int = 0


@dataclass(frozen=True, slots=True)
class PromisedDay:
    """A running clock that is the reporter's to know: by which day, by which term and how it was counted."""

    term_key: str
    due_on: date
    basis: str
    provisional: bool
    suspended: bool


@dataclass(frozen=True, slots=True)
class Invitation:
    """An open invitation to come and talk, as its reader sees it. ``text`` says where and at what hour."""

    key: int
    state: AppointmentState
    meets_on: date
    half: HalfDay
    text: str
    proposed_on: date | None = None
    proposed_half: HalfDay | None = None


@dataclass(frozen=True, slots=True)
class Mailbox:
    """``number`` is empty until registration; ``promised_on`` is the promise's due date while it runs;
    ``anonymous`` where no name was written at all; ``view`` what they said of the last result, where there is one;
    ``recusals`` the days on which one was asked for and decided, and nothing more of it; ``upheld`` what was decided
    on their objection to that result; ``reopened_on`` stands while it is handled again after an answer.
    """

    number: str
    organ: str
    state: ReportState
    received_on: date
    registered_on: date | None
    promised_on: date | None
    answered_on: date | None
    withdrawn_on: date | None
    may_rate: bool
    anonymous: bool
    letters: tuple[Letter, ...]
    days: tuple[PromisedDay, ...] = ()
    view: ReporterView | None = None
    recusals: tuple[tuple[date, date | None], ...] = ()
    is_settled: bool = False
    invitation: Invitation | None = None
    organ_id: int = 0
    passage: PassageState | None = None
    upheld: bool | None = None
    reopened_on: date | None = None


def report_of(by: Reporter) -> Report:
    """The report of this code; the receipt goes with it when it is sent up."""
    found = Report.objects.select_related("organ").filter(receipt=by.receipt_id).first()
    if found is None:
        raise NoSuchReport("没有查到这个查询码对应的来件，请核对查询码，或者联系接访室。")
    if found.destroyed_on is not None:
        raise Destroyed(
            f"您反映的这一件（{found.number}）早已办结归档，保管期满，"
            f"内容已于{found.destroyed_on.year}年按规定销毁，我们也不能再打开。有新的情况，请重新反映。"
        )
    return found


def as_mailbox(by: Reporter, report: Report) -> Mailbox:
    """Open all that is sealed to the receipt, in one query for the keys."""
    told = latest_feedback(report)
    promise = report.clocks.filter(promise__isnull=False, met_on__isnull=True).first()
    return Mailbox(
        number=report.number or "",
        organ=report.organ.name,
        organ_id=report.organ_id,
        state=ReportState(report.state),
        received_on=report.received_on,
        registered_on=report.registered_on,
        promised_on=promise.due_on if promise else None,
        answered_on=report.answered_on,
        withdrawn_on=report.withdrawn_on,
        may_rate=answer_to_rate(report) is not None,
        anonymous=report.signing == Signing.ANONYMOUS,
        letters=tuple(_letters(by, report)),
        days=tuple(_days(report)),
        view=_view(told),
        upheld=told.ruled.upheld if told and told.ruled else None,
        reopened_on=_reopened_on(report),
        recusals=tuple(_recusals(report)),
        is_settled=report.is_settled,
        invitation=_invitation(by, report),
        passage=_passage(report),
    )


def questions_to(report: Report) -> list[Message]:
    """What the office asked this reporter, in the order in which the mailbox counts it."""
    asked = report.messages.filter(direction=Direction.TO_REPORTER, kind=MessageKind.QUESTION)
    return list(asked.prefetch_related("replies").order_by("sent_on", "pk"))


def _view(told: Feedback | None) -> ReporterView | None:
    return ReporterView(told.view) if told else None


def _reopened_on(report: Report) -> date | None:
    if report.state != ReportState.ACCEPTED or report.answered_on is None:
        return None
    again = report.steps.filter(act=REOPEN).order_by("-pk").values_list("taken_on", flat=True)
    return again.first()


def _recusals(report: Report) -> list[tuple[date, date | None]]:
    asked = RecusalRequest.objects.filter(letter__report=report).select_related("recusal")
    return [(each.asked_on, each.decided_on) for each in asked.order_by("asked_on", "pk")]


def _days(report: Report) -> list[PromisedDay]:
    """The office's internal clocks (clues, inquiries, sending upward) are not the reporter's to know."""
    running = report.clocks.filter(met_on__isnull=True, term_key__in=TOLD_TERMS).order_by("due_on", "pk")
    return [
        PromisedDay(each.term_key, each.due_on, each.basis, each.provisional, each.suspended_on is not None)
        for each in running
    ]


def _passage(report: Report) -> PassageState | None:
    """Only while it is away: once it came back, the report's own state says whose it is."""
    if report.state != ReportState.PASSED_ON:
        return None
    found = Passage.objects.filter(report=report).first()
    return PassageState(found.state) if found else None


def _invitation(by: Reporter, report: Report) -> Invitation | None:
    """The one that is open, however it was made; what is over is not brought up again."""
    found = Appointment.objects.filter(report=report, state__in=OPEN_OFFERS).first()
    if found is None:
        return None
    text = open_seals(by=by, seals=[found.content], slot="text").get(found.content, "")
    return Invitation(
        key=found.pk,
        state=AppointmentState(found.state),
        meets_on=found.meets_on,
        half=HalfDay(found.half),
        text=text,
        proposed_on=found.proposed_on,
        proposed_half=HalfDay(found.proposed_half) if found.proposed_half else None,
    )


def answer_to_rate(report: Report) -> date | None:
    """The day of an answer that has not been rated yet."""
    answered_on = report.answered_on
    if answered_on is None or report.state not in (ReportState.ANSWERED, ReportState.DECLINED):
        return None
    return None if report.ratings.filter(answered_on=answered_on).exists() else answered_on


def _letters(by: Reporter, report: Report) -> list[Letter]:
    written: list[Message | Notice | Feedback] = [
        *report.messages.prefetch_related("enclosures").order_by("sent_on", "pk"),
        *report.notices.order_by("issued_on", "pk"),
        *report.feedbacks.order_by("given_on", "pk"),
    ]
    texts = open_seals(by=by, seals=[each.content for each in written], slot="text")
    asked = {each.pk: (number, each) for number, each in enumerate(questions_to(report), start=1)}
    letters = [_letter(each, texts, asked) for each in written if each.content in texts]
    return sorted(letters, key=lambda letter: letter.on)


def _letter(
    written: Message | Notice | Feedback, texts: dict[UUID, str], asked: dict[int, tuple[int, Message]]
) -> Letter:
    text = texts[written.content]
    if isinstance(written, Notice):
        return Letter(written.issued_on, written.get_kind_display(), text, True)
    if isinstance(written, Feedback):
        return Letter(written.given_on, "处理结果", text, True)
    from_office = written.sent_by_id is not None
    number, question = asked.get(written.pk, (0, written))
    answers = list(question.replies.all()) if number else []
    answered_on = answers[0].sent_on if answers else None
    label, enclosed = written.get_kind_display(), len(written.enclosures.all())
    return Letter(written.sent_on, label, text, from_office, number, answered_on, enclosed)
