"""What became of a report, day by day, from its own records. Days only: there is no hour to show."""

from collections.abc import Iterator

from yixian.reception.access import FOR_THE_CHIEF
from yixian.reception.enums import Direction, HandOverReason, NoticeKind, ReporterView, ReportState
from yixian.reception.models import CallbackAttempt, Clock, Report
from yixian.reception.queries.asking import askers_of
from yixian.reception.queries.entry import TimelineEntry
from yixian.reception.queries.meetings import meetings
from yixian.reception.workflow import PUT_AWAY, RULE, ends_elsewhere
from yixian.regulations.terms import term

TOLD_OTHERWISE = frozenset({"reception.submit_web_report", "reception.give_feedback", PUT_AWAY})


def timeline(report: Report) -> list[TimelineEntry]:
    """Oldest first; on one day in the order of the work. The number of queries is fixed."""
    entries = [*_arrival(report), *_steps(report), *_owners(report), *_papers(report), *_letters(report)]
    entries += [*_clocks(report), *_answers(report), *_interviews(report), *_callbacks(report)]
    entries += meetings(report)
    return sorted(entries, key=lambda entry: entry.on)


def _arrival(report: Report) -> Iterator[TimelineEntry]:
    yield TimelineEntry(
        report.received_on, f"收到（{report.get_channel_display()}）", act="reception.submit_web_report"
    )
    if report.withdrawn_on:
        yield TimelineEntry(report.withdrawn_on, "举报人撤回（仍按规定办理）")


def _steps(report: Report) -> Iterator[TimelineEntry]:
    """Of another office, which passed it on or took it back, no person is named."""
    for step in report.steps.select_related("taken_by").order_by("taken_on", "pk"):
        if step.act not in TOLD_OTHERWISE:
            number = f"，编号{report.number}" if step.to_state == ReportState.REGISTERED else ""
            own = step.taken_by is not None and step.taken_by.organ_id == report.organ_id
            who = step.taken_by.name if step.taken_by and own else ""
            yield TimelineEntry(step.taken_on, f"{step.label}{number}", who, step.act)


def _owners(report: Report) -> Iterator[TimelineEntry]:
    """The first owner comes with the registration; who is only asked stands behind who asked."""
    handlings = list(report.handlings.select_related("staff").order_by("since_on", "pk"))
    askers = askers_of([each for each in handlings if each.accepted_on is None])
    for each in handlings:
        first = each.why == HandOverReason.FIRST
        if each.accepted_on:
            label, act = f"承办（{each.get_why_display()}）", "" if first else "reception.accept_hand_over"
            yield TimelineEntry(each.accepted_on, label, each.staff.name, act or "reception.register_letter")
        else:
            label = f"请{each.staff.name}接手承办"
            yield TimelineEntry(each.since_on, label, askers.get(each.pk, ""), "reception.hand_over")
        if each.refused_because and each.until_on:
            label = f"退回移交：{each.get_refused_because_display()}"
            yield TimelineEntry(each.until_on, label, each.staff.name, "reception.refuse_hand_over")


def _papers(report: Report) -> Iterator[TimelineEntry]:
    for notice in report.notices.select_related("issued_by").order_by("issued_on", "pk"):
        label = f"{notice.get_kind_display()}（{notice.number}）"
        yield TimelineEntry(notice.issued_on, label, notice.issued_by.name, _act_of(notice.kind))


def _act_of(kind: str) -> str:
    """The paper of the result goes out with it; every other is a notice."""
    return "reception.give_feedback" if kind == NoticeKind.FEEDBACK else "reception.issue_notice"


def _letters(report: Report) -> Iterator[TimelineEntry]:
    """Without those for the chief alone: everybody on the report reads the timeline."""
    told = report.messages.exclude(kind__in=FOR_THE_CHIEF)
    for message in told.select_related("sent_by").order_by("sent_on", "pk"):
        to_reporter = message.direction == Direction.TO_REPORTER
        label = f"{'致信举报人' if to_reporter else '举报人来信'}（{message.get_kind_display()}）"
        yield TimelineEntry(message.sent_on, label, message.sent_by.name if message.sent_by else "")


def _interviews(report: Report) -> Iterator[TimelineEntry]:
    for each in report.interviews.select_related("written_by").order_by("position"):
        who = each.written_by.name
        yield TimelineEntry(each.written_on, f"写{each.label}", who, "reception.write_interview")
        if each.read_back_on:
            label = f"{each.label}{each.get_read_back_display()}"
            yield TimelineEntry(each.read_back_on, label, who, "reception.read_back_interview")
        if each.signed_on:
            label = f"{each.label}：{each.get_signed_as_display()}"
            yield TimelineEntry(each.signed_on, label, who, "reception.sign_interview")


def _callbacks(report: Report) -> Iterator[TimelineEntry]:
    for each in report.callbacks.select_related("made_by").order_by("made_on", "pk"):
        yield TimelineEntry(each.made_on, f"约定{each}", each.made_by.name, "reception.agree_callback")
    attempts = CallbackAttempt.objects.filter(callback__report=report).select_related("tried_by")
    for attempt in attempts.order_by("tried_on", "pk"):
        label = f"回拨：{attempt.get_result_display()}"
        yield TimelineEntry(attempt.tried_on, label, attempt.tried_by.name, "reception.note_attempt")


def _clocks(report: Report) -> Iterator[TimelineEntry]:
    for clock in report.clocks.prefetch_related("changes__approved_by").order_by("started_on", "pk"):
        name = term(clock.term_key).name
        yield TimelineEntry(clock.started_on, f"起算期限：{name}")
        if clock.met_on:
            yield TimelineEntry(clock.met_on, f"{_how_it_ended(clock)}：{name}", act=clock.met_by)
        yield from _changes(clock, name)


def _how_it_ended(clock: Clock) -> str:
    """A term that left with the report was kept by nobody here; one that had run out before, had run out."""
    late = clock.met_on is not None and clock.met_on > clock.due_on
    if ends_elsewhere(clock.term_key, clock.met_by):
        return "逾期后移送" if late else "期限已移送"
    return "逾期完成" if late else "按期完成"


def _changes(clock: Clock, name: str) -> Iterator[TimelineEntry]:
    for change in clock.changes.all():
        if change.decided_on and change.approved_by:
            verdict = "批准" if change.approved else "未批准"
            label = f"{verdict}{change.get_kind_display()}：{name}（{change.get_reason_key_display()}）"
            yield TimelineEntry(change.decided_on, label, change.approved_by.name)


def _answers(report: Report) -> Iterator[TimelineEntry]:
    for feedback in report.feedbacks.select_related("given_by", "ruling__ruled_by").order_by(
        "given_on", "pk"
    ):
        told = f"反馈结果（{feedback.get_way_display()}）"
        yield TimelineEntry(feedback.given_on, told, feedback.given_by.name, "reception.give_feedback")
        if feedback.viewed_on and feedback.view != ReporterView.AWAITED:
            view = f"举报人意见：{feedback.get_view_display()}"
            yield TimelineEntry(feedback.viewed_on, view, act="reception.record_view")
        if ruled := feedback.ruled:
            yield TimelineEntry(ruled.ruled_on, f"审查异议：{ruled}", ruled.ruled_by.name, RULE)
    for rating in report.ratings.order_by("rated_on", "pk"):
        yield TimelineEntry(rating.rated_on, f"举报人评价：{rating}", act="reception.rate_handling")
