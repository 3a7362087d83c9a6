"""/desk/clues/<id>/work: what the team does, on one page."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.desk.verification_case import WorkCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.clue.work import evidence, facts, gaps, talks, tasks
from yixian.desk.web.clue.work.base import OfOne, work_case_or_404
from yixian.desk.web.frame import officer_of
from yixian.protection.actions import require
from yixian.protection.web.door import permit

ACTS: tuple[type[ActForm[WorkCase]], ...] = (
    *tasks.ACTS,
    *evidence.ACTS,
    *talks.ACTS,
    *gaps.ACTS,
    *facts.ACTS,
)
OF_TASK: tuple[type[OfOne], ...] = (tasks.AnswerTask, tasks.HandOverTask, tasks.TakeBackTask)
OF_HELD: tuple[type[OfOne], ...] = (evidence.HandCustody,)
OF_OFFERED: tuple[type[OfOne], ...] = (evidence.ReceiveCustody, evidence.RefuseCustody)
OF_GAP: tuple[type[OfOne], ...] = (gaps.FillGap, gaps.DropGap)
OF_TALK: tuple[type[OfOne], ...] = (talks.ReadBackTalk, talks.SignTalk, talks.PrintTalk)
OF_FACT: tuple[type[OfOne], ...] = (facts.CorrectFact, facts.StrikeFact)
Links = list[tuple[str, str]]


@permit("resolution.read_verification", reads_only=True)
def work(request: HttpRequest, clue_id: UUID) -> HttpResponse:
    """Tasks, evidence and gaps, each with what this officer may do of it."""
    case = work_case_or_404(officer_of(request), clue_id)
    require(case.officer, "resolution.read_verification", case.clue)
    context = {
        "case": case,
        "clue": case.clue,
        "tasks": [(each, _links(case, OF_TASK, each.task)) for each in case.tasks],
        "evidence": [(each, _of_custody(case, each)) for each in case.evidence],
        "gaps": [(each, _links(case, OF_GAP, each.gap)) for each in case.gaps],
        "talks": [(each, _links(case, OF_TALK, each.talk)) for each in case.talks],
        "facts": [(each, _links(case, OF_FACT, each.fact)) for each in case.facts],
        "acts": [each.as_act(case) for each in ACTS if each.stands(case)],
    }
    return render(request, "desk/clue/work.html", context)


def _links(case: WorkCase, forms: tuple[type[OfOne], ...], row: Any) -> Links:
    """What may be done of one row, by this officer and in its state."""
    if not case.goes_on:
        return []
    return [
        (each.label, each.address(case, row.pk))
        for each in forms
        if each.find(case, row.pk) is not None and case.may_on(each.act, row, by_hand=each.by_hand)
    ]


def _of_custody(case: WorkCase, shown: Any) -> Links:
    held = [] if shown.offered or not shown.held else _hands(case, OF_HELD, shown.held)
    return held + (_hands(case, OF_OFFERED, shown.offered) if shown.offered else [])


def _hands(case: WorkCase, forms: tuple[type[OfOne], ...], row: Any) -> Links:
    """Custody goes on after the report, until the evidence is in the archive."""
    return [
        (each.label, each.address(case, row.pk))
        for each in forms
        if case.may_on(each.act, row, by_hand=each.by_hand)
    ]
