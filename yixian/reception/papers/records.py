"""What the sheets of the file say: of a report, of a feedback, of a box opening, of an envelope."""

from yixian.reception import clockwork
from yixian.reception.enums import Channel, ReporterView, Signing
from yixian.reception.models import BoxOpening, Envelope, Feedback, LetterCover, Report
from yixian.reception.opening import ReportContent
from yixian.reception.papers.engine import Value, say
from yixian.reception.papers.words import common, day_of, of_office, until
from yixian.regulations import accusation_rules
from yixian.regulations.terms import term

NONE, BLANK = "无", ""
SIGNED = {
    Signing.REAL_NAME: "实名，身份另行封存",
    Signing.UNVERIFIED: "署名待核实，身份另行封存",
    Signing.ANONYMOUS: "匿名，未留身份信息",
}


def signing_of(report: Report) -> str:
    """Whether a name was left, and never which."""
    return SIGNED[Signing(report.signing)]


def about_register(content: ReportContent) -> dict[str, Value]:
    """From the report's row and its opened account. Who reported is not opened, and is not here."""
    report, account = content.report, content.account
    place = "，".join(
        part for part in (str(report.village) if report.village_id else "", account.place) if part
    )
    return {
        **common(report),
        "来件来源": report.get_source_display(),
        "初重件": f"重复件（初次来件{report.repeat_of}）" if report.repeat_of_id else "初次来件",
        "签收日期": _signed_for(report),
        "来件人数": _people(report),
        "联名": "是" if report.people_count > 1 else "否",
        "紧急程度": "紧急" if report.urgent else "一般",
        "署名情况": signing_of(report),
        "涉及地点": place or "不涉及具体地点",
        "诉求": account.wish or NONE,
        "登记人": report.registered_by.name if report.registered_by else BLANK,
        "办理状态": report.get_state_display(),
        "期限情况": _clocks(report),
    }


def _signed_for(report: Report) -> Value:
    """On which day the office signed for a letter that was delivered so."""
    cover = LetterCover.objects.filter(report=report).first()
    return cover.signed_for_on or BLANK if cover else BLANK


def _people(report: Report) -> str:
    heard = f"，代表{report.representatives}人" if report.channel == Channel.VISIT.value else ""
    return f"{report.people_count}人{heard}"


def _clocks(report: Report) -> str:
    running = report.clocks.filter(met_on__isnull=True).order_by("due_on", "pk")
    return "；".join(f"{term(each.term_key).name}：{until(each)}" for each in running) or "没有正在计算的期限"


def about_feedback_record(feedback: Feedback, told: str, note: str) -> dict[str, Value]:
    return {
        **common(feedback.report),
        "反馈依据": accusation_rules.RESULT_FEEDBACK_ARTICLE.cite(),
        "反馈日期": feedback.given_on,
        "反馈方式": feedback.get_way_display(),
        "反馈人": feedback.given_by.name,
        "反馈内容": told,
        "举报人意见": ReporterView(feedback.view).label,
        "意见和说明": note or NONE,
        "表示意见日期": feedback.viewed_on or BLANK,
    }


def _strips(opening: BoxOpening) -> str:
    """Openings of before 2026-11 have both numbers in one."""
    if not opening.strip_after:
        return opening.seal_numbers
    found = f"开箱前{opening.seal_numbers}（{opening.get_strip_state_display()}）"
    return f"{found}，开箱后{opening.strip_after}"


def about_box(opening: BoxOpening) -> dict[str, Value]:
    numbers = opening.reports.exclude(number=None).order_by("number").values_list("number", flat=True)
    return {
        **of_office(opening.organ_id),
        "记录编号": opening.number or BLANK,
        "举报箱": str(opening.village),
        "开箱日期": opening.opened_on,
        "开箱人": opening.first_opener.name,
        "见证人": opening.second_opener.name,
        "箱内件数": "\n".join([f"{opening.items}件", *map(str, opening.listed.order_by("position"))]),
        "封条号": _strips(opening),
        "确认日期": opening.confirmed_on or "尚未确认",
        "登记编号": "、".join(each for each in numbers if each) or "尚未登记",
    }


def about_envelope(envelope: Envelope) -> dict[str, Value]:
    term_key = accusation_rules.SUPERIORS_REPORT_TERM.key
    counted = clockwork.due_date(term_key, envelope.received_on)
    return {
        **of_office(envelope.organ_id),
        "文号": envelope.number or BLANK,
        "收到日期": envelope.received_on,
        "来件渠道": envelope.get_channel_display(),
        "报送机构": str(envelope.sent_to) if envelope.sent_to else "上级机关",
        "报送日期": say(envelope.sent_on) if envelope.sent_on else BLANK,
        "报送人": envelope.sent_by.name if envelope.sent_by else BLANK,
        "登记人": envelope.noted_by.name,
        "报送期限": day_of(counted.on, counted.provisional),
        "报送依据": accusation_rules.SUPERIORS_REPORT.cite(),
    }
