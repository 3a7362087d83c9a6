"""What a visit or a call has beside the report: help needed now, records, and when to ring back."""

from django.urls import reverse

from yixian.desk.case import Case
from yixian.desk.web.acts.answering import RequestIdentity
from yixian.desk.web.acts.dictating import Transcribe
from yixian.desk.web.acts.interviewing import SPOKEN
from yixian.desk.web.dossier.panel import Panel
from yixian.reception.actions import read_transcripts
from yixian.reception.enums import AttachmentKind, CallbackResult, CallbackState, CareNeed


def needs(case: Case) -> Panel | None:
    """First of all, while it lasts. On the day of the visit more may be noted."""
    visit = getattr(case.report, "visit", None)
    waiting = list(visit.needs.all()) if visit else []
    if visit is not None and not waiting and case.report.registered_on == case.on:
        return _may_need(case)
    if not waiting:
        return None
    may_meet = case.may("reception.meet_need")
    return Panel("desk/panels/needs.html", {"report": case.report, "needs": waiting, "may_meet": may_meet})


def _may_need(case: Case) -> Panel | None:
    if not case.may("reception.note_need"):
        return None
    return Panel("desk/panels/need_add.html", {"report": case.report, "kinds": CareNeed.choices})


def callback(case: Case) -> Panel | None:
    """The day and half of it agreed, the attempts, and the way to the number, which is sealed."""
    agreed = case.report.callbacks.filter(state=CallbackState.AGREED).prefetch_related("attempts")
    waiting = agreed.order_by("pk").first()
    if waiting is None:
        return None
    asks = waiting.by_office and case.report.identity is not None and case.may(RequestIdentity.act)
    return Panel(
        "desk/panels/callback.html",
        {
            "report": case.report,
            "waiting": waiting,
            "number_url": RequestIdentity.address(case) if asks else "",
            "may_note": case.may("reception.note_attempt") and not case.is_put_away,
            "results": CallbackResult.choices,
        },
    )


def interviews(case: Case) -> Panel | None:
    if case.report.channel not in SPOKEN or not case.may("reception.read_interviews"):
        return None
    lines = list(case.report.interviews.select_related("written_by").order_by("position"))
    if not lines and not case.may("reception.write_interview"):
        return None
    href = reverse("desk:interviews", args=[case.report.pk])
    return Panel("desk/panels/interviews.html", {"lines": lines, "href": href})


def transcripts(case: Case) -> Panel | None:
    """What the messages on the machine say, and those that nobody has written down."""
    voices = case.report.attachments.filter(kind=AttachmentKind.VOICE, identifies=False)
    places = list(voices.order_by("position").values_list("pk", "position"))
    if not places or not case.may("reception.read_transcripts"):
        return None
    kept = read_transcripts(by=case.officer, report=case.report)
    written = {each.transcript.attachment_id: each for each in kept}
    writes = case.may(Transcribe.act) and not case.is_put_away
    lines = [(written.get(pk), Transcribe.address(case, place) if writes else "") for pk, place in places]
    return Panel("desk/panels/transcripts.html", {"lines": lines})
