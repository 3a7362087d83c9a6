"""The left column: what the report is, who is reported, which terms run. Who reported stays sealed."""

from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.queries import SENT_ON, state_label
from yixian.desk.case import Case
from yixian.desk.due import shown_clock
from yixian.desk.web.acts.answering import RequestIdentity
from yixian.desk.web.acts.clocks import AskExtension, AskSuspension, DecideChange, Resume
from yixian.desk.web.acts.papers import Promise
from yixian.desk.web.acts.reported import IdentifyReported
from yixian.protection.actions import open_seals
from yixian.protection.queries import may
from yixian.reception.enums import LanguageHelp, Signing
from yixian.reception.queries import promise_state
from yixian.reception.queries.promised import FIRST_COME
from yixian.regulations.jurisdiction import JurisdictionKind
from yixian.regulations.terms import term
from yixian.roster.queries import working_calendar
from yixian.toolkit.pieces import Clock as ShownClock
from yixian.toolkit.pieces import Fact
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.assessment.models import Matter
    from yixian.reception.models import Clock, ClockChange


def basic_facts(case: Case) -> list[Fact]:
    report = case.report
    facts = [
        Fact("来件编号", report.number),
        Fact("收到", cn_date(report.received_on)),
        Fact("渠道", f"{report.get_channel_display()} · {report.get_source_display()}"),
        Fact("署名", report.get_signing_display()),
        reporter_fact(case),
        Fact("涉及", str(report.village) if report.village_id else "不涉及具体村（社区）"),
        Fact("人数", _people(case)),
        Fact("承办人", _owner(case)),
        Fact("首办责任人", report.first_handler.name if report.first_handler else ""),
    ]
    facts += visit_facts(case)
    if cover := cover_fact(case):
        facts.append(cover)
    if promised := promise_fact(case):
        facts.append(promised)
    if report.repeat_of_id:
        address = reverse("desk:dossier", args=[report.repeat_of_id])
        facts.append(Fact("初次来件", str(report.repeat_of), href=address, change="打开"))
    return facts


def visit_facts(case: Case) -> list[Fact]:
    """How many came along and by which help they were understood; never who."""
    visit = getattr(case.report, "visit", None)
    if visit is None:
        return []
    told = [f"{visit.companions} 人"] if visit.companions else []
    help_given = [visit.get_language_help_display()] if visit.language_help != LanguageHelp.NONE else []
    return [Fact("陪同", each) for each in told] + [Fact("语言帮助", each) for each in help_given]


def cover_fact(case: Case) -> Fact | None:
    """How a letter came. What leads to its sender is with the identity."""
    cover = getattr(case.report, "cover", None)
    if cover is None:
        return None
    days = [(cover.postmarked_on, "邮戳"), (cover.signed_for_on, "签收")]
    told = [cover.get_delivery_display(), *(f"{cn_date(day)}{what}" for day, what in days if day)]
    return Fact("送达", "，".join(told))


def promise_fact(case: Case) -> Fact | None:
    """Made, printed, signed; offered where a first letter or visit has none yet."""
    state = promise_state(case.report)
    if state is not None:
        signed = f"（{cn_date(state.promise.signed_on)}）" if state.promise.signed_on else ""
        return Fact("双方承诺书", f"{state.label}{signed}")
    if not Promise.stands(case) or case.report.channel not in FIRST_COME:
        return None
    href = Promise.address(case) if case.may(Promise.act) else ""
    return Fact("双方承诺书", "还没有签", href=href, change="签订" if href else "")


def reporter_fact(case: Case) -> Fact:
    """Never a name. A signed report has a way to ask; an anonymous one has nothing to ask for."""
    if case.report.identity is None:
        unsigned = Signing(case.report.signing) is Signing.ANONYMOUS
        return Fact("举报人", "匿名，未留身份信息" if unsigned else "")
    may_ask = case.may(RequestIdentity.act)
    return Fact("举报人", sealed=True, href=RequestIdentity.address(case) if may_ask else "")


def assessed_facts(case: Case) -> list[Fact]:
    """What was decided about it."""
    found, decided = case.classification, case.decisions
    facts = [Fact("类别", found.get_report_class_display() if found else "")]
    if found and found.main_issue:
        second = f"、{found.get_second_issue_display()}" if found.second_issue else ""
        facts.append(Fact("问题", f"{found.get_main_issue_display()}{second}"))
    if found and found.issue_kind:
        facts.append(Fact("性质", found.get_issue_kind_display()))
    if decided:
        facts.append(Fact("管辖", JurisdictionKind(decided[-1].decision).label))
    facts.append(Fact("事项", case.matter.number if case.matter else ""))
    if case.matter:
        facts.append(Fact("事项状态", _state_of(case, case.matter)))
    return facts


def _state_of(case: Case, matter: "Matter") -> str:
    """What this office took up as a clue before the reports left is still its own to end."""
    label = state_label(matter)
    if label == SENT_ON and any(clue.closed_on is None for clue in case.clues):
        return f"{label}，已登记的线索由本机关办到了结"
    return label


def people_facts(case: Case) -> list[Fact]:
    """Those reported, one line each, with the way to say who is meant."""
    identifies = (
        IdentifyReported.stands(case)
        and not case.is_put_away
        and bool(case.content.people)
        and case.may(IdentifyReported.act)
    )
    return [
        Fact(
            each.name,
            "　".join(part for part in (each.unit, each.post, each.category.label) if part),
            href=IdentifyReported.address(case, each.person_id) if identifies else "",
            change="核定" if identifies else "",
        )
        for each in case.content.people
    ]


def clock_lines(case: Case) -> list[tuple[ShownClock, list[tuple[str, str]], str]]:
    """Each clock that runs with what may be asked for it, and what is being asked or was not granted."""
    calendar = working_calendar()
    running = [clock for clock in case.clocks if clock.met_on is None]
    told = _refusals(case, running)
    return [
        (
            shown_clock(clock, case.on, calendar),
            list(_ways(case, clock)),
            _pending(clock) or told.get(clock.pk, ""),
        )
        for clock in running
    ]


def _refusals(case: Case, clocks: "list[Clock]") -> dict[int, str]:
    """Clock → who did not grant what was asked for it last, and why."""
    last = {clock.pk: changes[-1] for clock in clocks if (changes := list(clock.changes.all()))}
    refused = {key: change for key, change in last.items() if change.approved is False}
    seals = {key: change.refusal for key, change in refused.items() if change.refusal}
    reasons = open_seals(
        by=case.officer, seals=seals.values(), slot="text", subject=case.report.trail_subject
    )
    return {
        key: _refused(change, reasons.get(seals[key], "")) for key, change in refused.items() if key in seals
    }


def _refused(change: "ClockChange", reason: str) -> str:
    who = change.approved_by.name if change.approved_by else ""
    asked = f"{change.requested_by.name}申请的{change.get_kind_display()}"
    return f"{who}{cn_date(change.decided_on)}没有批准{asked}：{reason}"


def _ways(case: Case, clock: "Clock") -> list[tuple[str, str]]:
    """Links beside a clock: ask, resume, decide."""
    undecided = [each for each in clock.changes.all() if each.decided_on is None]
    if case.is_put_away:
        return []
    if undecided:
        decides = may(case.officer, DecideChange.act, case.report)
        mine = undecided[0].requested_by_id == case.officer.staff_id
        return (
            [] if mine or not decides else [(DecideChange.label, DecideChange.address(case, undecided[0].pk))]
        )
    grows = [AskExtension, AskSuspension] if term(clock.term_key).extension else []
    forms = [Resume] if clock.suspended_on else grows
    return [(form.label, form.address(case, clock.pk)) for form in forms if case.may(form.act)]


def _pending(clock: "Clock") -> str:
    asked = next((each for each in clock.changes.all() if each.decided_on is None), None)
    return f"{asked.requested_by.name}申请{asked.get_kind_display()}，待审批" if asked else ""


def _people(case: Case) -> str:
    heard = case.report.representatives
    return f"{case.report.people_count} 人" + (f"，代表 {heard} 人" if heard else "")


def _owner(case: Case) -> str:
    owner, asked = case.owner, case.asked
    return (owner.staff.name if owner else "") + (f"（待{asked.staff.name}接手）" if asked else "")
