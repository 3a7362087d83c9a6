"""What a visit leaves beside its report, and the waiting room and the telephone of the last day."""

import io
import math
import wave
from array import array
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from yixian.config.demo.cast import Cast
from yixian.config.demo.courses.telling import owner
from yixian.config.demo.courses.work import Taken, Work
from yixian.config.demo.schedule import Scene, after
from yixian.config.demo.scripts import Telling
from yixian.reception.actions import (
    CallbackFacts,
    FrontOfficeFacts,
    InterviewWords,
    VisitFacts,
    agree_callback,
    attach_files,
    call_next,
    close_ticket,
    issue_ticket,
    note_attempt,
    note_need,
    read_back_interview,
    set_front_office,
    sign_interview,
    write_interview,
)
from yixian.reception.enums import (
    AttachmentKind,
    CallbackResult,
    CareNeed,
    Channel,
    HalfDay,
    LanguageHelp,
    OutsideHours,
    ReadBackWay,
    ReportState,
    Section,
    SignedAs,
    Signing,
    TicketFor,
)
from yixian.reception.queries import in_line
from yixian.toolkit.files import SOUNDS, take_in

if TYPE_CHECKING:
    from yixian.reception.models import Report

HOURS = (time(8, 30), time(12), time(14, 30), time(17, 30))
SEEN = "自己办事时遇到的，后来又问过村民代表。"
PROOF = "手里有一张收据的照片，村民代表知道这件事。"
CORRECTED = "“去年”应为“前年”。"
GOING = (ReportState.REGISTERED, ReportState.ACCEPTED)
RATE, TONE, LOUD = 8000, 440, 6000
"""Samples a second, hertz, and how far the samples swing."""
WAITING = ("", "", CareNeed.SUPPORT, "", "")


def open_doors(cast: Cast) -> None:
    """The hotline's hours, as the chief sets them."""
    facts = FrontOfficeFacts(phone="0000-8612388", hours=HOURS, outside=OutsideHours.VOICEMAIL)
    set_front_office(by=cast["shuji"], facts=facts)


def visit_of(work: Work) -> VisitFacts:
    """Every third comes with somebody, every fifth speaks the dialect."""
    dialect = LanguageHelp.DIALECT if work.number % 5 == 0 else LanguageHelp.NONE
    return VisitFacts(companions=int(work.number % 3 == 0), language_help=dialect)


def keep_record(work: Work, report: "Report", telling: Telling, on: date) -> None:
    """Written, read aloud, and signed on paper by whoever left a name."""
    words = {
        Section.WHAT: telling.text,
        Section.SOURCE: SEEN,
        Section.EVIDENCE: PROOF,
        Section.WISH: telling.wish,
    }
    written = write_interview(by=work.clerk, report=report, words=InterviewWords(words), on=on)
    corrections = CORRECTED if work.number % 4 == 0 else ""
    read = read_back_interview(
        by=work.clerk, interview=written, way=ReadBackWay.ALOUD, corrections=corrections, on=on
    )
    unknown = telling.signing is Signing.ANONYMOUS
    as_ = SignedAs.ANONYMOUS if unknown else SignedAs.PAPER
    sign_interview(by=work.clerk, interview=read, as_=as_, on=on)


def last_day(works: list[Work], today: date) -> Iterator[Scene]:
    """Somebody waits for help, a callback is due, and numbers are called."""
    going = [(work, taken) for work in works for taken in work.taken if _is_going(taken)]
    calls = [pair for pair in going if pair[1].telling.channel is Channel.CALL]
    for number, (work, taken) in enumerate(calls[-2:]):
        yield _callback(work, taken, today - timedelta(days=2), today, tried=number == 0)
    for work, taken in calls[-1:]:
        yield _voicemail(work, taken, today)
    visits = [pair for pair in going if pair[1].telling.channel is Channel.VISIT]
    for work, taken in visits[-1:]:
        yield _need(work, taken, today)
    if works:
        yield _waiting_room(works[0].cast, today)


def _is_going(taken: Taken) -> bool:
    taken.report.refresh_from_db()
    return bool(taken.code and taken.report.state in GOING)


def _callback(work: Work, taken: Taken, agreed_on: date, due_on: date, *, tried: bool) -> Scene:
    day = yield max(after(agreed_on, 0), taken.on)
    named = taken.report.identity is not None
    facts = CallbackFacts(due_on=max(due_on, day), half=HalfDay.AFTERNOON, by_office=named)
    callback = agree_callback(by=owner(work, taken), report=taken.report, facts=facts, on=day)
    if tried and named:
        note_attempt(by=owner(work, taken), callback=callback, result=CallbackResult.NO_ANSWER, on=day)


def _voicemail(work: Work, taken: Taken, today: date) -> Scene:
    """A tone in place of a voice: nobody has spoken."""
    day = yield max(after(taken.on, 0), today - timedelta(days=1))
    files = [take_in("语音留言.wav", _tone(seconds=2), SOUNDS)]
    attach_files(by=owner(work, taken), report=taken.report, files=files, kind=AttachmentKind.VOICE, on=day)


def _tone(*, seconds: int) -> bytes:
    samples = (round(LOUD * math.sin(2 * math.pi * TONE * at / RATE)) for at in range(RATE * seconds))
    held = io.BytesIO()
    with wave.open(held, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(RATE)
        made.writeframes(array("h", samples).tobytes())
    return held.getvalue()


def _need(work: Work, taken: Taken, today: date) -> Scene:
    day = yield today
    note_need(by=owner(work, taken), report=taken.report, kind=CareNeed.SUPPORT, on=day)


def _waiting_room(cast: Cast, today: date) -> Scene:
    """Five numbers; the first was received, the one with a reason is called."""
    day = yield today
    clerk = cast["jiefang1"]
    for place, because in enumerate(WAITING):
        wants = TicketFor.EARLIER if place % 2 else TicketFor.FIRST_TIME
        first = CareNeed(because) if because else None
        issue_ticket(by=clerk, wants=wants, on=day, first_because=first)
        if place == 0:
            close_ticket(by=clerk, ticket=call_next(by=clerk, on=day), received=True, on=day)
    if in_line(cast.organ_id, day).exists():
        call_next(by=clerk, on=day)
