"""/desk/clues: the ledger of clues, and the page of one."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.assessment.queries import hidden_matters
from yixian.desk.clue_case import ClueCase
from yixian.desk.follow_case import advice_of, clearings_of, referrals_of
from yixian.desk.inquiry_case import inquiries_of
from yixian.desk.web.clue import (
    clearing,
    concluding,
    county,
    disposing,
    following,
    inquiring,
    team,
    verifying,
)
from yixian.desk.web.clue.base import ClueForm, clue_case_or_404
from yixian.desk.web.clue.concluding import DecideOutcome
from yixian.desk.web.clue.of_row import with_links
from yixian.desk.web.frame import officer_of
from yixian.protection.actions import require
from yixian.protection.queries import why_not
from yixian.protection.web.door import permit
from yixian.resolution.enums import ClueState, Decision
from yixian.resolution.queries import clue_ledger, unfinished
from yixian.toolkit.pieces import Fact
from yixian.toolkit.wording import cn_date

ACTS: tuple[type[ClueForm], ...] = (
    *disposing.ACTS,
    *inquiring.ACTS,
    *verifying.ACTS,
    *county.ACTS,
    *team.ACTS,
    *concluding.ACTS,
    *following.ACTS,
    *clearing.ACTS,
)
ON_A_PAGE = 50


@permit("resolution.read_clue", reads_only=True)
def clue(request: HttpRequest, clue_id: UUID) -> HttpResponse:
    """What is to be found out, what was decided by whom, who verifies, and how it ended for each person."""
    case = clue_case_or_404(officer_of(request), clue_id)
    require(case.officer, "resolution.read_clue", case.clue)
    acts = [each.as_act(case) for each in ACTS if each.stands(case) and each.is_ready(case)]
    context = {
        "case": case,
        "clue": case.clue,
        "facts": facts_of(case),
        "disposals": [(each, case.text(each, "reason"), case.text(each, "note")) for each in case.disposals],
        "inquiries": with_links(case, inquiring.OF_INQUIRY, inquiries_of(case)),
        "opens_papers": case.may(inquiring.OpenInquiryPaper.act),
        "plan": case.text(case.clue.verification, "plan") if case.members else "",
        "changes": [(each, case.text(each, "reason")) for each in case.team_changes],
        "reports": [_of_report(case, each) for each in case.reports],
        "work_url": work_address(case),
        "unfinished": unfinished(case.clue) if case.clue.state == ClueState.VERIFYING else [],
        "outcomes": outcomes_of(case),
        **_following(case),
        "acts": sorted(acts, key=lambda act: act.kind != "primary"),
    }
    return render(request, "desk/clue/clue.html", context)


def _following(case: ClueCase) -> dict[str, Any]:
    """What followed from it, each with what this officer may do of it."""
    return {
        "advice": with_links(case, following.OF_ADVICE, advice_of(case)),
        "referrals": with_links(case, following.OF_REFERRAL, referrals_of(case)),
        "clearings": with_links(case, clearing.OF_CLEARING, clearings_of(case)),
    }


def _of_report(case: ClueCase, report: Any) -> tuple[Any, str, str, str]:
    content, note, left_open = (case.text(report, each) for each in ("content", "note", "left_open"))
    return report, content, note, left_open


def work_address(case: ClueCase) -> str:
    """The page of the verification's work, for whoever takes part in it."""
    takes_part = case.may("resolution.read_verification")
    return reverse("desk:work", args=[case.clue.pk]) if case.members and takes_part else ""


def facts_of(case: ClueCase) -> list[Fact]:
    found = case.clue
    return [
        Fact("线索编码", found.code),
        Fact(
            "事项",
            found.matter.number,
            href=reverse("desk:matter", args=[found.matter_id]) if case.meets_the_letters else "",
            change="打开卷宗",
        ),
        Fact("受理", cn_date(found.received_on)),
        Fact("状态", found.get_state_display()),
        *([Fact("了结", cn_date(found.closed_on))] if found.closed_on else []),
        *([_link("重新核实的是", found.renews)] if found.renews else []),
        *([_link("后来重新核实", found.renewed_by)] if hasattr(found, "renewed_by") else []),
    ]


def _link(label: str, other: Any) -> Fact:
    """The clue before or after this one, with how it ended there."""
    return Fact(label, other.code, href=reverse("desk:clue", args=[other.pk]), change="打开")


def outcomes_of(case: ClueCase) -> list[dict[str, Any]]:
    """One line a person: the outcome that stands, and where another person decides on it."""
    lines = []
    for person, name in case.people:
        outcome = next(
            (
                each
                for each in case.outcomes
                if each.person_id == person.pk and each.decision != Decision.RETURNED
            ),
            None,
        )
        pending = outcome is not None and outcome.decision == Decision.PENDING
        why_not = _why_not_decide(case, outcome) if pending else ""
        decides = DecideOutcome.address(case, outcome.pk) if pending and outcome and not why_not else ""
        line = {"person": person, "name": name, "outcome": outcome, "decides": decides, "why_not": why_not}
        lines.append(line)
    return lines


def _why_not_decide(case: ClueCase, outcome: object) -> str:
    """Whoever may not decide on outcomes, or proposed this one, is told so and given no link."""
    decides = DecideOutcome.act
    return why_not(case.officer, decides, case.clue) or why_not(case.officer, decides, outcome)


@permit("resolution.read_clue", reads_only=True)
def clues(request: HttpRequest) -> HttpResponse:
    """The ledger of clues: every clue with its state, none lost."""
    officer = officer_of(request)
    found = clue_ledger(officer.organ_id, hidden=hidden_matters(officer), member=officer.staff_id)
    state = request.GET.get("state", "")
    if state in ClueState.values:
        found = found.filter(state=state)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "states": ClueState.choices, "chosen": state}
    return render(request, "desk/clue/clues.html", context)
