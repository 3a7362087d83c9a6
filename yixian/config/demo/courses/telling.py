"""What passes between the office and who reported: notices, letters both ways, the result, the rating."""

from datetime import date

from yixian.config.demo.courses.work import Taken, Work
from yixian.config.demo.schedule import Steps, after
from yixian.protection.actions import present_code
from yixian.protection.officer import Officer
from yixian.reception.actions import (
    RatingFacts,
    answer_question,
    give_feedback,
    issue_notice,
    open_mailbox,
    rate_handling,
    record_view,
    rule_on_objection,
    write_to_reporter,
)
from yixian.reception.enums import FeedbackWay, MessageKind, NoticeKind, Rating, ReporterView, Signing

RATINGS = (
    (Rating.SATISFIED, Rating.SATISFIED, "答复清楚，讲了依据，我没有意见。"),
    (Rating.SATISFIED, Rating.SATISFIED, ""),
    (Rating.FAIRLY, Rating.SATISFIED, "接待的同志耐心，就是等得久了一点。"),
    (Rating.FAIRLY, Rating.FAIRLY, ""),
    (Rating.DISSATISFIED, Rating.SATISFIED, "接访热情，但钱还没有全部退到我们手里。"),
)

NOT_UPHELD = "您认为处理偏轻。我们重新看了定性和处理的依据，处理在规定的幅度以内，维持原来的结果。"


def owner(work: Work, taken: Taken) -> Officer:
    """Whoever has the report in hand now."""
    ids = taken.report.handler_ids()
    everyone = ("jiefang1", "jiefang2", "chengban1", "chengban2", "chengban3")
    return next((work.cast[name] for name in everyone if work.cast.staff_id(name) in ids), work.chief)


def notify_acceptance(work: Work, taken: Taken, on: date) -> None:
    """Only a real-name reporter is told in writing, and a repeat is not told again."""
    taken.report.refresh_from_db()
    if taken.telling.signing is Signing.REAL_NAME and taken.report.repeat_of_id is None:
        issue_notice(by=owner(work, taken), report=taken.report, kind=NoticeKind.ACCEPTANCE, on=on)


def converse(work: Work, taken: Taken, day: date) -> Steps:
    """A question of the office and the reporter's answer, where the story has them."""
    words = work.script.words
    if "question" in words:
        day = yield after(day, 5)
        text = words["question"]
        write_to_reporter(
            by=owner(work, taken), report=taken.report, text=text, on=day, kind=MessageKind.QUESTION
        )
    if "reply" in words:
        day = yield after(day, 3)
        reporter = present_code(taken.code)
        open_mailbox(by=reporter, on=day)
        answer_question(by=reporter, number=1, text=words["reply"], on=day)
    return day


def feed_back(work: Work, taken: Taken, text: str, day: date) -> Steps:
    """Tell the result; the reporter reads it by code and may rate it, or says what they think of it."""
    tell_result(work, taken, text, day)
    if work.script.words.get("silent"):
        return day
    day = yield after(day, 3 + work.number % 4)
    rate(work, taken, day)
    return day


def tell_result(work: Work, taken: Taken, text: str, on: date) -> None:
    taken.report.refresh_from_db()
    real = taken.telling.signing is Signing.REAL_NAME
    way = FeedbackWay.FACE_TO_FACE if real and work.number % 2 else FeedbackWay.MAILBOX
    by = owner(work, taken)
    feedback = give_feedback(by=by, report=taken.report, way=way, text=text, on=on)
    if way is FeedbackWay.FACE_TO_FACE:
        objects = work.number % 3 == 0
        view = ReporterView.OBJECTION if objects else ReporterView.NO_OBJECTION
        note = "认为处理偏轻，已当面说明定性和处理的依据。" if objects else ""
        record_view(by=by, feedback=feedback, view=view, note=note, on=on)
        if objects:
            rule_on_objection(by=work.chief, feedback=feedback, upheld=False, reason=NOT_UPHELD, on=on)


def rate(work: Work, taken: Taken, on: date) -> None:
    """By the code; of a report that the county passed down, the county holds the receipt."""
    if not taken.code:
        return
    reporter = present_code(taken.code)
    open_mailbox(by=reporter, on=on)
    unit, reception, reason = RATINGS[(work.number + len(work.taken)) % len(RATINGS)]
    rate_handling(by=reporter, rating=RatingFacts(unit=unit, reception=reception, reason=reason), on=on)
