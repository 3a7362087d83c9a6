"""What stands on the desk on the last days: requests that wait for a second person, and letters unread."""

from collections.abc import Iterator
from datetime import date, timedelta

from yixian.config.demo.courses.telling import owner
from yixian.config.demo.courses.work import Taken, Work
from yixian.config.demo.evidence import copied_account
from yixian.config.demo.schedule import Scene, after
from yixian.protection.actions import grant_identity, present_code, request_identity
from yixian.protection.enums import RecusalGround
from yixian.reception.actions import (
    ask_extension,
    ask_recusal_by_code,
    decide_clock_change,
    give_view,
    hand_over,
    write_as_reporter,
)
from yixian.reception.enums import (
    ChangeReason,
    HandOverReason,
    MessageKind,
    ReporterView,
    ReportState,
    Signing,
)
from yixian.reception.queries import clocks_of, latest_feedback

REASON = "需要与举报人当面核对付款凭证的来源，信件往来不便说明。"
FURTHER = "上次忘了写：那本流水账我抄了一份，这次一并交上，原件在村会计手里。"
RETALIATION = "这几天有人到我家附近打听是谁写的信，还放话说要停我家的公益岗位，请你们管一管。"
STAY_AWAY = "镇里管项目的那位同志和施工队老板是连襟，请不要让他看到这件事。"
VIEWS = (
    (ReporterView.OBJECTED, "公示的账还差两个月，我不同意说已经查清。"),
    (ReporterView.NEW_EVIDENCE, "我又找到一张没有签字的收据，愿意交给你们。"),
)
SAMPLE = "sample-under-way"
CLOSING = "ordinary_closing"


def under_way(works: list[Work]) -> list[tuple[Work, Taken]]:
    """The reports under way here, the sample first, so that the code that the start prints has something to show."""
    going = [(work, work.taken[0]) for work in works if work.matter and _is_going(work.taken[0])]
    return sorted(going, key=lambda pair: pair[0].script.key != SAMPLE)


def extras(works: list[Work], today: date) -> Iterator[Scene]:
    """Each on its own report, chosen among those that are under way."""
    going = [(work, work.taken[0]) for work in works if work.matter and _is_going(work.taken[0])]
    everyone = ((work, taken) for work in works for taken in work.taken if _is_going(taken))
    named = [pair for pair in everyone if pair[1].telling.signing is Signing.REAL_NAME]
    for (work, taken), (days, granted) in zip(named, ((9, True), (2, False)), strict=False):
        yield _identity(work, taken, day=after(today, -days), granted=granted)
    for number, (work, taken) in enumerate(going[:4]):
        yield _extension(work, taken, day=after(today, -6 + number), decided=number < 3)
    letters = ((FURTHER, MessageKind.FURTHER), (RETALIATION, MessageKind.RETALIATION))
    for (_, taken), (text, kind) in zip(going, letters, strict=False):
        yield _letter(taken, text, kind, after(today, -3))
    for _, taken in going[6:7]:
        yield _stay_away(taken, after(today, -2))
    answered = (taken for work in works for taken in work.taken if _awaits_view(taken))
    for taken, (view, text) in zip(answered, VIEWS, strict=False):
        yield _view(taken, view, text, after(today, -1))
    for work, taken in going[4:6]:
        yield _hand_over(work, taken, day=after(today, -1))


def _is_going(taken: Taken) -> bool:
    """Under way here, with a receipt of our own."""
    taken.report.refresh_from_db()
    return bool(taken.code and taken.report.state == ReportState.ACCEPTED)


def _identity(work: Work, taken: Taken, *, day: date, granted: bool) -> Scene:
    day = yield day
    identity = taken.report.identity
    assert identity is not None  # noqa: S101 - chosen among those who signed
    asked = request_identity(by=owner(work, taken), subject=taken.report, seal=identity, reason=REASON)
    if granted:
        grant_identity(by=work.cast["baoguan"], request=asked)


def _extension(work: Work, taken: Taken, *, day: date, decided: bool) -> Scene:
    """Asked by whoever handles it; the chief approves, or still has it before him."""
    day = yield day
    clock = clocks_of(taken.report).filter(term_key=CLOSING, met_on__isnull=True).first()
    if clock is None:
        return
    change = ask_extension(
        by=owner(work, taken),
        clock=clock,
        reason=ChangeReason.EVIDENCE,
        until=clock.due_on + timedelta(days=60),
        on=day,
        note="需要调取三年的银行流水，银行答复还要二十天。",
    )
    if decided:
        day = yield after(day, 1)
        decide_clock_change(by=work.chief, change=change, approved=True, on=day)


def _letter(taken: Taken, text: str, kind: MessageKind, day: date) -> Scene:
    day = yield day
    files = (copied_account(),) if kind is MessageKind.FURTHER else ()
    write_as_reporter(by=present_code(taken.code), text=text, kind=kind, on=day, files=files)


def _stay_away(taken: Taken, day: date) -> Scene:
    day = yield day
    by, ground = present_code(taken.code), RecusalGround.INTEREST
    ask_recusal_by_code(by=by, handler=False, ground=ground, text=STAY_AWAY, on=day)


def _awaits_view(taken: Taken) -> bool:
    """Answered here, and the reporter has not said what they think of it."""
    taken.report.refresh_from_db()
    last = latest_feedback(taken.report)
    here = taken.code and taken.report.state == ReportState.ANSWERED
    return bool(here and last and last.view == ReporterView.AWAITED)


def _view(taken: Taken, view: ReporterView, text: str, day: date) -> Scene:
    day = yield day
    give_view(by=present_code(taken.code), view=view, text=text, on=day)


def _hand_over(work: Work, taken: Taken, *, day: date) -> Scene:
    day = yield day
    by = owner(work, taken)
    to = work.second if work.second.staff_id != by.staff_id else work.handler
    hand_over(by=by, report=taken.report, to_id=to.staff_id, why=HandOverReason.LOAD, on=day)
