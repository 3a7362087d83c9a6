"""What goes out and what is kept in time: answers, promises, notices, papers, templates, clocks, recusals by code."""

import io
from datetime import timedelta
from functools import cache

import docx

from tests.walk.acts import (
    TODAY,
    act,
    any_of,
    by_code,
    chiefs,
    holder_of,
    made,
    maker,
    mostly,
    one,
    owners,
    people,
    who,
)
from tests.walk.reception_doors import ACCEPTED, REGISTERED, report_of
from yixian.protection.enums import RecusalGround
from yixian.reception import actions as do
from yixian.reception.enums import (
    ChangeReason,
    FeedbackWay,
    NoticeKind,
    PaperKind,
    Rating,
    ReporterView,
    ReportState,
)
from yixian.reception.models import (
    Appointment,
    BoxOpening,
    Clock,
    ClockChange,
    Envelope,
    Feedback,
    Interview,
    Notice,
    Promise,
    RecusalRequest,
    Report,
)
from yixian.reception.papers.shipped import shipped_template
from yixian.roster.enums import Role

KEEPERS = people(Role.CHIEF, Role.ADMIN)
KNOWN = ("来件类别", "问题性质", "主要问题", "次要问题", "转办情况", "处理结果", "挽回损失")
"""What later houses know of a report, and put on its sheet."""
SUMMARY = do.SheetWords(
    summary="金丝雀正文：反映名单没有公示。",
    proposal="金丝雀正文：拟受理。",
    known=dict.fromkeys(KNOWN, "无"),
)


@cache
def worded(kind: PaperKind) -> bytes:
    """The shipped template with a sentence of the office's own."""
    document = docx.Document(io.BytesIO(shipped_template(kind)))
    document.add_paragraph("本机关接访日为每周三。")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


GROW = ("ordinary_closing", "promise")
"""Terms that grow to a day that is asked for."""
LATER = maker(lambda world, given: given["clock"].due_on + timedelta(days=20))
TEMPLATE = maker(lambda world, given: worded(given["kind"]))
A_PAPER = any_of([PaperKind.ACCEPTANCE, PaperKind.DECLINE])
ANY_NOTICE = mostly(NoticeKind.ACCEPTANCE, NoticeKind)

ACTS = [
    act(do.give_feedback, report=one(Report, state=ACCEPTED), by=owners, way=any_of(FeedbackWay),
        text="金丝雀正文：名单已补登公示。", on=TODAY),
    act(do.record_view, feedback=one(Feedback, view__in=("awaited", "objected")), by=owners,
        view=mostly(ReporterView.NEW_EVIDENCE, ReporterView),
        note=mostly("金丝雀正文：还有补充", [""]), on=TODAY),
    act(do.give_view, by=holder_of(feedbacks__view="awaited"), view=any_of(ReporterView),
        text="金丝雀正文：我有新的证据。", on=TODAY,
        about=report_of),
    act(do.rate_handling, by=holder_of(feedbacks__isnull=False), on=TODAY, about=report_of,
        rating=made(do.RatingFacts, unit=any_of(Rating), reception=any_of(Rating), reason="金丝雀正文：很快")),
    act(do.ask_recusal_by_code, by=by_code, handler=any_of([True, False]), ground=any_of(RecusalGround),
        text="金丝雀正文：他们是亲戚。", on=TODAY, about=report_of),
    act(do.settle_recusal_request, request=one(RecusalRequest, settled_on=None), by=chiefs, on=TODAY),
    act(do.make_promise, report=one(Report, state__in=(REGISTERED, ACCEPTED), promise=None), by=owners, on=TODAY),
    act(do.sign_promise, promise=one(Promise, signed_on=None), by=owners, signed_on=TODAY, on=TODAY),
    act(do.preview_promise, report=one(Report, state=ACCEPTED), by=owners, on=TODAY),
    act(do.issue_notice, report=one(Report, state__in=(ACCEPTED, ReportState.DECLINED)), by=owners, kind=ANY_NOTICE,
        on=TODAY),
    act(do.preview_notice, report=one(Report, state__in=(ACCEPTED, ReportState.DECLINED)), by=owners,
        kind=ANY_NOTICE, on=TODAY),
    act(do.print_notice, notice=one(Notice), by=owners),
    act(do.print_receipt, report=one(Report, receipt__isnull=False), by=owners, on=TODAY,
        window="https://12388.example",
        code=maker(lambda world, given: world.dice.choice(world.codes or ["0"]))),
    act(do.print_register, report=one(Report), by=owners, words=SUMMARY, on=TODAY),
    act(do.print_approval, report=one(Report), by=owners, words=SUMMARY, on=TODAY),
    act(do.print_feedback_record, feedback=one(Feedback), by=owners, on=TODAY),
    act(do.print_visit, report=one(Report, channel="visit"), by=owners, on=TODAY,
        words=do.VisitWords(told="金丝雀正文：名单没有公示。", reply="已经登记。")),
    act(do.print_interview, talk=any_of([one(Interview), one(Appointment, state="held")]), by=owners, on=TODAY),
    act(do.print_box_record, opening=one(BoxOpening, confirmed_on__isnull=False), by=who("opening.first_opener_id"),
        on=TODAY),
    act(do.print_envelope_slip, envelope=one(Envelope, sent_on__isnull=False), by=who("envelope.noted_by_id"),
        on=TODAY),
    act(do.print_posters, by=people(Role.CLERK, Role.CHIEF, Role.ADMIN), size=any_of(do.PosterSize)),
    act(do.check_paper_template, by=KEEPERS, kind=A_PAPER, content=TEMPLATE),
    act(do.preview_paper_template, by=KEEPERS, kind=A_PAPER, content=TEMPLATE),
    act(do.take_paper_template, by=KEEPERS, kind=A_PAPER, content=TEMPLATE, on=TODAY),
    act(do.return_to_paper_template, by=KEEPERS, kind=A_PAPER, version=any_of([None, 1]), on=TODAY),
    act(do.ask_extension, clock=one(Clock, met_on=None, suspended_on=None, term_key__in=GROW), by=owners,
        reason=any_of(ChangeReason), on=TODAY, until=any_of([None, LATER, LATER]), note="金丝雀正文：情况复杂"),
    act(do.ask_suspension, clock=one(Clock, met_on=None, suspended_on=None, report__isnull=False), by=owners,
        reason=any_of(ChangeReason), on=TODAY, note="金丝雀正文：等待鉴定"),
    act(do.decide_clock_change, change=one(ClockChange, decided_on=None), by=chiefs, approved=any_of([True,
        True, False]),
        on=TODAY, why_not="金丝雀正文：理由不足"),
    act(do.resume_clock, clock=one(Clock, met_on=None, suspended_on__isnull=False), by=owners,
        reason=any_of(ChangeReason), on=TODAY),
    act(do.settle_clocks, by=KEEPERS, year=any_of([2026, 2027])),
]  # fmt: skip
