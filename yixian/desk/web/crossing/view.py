"""/desk/crossings: one cross-handling with its reasons, and how the work of a year was shared out."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.assessment.enums import CrossingState
from yixian.assessment.queries import crossing_loads, township_loads
from yixian.desk.crossing_case import CrossingCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.crossing import answering, lending
from yixian.desk.web.crossing.base import CrossingForm, crossing_or_404
from yixian.desk.web.frame import officer_of
from yixian.protection.web.door import permit
from yixian.reception.queries import one_report
from yixian.toolkit.pieces import Act, Event, Fact
from yixian.toolkit.today import today
from yixian.toolkit.wording import cn_date

FORMS: tuple[type[CrossingForm], ...] = (*lending.ACTS, *answering.ACTS)
ACTS: tuple[type[ActForm[CrossingCase]], ...] = FORMS
TONES = {
    CrossingState.PROPOSED: "waiting",
    CrossingState.OFFERED: "waiting",
    CrossingState.ACCEPTED: "active",
    CrossingState.UNDER_WAY: "active",
    CrossingState.RETURNED: "active",
    CrossingState.REFUSED: "stopped",
    CrossingState.ENDED: "final",
}


@permit("assessment.read_crossing", reads_only=True)
def crossing(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The county sees the reasons and the runner-up, the other side who is reported; both where it stands."""
    case = crossing_or_404(officer_of(request), uid)
    context = {
        "case": case,
        "crossing": case.crossing,
        "tone": TONES[CrossingState(case.crossing.state)],
        "facts": facts_of(case),
        "reasons": case.texts.get("reasons", "").splitlines(),
        "events": events_of(case),
        "acts": acts_of(case),
    }
    return render(request, "desk/crossing/crossing.html", context)


def acts_of(case: CrossingCase) -> list[Act]:
    """Only those of the own side; the other side's are not even named as somebody else's."""
    own = [each for each in FORMS if each.of_lender == case.is_lender]
    acts = [each.as_act(case) for each in own if each.stands(case)]
    return sorted(acts, key=lambda act: act.kind != "primary")


def facts_of(case: CrossingCase) -> list[Fact]:
    found = case.crossing
    facts = [_report_fact(case), Fact("提请原因", found.get_ground_display()) if case.is_lender else None]
    return [
        *(each for each in facts if each),
        Fact("难度", f"{found.difficulty}（1 到 5）"),
        Fact("需要的专长", "、".join(found.skill_labels) or "没有特别要求"),
        Fact("承办乡镇（街道）", found.lead.organ.name),
        Fact("主办人", _with_clearance(found.lead.name, found.lead_cleared_on)),
        Fact("协办人", _with_clearance(found.second.name, found.second_cleared_on)),
    ]


def _with_clearance(name: str, on: date | None) -> str:
    return f"{name}（{cn_date(on)}确认无回避情形）" if on else name


def _report_fact(case: CrossingCase) -> Fact | None:
    """The own row of either side, where this officer may open it."""
    found = case.crossing
    report_id = found.report_id if case.is_lender else found.copy_id
    own = one_report(case.officer, report_id) if report_id else None
    if own is None:
        return None
    return Fact("来件", str(own), href=reverse("desk:dossier", args=[own.pk]), change="打开卷宗")


def events_of(case: CrossingCase) -> list[Event]:
    """What happened, newest first; before it was offered the other side had no part in it."""
    found = case.crossing
    by = found.proposed_by.name if case.is_lender else ""
    answered = "退回" if found.refused_for else "接受"
    told = [
        (found.proposed_on, "提出人选", by),
        (found.offered_on, f"商请{found.lead.organ.name}", ""),
        (found.answered_on, f"对方{answered}", found.answered_by.name if found.answered_by else ""),
        (found.handed_on, "送交主办人", ""),
        (found.returned_on, "报来结果", found.lead.name),
        (found.ended_on, "结束，收回密钥", ""),
    ]
    return [Event(on, title, who) for on, title, who in reversed(told) if on]


@permit("assessment.see_crossing_load", reads_only=True)
def loads(request: HttpRequest) -> HttpResponse:
    """Counts of the year by township and by handler: no report, and nobody reported, is named."""
    officer, this_year = officer_of(request), today().year
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and 2000 <= int(asked) <= this_year else this_year
    lines = crossing_loads(officer, year)
    points = [each.points for each in lines]
    context = {
        "year": year,
        "years": range(this_year, this_year - 5, -1),
        "lines": sorted(lines, key=lambda each: (each.township, -each.points, each.name)),
        "townships": township_loads(lines),
        "most": max(points, default=0),
        "least": min(points, default=0),
        "handled": sum(each.leads for each in lines),
    }
    return render(request, "desk/crossing/loads.html", context)
