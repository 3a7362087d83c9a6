"""接访、下访、约访、陪访 in a dossier: one line each, and the page on which a record is opened."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.desk.case import Case
from yixian.desk.web.acts.meeting import accompanying as going
from yixian.desk.web.acts.meeting import appointments as inviting
from yixian.desk.web.acts.meeting import following, outings
from yixian.desk.web.acts.meeting.base import links
from yixian.desk.web.frame import officer_of, report_or_404
from yixian.desk.web.paper_files import paper_file
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.reception.actions import print_interview, read_meeting
from yixian.reception.enums import AccompanimentState, AppointmentState, OutingState
from yixian.reception.meeting import LABELS
from yixian.reception.queries import accompaniments_of, appointments_of, follow_ups_of, outings_of
from yixian.toolkit.due import Due
from yixian.toolkit.pieces import Fact
from yixian.toolkit.today import today
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.reception.models import Accompaniment, Appointment, FollowUp, Outing

READ = "reception.read_meeting"
Ways = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """``href`` opens the record, for whoever may; ``ways`` are the acts that may follow."""

    title: str
    state: str
    tone: str
    note: str
    href: str = ""
    ways: Ways = field(default_factory=list)


def meeting_lines(case: Case) -> list[MeetingLine]:
    """In the order of the four ways."""
    return [
        *(_outing(case, each) for each in outings_of(case.report)),
        *(_appointment(case, each) for each in appointments_of(case.report)),
        *(_accompaniment(case, each) for each in accompaniments_of(case.report)),
    ]


def _outing(case: Case, each: "Outing") -> MeetingLine:
    tones = {OutingState.PLANNED: "active", OutingState.DONE: "done", OutingState.CANCELLED: "stopped"}
    waits = each.state == OutingState.PLANNED and each.report_id == case.report.pk
    ways = links(case, each, outings.RecordOuting, outings.CancelOuting) if waits else []
    note = "、".join(sorted(goer.name for goer in each.goers.all()))
    result = f"，{each.get_result_display()}" if each.result else ""
    title = f"下访　{cn_date(each.went_on or each.goes_on)}"
    return MeetingLine(
        title,
        each.get_state_display(),
        tones[OutingState(each.state)],
        f"{note}{result}",
        _href(case, "outing", each),
        ways,
    )


STANDING: dict[AppointmentState, tuple[str, tuple[Any, ...]]] = {
    AppointmentState.OFFERED: (
        "waiting",
        (
            inviting.NoteAnswer,
            inviting.MoveAppointment,
            inviting.RecordAppointment,
            inviting.CloseAppointment,
        ),
    ),
    AppointmentState.COUNTERED: ("active", (inviting.MoveAppointment, inviting.CloseAppointment)),
    AppointmentState.AGREED: (
        "active",
        (
            inviting.RecordAppointment,
            inviting.NoteAnswer,
            inviting.MoveAppointment,
            inviting.CloseAppointment,
        ),
    ),
    AppointmentState.HELD: ("done", ()),
    AppointmentState.CLOSED: ("passed", ()),
}


def _appointment(case: Case, each: "Appointment") -> MeetingLine:
    tone, forms = STANDING[AppointmentState(each.state)]
    day = f"{cn_date(each.held_on)}" if each.held_on else f"{cn_date(each.meets_on)}{each.get_half_display()}"
    asked = (
        f"，对方提出{cn_date(each.proposed_on)}{each.get_proposed_half_display()}" if each.proposed_on else ""
    )
    note = f"{each.get_way_display()}邀请，{each.host.name}接待{asked}"
    title = "约访" if each.state == AppointmentState.CLOSED else f"约访　{day}"
    ways = links(case, each, *forms)
    return MeetingLine(title, each.get_state_display(), tone, note, _href(case, "appointment", each), ways)


GOING: dict[AccompanimentState, tuple[str, tuple[Any, ...]]] = {
    AccompanimentState.CONSENTED: ("active", (going.RecordAccompaniment, going.DropAccompaniment)),
    AccompanimentState.GONE: ("waiting", (going.NoteOfficeAnswer,)),
    AccompanimentState.ANSWERED: ("active", (going.NoteAnswerView,)),
    AccompanimentState.TOLD: ("done", ()),
    AccompanimentState.DROPPED: ("passed", ()),
}


def _accompaniment(case: Case, each: "Accompaniment") -> MeetingLine:
    tone, forms = GOING[AccompanimentState(each.state)]
    view = f"，本人{each.get_view_display()}" if each.view else ""
    named = "同意说明身份" if each.may_name else "不说明身份"
    note = f"{each.goer.name}；本人{each.get_consent_way_display()}同意，{named}{view}"
    return MeetingLine(
        f"{each.get_kind_display()}　{cn_date(each.went_on or each.planned_on)}",
        each.get_state_display(),
        tone,
        note,
        _href(case, "accompaniment", each),
        links(case, each, *forms),
    )


def _href(case: Case, kind: str, each: Any) -> str:
    """The record is under the report for which it was made."""
    if not may(case.officer, READ, each.report):
        return ""
    return reverse("desk:meeting", args=[each.report_id, kind, each.pk])


def follow_up_lines(case: Case) -> list[tuple["FollowUp", Due, Ways]]:
    """Each duty with its day."""
    lines = []
    for each in follow_ups_of(case.report):
        ways = [] if each.done_on else links(case, each, following.FinishFollowUp)
        lines.append((each, due_of_duty(each, case), ways))
    return lines


def due_of_duty(each: "FollowUp", case: Case) -> Due:
    return Due(on=each.due_on, left=(each.due_on - case.on).days, unit="天", met_on=each.done_on)


FINDERS: dict[str, tuple[str, Callable[[Any], Any], Callable[[Case, Any], MeetingLine]]] = {
    "outing": ("下访记录", outings_of, _outing),
    "appointment": ("约访记录", appointments_of, _appointment),
    "accompaniment": ("陪访代办记录", accompaniments_of, _accompaniment),
}


@permit(READ, reads_only=True)
def meeting(request: HttpRequest, report_id: UUID, kind: str, key: int) -> HttpResponse:
    """One record, opened. Each opening is in the trail."""
    officer = officer_of(request)
    case = Case(officer, report_or_404(officer, report_id), today())
    title, find, line_of = FINDERS.get(kind, ("", None, None))
    found = find(case.report).filter(pk=key, report=case.report).first() if find else None
    if found is None or line_of is None:
        raise Http404
    words = read_meeting(by=officer, meeting=found)
    context = {
        "case": case,
        "title": title,
        "line": line_of(case, found),
        "facts": list(_facts(words)),
        "files": found.files.all(),
        "paper": _paper_href(kind, found),
    }
    return render(request, "desk/meeting.html", context)


def _paper_href(kind: str, found: Any) -> str:
    """Only what was said at a meeting that was agreed is read back and signed."""
    if kind != "appointment" or found.state != AppointmentState.HELD:
        return ""
    return reverse("desk:appointment_paper", args=[found.report_id, found.pk])


@permit("reception.print_interview")
def appointment_paper(request: HttpRequest, report_id: UUID, key: int) -> HttpResponse:
    """The record of a meeting as PDF or Word. A POST, because a print leaves its line in the trail."""
    officer = officer_of(request)
    report = report_or_404(officer, report_id)
    found = appointments_of(report).filter(pk=key).first()
    if found is None or request.method != "POST":
        raise Http404
    paper = print_interview(by=officer, talk=found, on=today())
    return paper_file(paper, f"约访见面记录{report}", request.POST.get("as", ""))


def _facts(words: dict[str, str]) -> Iterator[Fact]:
    labels = {**LABELS, "text": "对举报人说的"}
    for slot, label in labels.items():
        if words.get(slot):
            yield Fact(label, words[slot])
