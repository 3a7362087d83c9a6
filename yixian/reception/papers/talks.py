"""What the records of a visit and of a talk say: what was told, how it was read back, how the person stood by it.

Who came or was met is sealed and is never here: "来访人", and whether a name was left.
"""

from collections.abc import Iterator, Mapping

from yixian.reception.enums import Section, SignedAs
from yixian.reception.hotline import section_order
from yixian.reception.models import Appointment, DutyShift, Interview, Report, Visit
from yixian.reception.papers.engine import Value, say
from yixian.reception.papers.records import BLANK, NONE, signing_of
from yixian.reception.papers.words import common
from yixian.reception.spoken import InterviewWords, OpenedInterview

UNSAID = "——"
"""Where a section is empty: drawn through, so that nothing is written in after the signature."""
READ_BACK_BOXES = "□已宣读　□本人已阅看　□没有更正　□更正："
SIGNED_BOXES = "□签名　□捺印　□不签名，原因："
UNKNOWN_SIGNS_NOTHING = "匿名，不签名。"
WITHOUT_SIGNATURE = {
    SignedAs.PEN: "（已在屏幕上签名）",
    SignedAs.PAPER: "（签名见原件）",
    SignedAs.THUMB: "（捺印见原件）",
    SignedAs.DECLINED: "（不签名）",
    SignedAs.ANONYMOUS: "（匿名，不签名）",
}
ON_THE_SCREEN = "，签名随身份另行封存"


def about_visit(report: Report, opened: OpenedInterview | None, told: str) -> dict[str, Value]:
    """From the visit and its record; ``told`` stands where nobody has written a record."""
    visit = Visit.objects.select_related("received_by").get(report=report)
    if opened is None:
        what, wish, written_by = told, BLANK, report.registered_by
    else:
        what, wish = _sections(report, opened.words, without=(Section.WISH,)), _wish(opened.words)
        written_by = opened.interview.written_by
    return {
        **common(report),
        "来访日期": report.received_on,
        "接访地点": _room(report, visit),
        "接访人": visit.received_by.name,
        "记录人": written_by.name if written_by else BLANK,
        "来访人": signing_of(report),
        "来访人数": f"{report.people_count}人" + _companions(visit),
        "代表人数": f"{report.representatives}人",
        "沟通协助": visit.get_language_help_display(),
        "反映事项": what,
        "诉求": wish,
        **_stood_by(report, opened, "来访人"),
    }


def about_interview(opened: OpenedInterview) -> dict[str, Value]:
    """One record, or one supplement, of a visit or a call."""
    interview, report = opened.interview, opened.interview.report
    visit = Visit.objects.select_related("received_by").filter(report=report).first()
    who = "来访人" if visit else "来电人"
    heard_by = visit.received_by if visit else report.registered_by
    names = [heard_by.name if heard_by else "", interview.written_by.name]
    return {
        **common(report),
        "笔录名称": interview.label,
        "谈话日期": interview.written_on,
        "谈话地点": _room(report, visit) if visit else report.get_channel_display(),
        "谈话人": _together(names),
        "记录人": interview.written_by.name,
        "谈话事由": f"听取{who}{'补充' if interview.position > 1 else ''}反映情况",
        "被谈话人": f"{who}，{signing_of(report)}",
        "谈话内容": _sections(report, opened.words),
        **_stood_by(report, opened, who),
    }


def about_appointment(appointment: Appointment, words: Mapping[str, str]) -> dict[str, Value]:
    """A meeting that was agreed; it is read back and signed by hand."""
    report = appointment.report
    names = [each.name for each in (appointment.host, appointment.recorded_by) if each]
    said = words["notes"] + (f"\n商定的办法：{words['agreed']}" if words.get("agreed") else "")
    return {
        **common(report),
        "笔录名称": "约访见面记录",
        "谈话日期": appointment.held_on or BLANK,
        "谈话地点": place_offered(words["text"]),
        "谈话人": _together(names),
        "记录人": appointment.recorded_by.name if appointment.recorded_by else BLANK,
        "谈话事由": "约访",
        "被谈话人": f"反映人，{signing_of(report)}",
        "谈话内容": said,
        **_stood_by(report, None, "反映人"),
    }


def place_offered(text: str) -> str:
    """The place as the invitation named it, on its first line."""
    return text.partition("\n")[0].removeprefix("地点：")


def _room(report: Report, visit: Visit) -> str:
    """Where the one who received was on duty that day; nothing where that is not one place."""
    turns = DutyShift.objects.filter(
        organ_id=report.organ_id,
        staff_id=visit.received_by_id,
        on=report.received_on,
        cancelled_on__isnull=True,
    )
    places = set(turns.order_by().values_list("place", flat=True))
    return places.pop() if len(places) == 1 else BLANK


def _companions(visit: Visit) -> str:
    return f"，另有陪同{visit.companions}人" if visit.companions else ""


def _together(names: list[str]) -> str:
    return "、".join(dict.fromkeys(each for each in names if each))


def _wish(words: InterviewWords) -> str:
    return words.sections.get(Section.WISH, "").strip() or NONE


def _sections(report: Report, words: InterviewWords, without: tuple[Section, ...] = ()) -> str:
    """In the office's own order; what nobody spoke of is named at the end and drawn through."""
    return "\n".join(_lines(report, words, without))


def _lines(report: Report, words: InterviewWords, without: tuple[Section, ...]) -> Iterator[str]:
    said = {each: words.sections.get(each, "").strip() for each in section_order(report.organ_id)}
    asked = {section: text for section, text in said.items() if section not in without}
    yield from (f"{section.label}：{text}" for section, text in asked.items() if text)
    if unsaid := "、".join(section.label for section, text in asked.items() if not text):
        yield f"{unsaid}：{UNSAID}"
    if words.talk.strip():
        yield from ("问答：", words.talk.strip())


def _stood_by(report: Report, opened: OpenedInterview | None, who: str) -> dict[str, Value]:
    """How it was read back and signed; boxes and room for the hand where neither has happened."""
    interview = opened.interview if opened else None
    read_back = _read_back(interview, opened.corrections) if opened and interview else ""
    signed = _signed(interview, opened.reason) if opened and interview else ""
    unknown = report.identity is None
    return {
        "宣读确认": read_back or READ_BACK_BOXES,
        "签名方式": signed or (UNKNOWN_SIGNS_NOTHING if unknown else SIGNED_BOXES),
        "签名栏": _room_to_sign(interview, who, unknown=unknown),
    }


def _read_back(interview: Interview, corrections: str) -> str:
    if interview.read_back_on is None:
        return ""
    mended = f"更正：{corrections.strip()}" if corrections.strip() else "没有更正。"
    return f"{say(interview.read_back_on)}{interview.get_read_back_display()}，{mended}"


def _signed(interview: Interview, reason: str) -> str:
    if interview.signed_on is None:
        return ""
    as_ = SignedAs(interview.signed_as)
    if as_ == SignedAs.DECLINED:
        return f"{say(interview.signed_on)}本人不签名，原因：{reason.strip()}"
    if as_ == SignedAs.ANONYMOUS:
        return UNKNOWN_SIGNS_NOTHING
    return f"{say(interview.signed_on)}{as_.label}{ON_THE_SCREEN if as_ == SignedAs.PEN else ''}。"


def _room_to_sign(interview: Interview | None, who: str, *, unknown: bool) -> str:
    if interview is not None and interview.is_final:
        return f"{who}：{WITHOUT_SIGNATURE[SignedAs(interview.signed_as)]}"
    if unknown:
        return f"{who}：{WITHOUT_SIGNATURE[SignedAs.ANONYMOUS]}"
    return f"以上记录和我说的相符。\n{who}（逐页签名、捺印）："
