"""What stands under the account in a dossier. Later work adds its own panel to ``PANELS``: a function of the case
that gives a template and its context, or None where there is nothing to show.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from yixian.assessment.actions import read_crossing_request
from yixian.assessment.enums import ItemState, TransferReply
from yixian.assessment.queries import (
    arrival_of,
    crossing_lent,
    crossing_request_of,
    crossings_of,
    duties_of,
    items_of_matter,
    plan_of,
    transfer_in_of,
    undone_steps,
)
from yixian.desk.case import Case
from yixian.desk.consultation_case import due_of_duty
from yixian.desk.web.acts.closing import RecordCompletion
from yixian.desk.web.acts.recusing import DecideRecusal, SettleRecusalRequest
from yixian.desk.web.acts.transferring import Accepted, Refused, ReplyForm, Reported
from yixian.desk.web.dossier import spoken_panels as spoken
from yixian.desk.web.dossier.meetings import follow_up_lines, meeting_lines
from yixian.desk.web.dossier.panel import Panel
from yixian.desk.web.plan.view import due_of_step
from yixian.protection.actions import open_seals
from yixian.protection.queries import may, recusals_of
from yixian.reception.queries import open_recusal_requests
from yixian.regulations.completions import Completion
from yixian.resolution.actions import read_reopenings
from yixian.resolution.queries import completions_of, petition_reviews_of, reopenings_of
from yixian.toolkit.pieces import Completion as ShownCompletion
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.resolution.models import Clue


def transfers(case: Case) -> Panel | None:
    """By which transfer it came here, where it was sent, and what may be recorded of the answer."""
    came, arrival = transfer_in_of(case.report.pk), arrival_of(case.report.pk)
    if not case.transfers and came is None and arrival is None:
        return None
    lines = [(each, _replies(case, each)) for each in case.transfers]
    printed = case.report.pk if case.may("assessment.print_letter") else None
    return Panel(
        "desk/panels/transfers.html", {"lines": lines, "came": came, "arrival": arrival, "report_id": printed}
    )


def _replies(case: Case, transfer: Any) -> list[tuple[str, str]]:
    """A receiver of this installation answers itself, on the transfer's own page."""
    page = reverse("desk:transfer_one", args=[transfer.uid])
    if transfer.copy_id is not None:
        return [("对方的答复", page)]
    by_file = [("加封文件和回执", page)] if transfer.to_partner_id is not None else []
    forms: dict[str, list[type[ReplyForm]]] = {
        TransferReply.PENDING: [Accepted, Refused],
        TransferReply.ACCEPTED: [Reported] if transfer.kind == "assign" else [],
    }
    offered = forms.get(transfer.reply, [])
    open_ones = [each for each in offered if case.may(each.act) and not each.is_over(case)]
    return [*by_file, *((each.label, each.address(case, transfer.pk)) for each in open_ones)]


def crossings(case: Case) -> Panel | None:
    """Who asked for it and why, who of another township handles it, or by which cross-handling it came here."""
    lines = [*crossings_of(case.report.pk), *filter(None, [crossing_lent(case.report.pk)])]
    readable = [each for each in lines if may(case.officer, "assessment.read_crossing", each)]
    asked = crossing_request_of(case.report.pk)
    why = read_crossing_request(by=case.officer, request=asked) if asked else ""
    if not readable and asked is None:
        return None
    return Panel("desk/panels/crossings.html", {"lines": readable, "asked": asked, "why": why})


def petition_reviews(case: Case) -> Panel | None:
    """复查、复核 of a petition: who was asked, when, and what was decided."""
    rows = petition_reviews_of(case.report.pk)
    if not rows:
        return None
    seals = [each.words for each in rows]
    organ, request, decided = (
        open_seals(by=case.officer, seals=wanted, slot=slot, subject=case.report.trail_subject)
        for wanted, slot in (
            (seals, "organ"),
            (seals, "request"),
            ([each.decision for each in rows], "text"),
        )
    )
    lines = [
        (
            each,
            {"organ": organ.get(each.words, ""), "request": request.get(each.words, "")},
            decided.get(each.decision, "") if each.decision else "",
        )
        for each in rows
    ]
    return Panel("desk/panels/petition_reviews.html", {"lines": lines})


def clues(case: Case) -> Panel | None:
    """The clues of the matter and where each stands; a link for whoever may read them."""
    if not case.clues:
        return None
    lines = [(clue, _address(case, clue)) for clue in case.clues]
    return Panel("desk/panels/clues.html", {"lines": lines})


def _address(case: Case, clue: "Clue") -> str:
    return reverse("desk:clue", args=[clue.pk]) if may(case.officer, "resolution.read_clue", clue) else ""


def completions(case: Case) -> Panel | None:
    """五到位: what stands on record, by whom and when, and what it takes where it does not."""
    if case.matter is None:
        return None
    marks = {mark.completion: mark for mark in completions_of(case.matter.pk)}
    stands = RecordCompletion.stands(case) and not RecordCompletion.has_left(case)
    offered = stands and may(case.officer, RecordCompletion.act, case.matter)
    items = [
        _completion(each, marks.get(each.value), RecordCompletion.address(case) if offered else "")
        for each in Completion
    ]
    return Panel("desk/panels/completions.html", {"items": items})


def _completion(completion: Completion, mark: Any, href: str) -> ShownCompletion:
    if mark is None:
        return ShownCompletion(completion.label, False, completion.requires, href)
    return ShownCompletion(completion.label, True, f"{mark.marked_by.name}，{cn_date(mark.marked_on)}")


def recusals(case: Case) -> Panel | None:
    """Who stays away. The ground is for whoever decides alone: it may tell whose relative the reporter is."""
    found = list(recusals_of(case.report.trail_subject))
    settles = case.may(SettleRecusalRequest.act)
    asked = list(open_recusal_requests(case.report)) if settles else []
    if not found and not asked:
        return None
    decides = case.may(DecideRecusal.act)
    requests = [(each, SettleRecusalRequest.address(case, each.pk)) for each in asked]
    lines = [(each, _decision(case, each) if decides else "") for each in found]
    return Panel("desk/panels/recusals.html", {"lines": lines, "decides": decides, "requests": requests})


def _decision(case: Case, recusal: Any) -> str:
    waits = recusal.decided_on is None and recusal.staff_id != case.officer.staff_id
    return DecideRecusal.address(case, recusal.pk) if waits else ""


def plan(case: Case) -> Panel | None:
    """化解方案: who answers for it and the steps that are not done; a link for whoever may meet the matter."""
    if case.matter is None or not may(case.officer, "assessment.read_plan", case.matter):
        return None
    held = plan_of(case.matter)
    if held is None:
        return None
    steps = [(each, due_of_step(each, case.on)) for each in undone_steps(case.matter)]
    href = reverse("desk:plan", args=[case.matter.pk])
    return Panel("desk/panels/plan.html", {"plan": held, "steps": steps, "href": href})


def consultations(case: Case) -> Panel | None:
    """联席会诊: each time that the matter was put forward, what was decided, and the duties that are not done."""
    if case.matter is None or not may(case.officer, "assessment.read_matter", case.matter):
        return None
    items = list(items_of_matter(case.officer, case.matter))
    duties = [each for item in items if item.state == ItemState.DECIDED for each in duties_of(item)]
    undone = [(each, due_of_duty(each, case.on)) for each in duties if each.ended_on is None]
    return Panel("desk/panels/consultations.html", {"items": items, "duties": undone}) if items else None


def meetings(case: Case) -> Panel | None:
    """接访下访约访陪访: each with where it stands and what may be recorded of it; and the duties that they left."""
    met, duties = meeting_lines(case), follow_up_lines(case)
    return Panel("desk/panels/meetings.html", {"lines": met, "duties": duties}) if met or duties else None


def reopenings(case: Case) -> Panel | None:
    """Objections that were decided, and what was handled again, each with who said so and why."""
    told = case.report.feedbacks.filter(ruling__isnull=False).select_related("ruling__ruled_by")
    rulings = [each.ruling for each in told.order_by("given_on", "pk")]
    rows = list(reopenings_of(case.report, case.matter))
    if not rulings and not rows:
        return None
    why = {}
    if rows and case.may("resolution.read_reopenings"):
        why = read_reopenings(by=case.officer, report=case.report)
    seals = [each.reason for each in rulings]
    said = open_seals(by=case.officer, seals=seals, slot="text", subject=case.report.trail_subject)
    context = {
        "rulings": [(each, said.get(each.reason, "")) for each in rulings],
        "lines": [(each, why.get(each.uid, "")) for each in rows],
    }
    return Panel("desk/panels/reopenings.html", context)


Source = Callable[[Case], Panel | None]
PANELS: tuple[Source, ...] = (
    spoken.needs,
    spoken.callback,
    spoken.interviews,
    spoken.transcripts,
    recusals,
    transfers,
    crossings,
    meetings,
    plan,
    consultations,
    petition_reviews,
    reopenings,
    clues,
    completions,
)


def panels_of(case: Case) -> list[Panel]:
    return [panel for source in PANELS if (panel := source(case)) is not None]
