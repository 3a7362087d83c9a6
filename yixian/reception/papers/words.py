"""What a paper says of a report, in words: from the record and from the law, never typed by hand."""

from collections.abc import Mapping

from yixian.reception.enums import ChangeReason, DeclineReason
from yixian.reception.models import Clock, ClockChange, Report
from yixian.regulations import accusation_rules
from yixian.regulations.articles import Ruling
from yixian.regulations.duties import Event, clocks_started_by
from yixian.regulations.terms import term

WHY_DECLINED: Mapping[str, Ruling] = {
    DeclineReason.LITIGATION: accusation_rules.may_accept_for_litigation_or_arbitration(),
    DeclineReason.OTHER_ORGAN: accusation_rules.may_accept_other_organs_matter(),
    DeclineReason.NO_SUBSTANCE: accusation_rules.may_accept_without_substance(),
}


def common(report: Report) -> dict[str, object]:
    """What every paper about this report may say."""
    return {
        "organ": report.organ.name,
        "number": report.number,
        "received_on": report.received_on,
        "registered_on": report.registered_on,
        "channel": report.get_channel_display(),
        "handler": handler_of(report),
        "acceptance_article": accusation_rules.ACCEPTANCE_NOTICE_ARTICLE.cite(),
        "feedback_article": accusation_rules.RESULT_FEEDBACK_ARTICLE.cite(),
        "secrecy_article": accusation_rules.SECRECY.cite(),
        "feedback_sentence": accusation_rules.RESULT_FEEDBACK_TERM.sentence(),
    }


def handler_of(report: Report) -> str:
    """Who owns the report now."""
    now = report.handlings.select_related("staff").filter(until_on__isnull=True, accepted_on__isnull=False)
    return now.get().staff.name


def closing_sentence(report: Report) -> str:
    """By when it should be closed, and by which rule; empty when no such clock runs."""
    keys = clocks_started_by(Event.ACCUSATION_ACCEPTED, real_name=True)
    clock = report.clocks.filter(term_key__in=keys, met_on__isnull=True).order_by("due_on").first()
    return f"办理期限至{until(clock)}届满，即{term(clock.term_key).sentence()}。" if clock else ""


def until(clock: Clock) -> str:
    """The last day in words, and whether it still waits for a year's notice."""
    day = clock.due_on
    doubt = "（暂定，待当年放假安排公布后确定）" if clock.provisional else ""
    return f"{day.year}年{day.month}月{day.day}日{doubt}"


def about_decline(report: Report, way_out: str) -> dict[str, object]:
    ruling = WHY_DECLINED[report.decline_reason]
    return {"reason": ruling.says, "decline_article": ruling.article.cite(), "way_out": way_out}


def about_change(change: ClockChange) -> dict[str, object]:
    changed = term(change.clock.term_key)
    return {
        "term_name": changed.name,
        "old_due": change.old_due,
        "new_due": change.new_due,
        "reason": ChangeReason(change.reason_key).label,
        "extension_article": changed.source.cite(),
    }
