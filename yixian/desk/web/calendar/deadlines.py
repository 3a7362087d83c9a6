"""/desk/deadlines: how every running clock stands, term by term. Nothing on it can be ticked off."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.assessment.queries import open_duties
from yixian.desk.web.frame import officer_of
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.reception.queries import clock_standing
from yixian.regulations.alerts import AlertGrade, grade
from yixian.regulations.consultation import CONSULTATION
from yixian.regulations.terms import term
from yixian.toolkit.today import today

GRADES = tuple(AlertGrade)


@dataclass(frozen=True, slots=True)
class TermLine:
    """One term with its counts in the order of ``GRADES``."""

    name: str
    span: str
    article: str
    counts: list[int]
    total: int


@permit("reception.list_reports", reads_only=True)
def deadlines(request: HttpRequest) -> HttpResponse:
    officer, on = officer_of(request), today()
    lines = [_line(key, counts) for key, counts in clock_standing(officer, on).items()]
    lines += _duties(officer, on)
    totals = [sum(each) for each in zip(*(line.counts for line in lines), strict=True)]
    context = {
        "on": on,
        "grades": GRADES,
        "lines": sorted(lines, key=lambda line: (-sum(line.counts[3:]), line.name)),
        "totals": totals,
        "all": sum(totals),
        "late": sum(totals[3:]),
        "settles": may(officer, "reception.settle_clocks"),
    }
    return render(request, "desk/deadlines.html", context)


def _line(key: str, counts: dict[AlertGrade, int]) -> TermLine:
    limit = term(key)
    by_grade = [counts[each] for each in GRADES]
    return TermLine(limit.name, limit.span, limit.source.cite(), by_grade, sum(by_grade))


def _duties(officer: Officer, on: date) -> list[TermLine]:
    """What 联席会诊 gave to be done: the days are each meeting's own, beside the terms of the law."""
    found = [grade(each.given_on, each.due_on, on) for each in open_duties(officer)]
    counts = [found.count(each) for each in GRADES]
    if not found:
        return []
    return [TermLine("联席会诊任务", "会上确定的期限", CONSULTATION.cite(), counts, len(found))]
