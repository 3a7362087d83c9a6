"""What a paper says of a report, in words: from the record and from the law, never typed by hand."""

from collections.abc import Mapping
from datetime import date

from yixian.reception.enums import ChangeReason, DeclineReason
from yixian.reception.hotline import hotline_of
from yixian.reception.models import Clock, ClockChange, Report
from yixian.reception.papers.engine import Value, say
from yixian.regulations import accusation_rules
from yixian.regulations.articles import Ruling
from yixian.regulations.duties import Event, clocks_started_by
from yixian.regulations.terms import term
from yixian.roster.queries import organ_of

WHY_DECLINED: Mapping[str, Ruling] = {
    DeclineReason.LITIGATION: accusation_rules.may_accept_for_litigation_or_arbitration(),
    DeclineReason.OTHER_ORGAN: accusation_rules.may_accept_other_organs_matter(),
    DeclineReason.NO_SUBSTANCE: accusation_rules.may_accept_without_substance(),
}


def of_office(organ_id: int) -> dict[str, Value]:
    """The organ and how it is reached, as it tells the public."""
    organ, hotline = organ_of(organ_id), hotline_of(organ_id)
    return {
        "机关名称": organ.name,
        "联系电话": hotline.phone,
        "接访时间": hotline.hours,
        "接访地址": organ.address,
        "举报网址": organ.window_url,
    }


def common(report: Report) -> dict[str, Value]:
    """What every paper about this report may say."""
    return {
        **of_office(report.organ_id),
        "来件编号": report.number or "",
        "收到日期": report.received_on,
        "登记日期": report.registered_on or "",
        "来件渠道": report.get_channel_display(),
        "首办责任人": handler_of(report),
        "保密依据": accusation_rules.SECRECY.cite(),
    }


def handler_of(report: Report) -> str:
    """Who owns the report now."""
    now = report.handlings.select_related("staff").filter(until_on__isnull=True, accepted_on__isnull=False)
    owner = now.first()
    return owner.staff.name if owner else ""


def about_acceptance(report: Report) -> dict[str, Value]:
    return {
        "受理告知依据": accusation_rules.ACCEPTANCE_NOTICE_ARTICLE.cite(),
        "反馈期限": accusation_rules.RESULT_FEEDBACK_TERM.sentence(),
        "办理期限": closing_sentence(report),
    }


def closing_sentence(report: Report) -> str:
    """By when it should be closed, and by which rule; empty when no such clock runs."""
    keys = clocks_started_by(Event.ACCUSATION_ACCEPTED, real_name=True)
    clock = report.clocks.filter(term_key__in=keys, met_on__isnull=True).order_by("due_on").first()
    return f"办理期限至{until(clock)}届满，即{term(clock.term_key).sentence()}。" if clock else ""


def until(clock: Clock) -> str:
    """The last day in words, and whether it still waits for a year's notice."""
    return day_of(clock.due_on, clock.provisional)


def day_of(day: date, provisional: bool) -> str:
    return f"{say(day)}{'（暂定，待当年放假安排公布后确定）' if provisional else ''}"


def about_decline(report: Report, way_out: str) -> dict[str, Value]:
    ruling = WHY_DECLINED[report.decline_reason]
    return {"原因": ruling.says, "不予受理依据": ruling.article.cite(), "解决途径": way_out}


def about_change(change: ClockChange) -> dict[str, Value]:
    changed = term(change.clock.term_key)
    return {
        "期限名称": changed.name,
        "原期限": change.old_due or "",
        "延长至": change.new_due or "",
        "原因": ChangeReason(change.reason_key).label,
        "延期依据": changed.source.cite(),
    }


def about_feedback(result: str) -> dict[str, Value]:
    return {"反馈依据": accusation_rules.RESULT_FEEDBACK_ARTICLE.cite(), "处理结果": result}


def about_promise(due: str, term_key: str, office_words: str, reporter_words: str) -> dict[str, Value]:
    return {
        "办结期限": due,
        "承诺期限依据": term(term_key).sentence(),
        "反馈期限": accusation_rules.RESULT_FEEDBACK_TERM.sentence(),
        "本机关另行承诺": _further(office_words),
        "举报人另行承诺": _further(reporter_words),
    }


def _further(words: str) -> str:
    return f"\n另行约定：{words.strip()}" if words.strip() else ""
