"""/desk/deadlines: how every running clock stands, term by term. Nothing on it can be ticked off."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.desk.web.frame import officer_of
from yixian.protection.web.door import permit
from yixian.reception.queries import clock_standing
from yixian.regulations.alerts import AlertGrade
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
    totals = [sum(each) for each in zip(*(line.counts for line in lines), strict=True)]
    context = {
        "on": on,
        "grades": GRADES,
        "lines": sorted(lines, key=lambda line: (-sum(line.counts[3:]), line.name)),
        "totals": totals,
        "all": sum(totals),
        "late": sum(totals[3:]),
    }
    return render(request, "desk/deadlines.html", context)


def _line(key: str, counts: dict[AlertGrade, int]) -> TermLine:
    limit = term(key)
    by_grade = [counts[each] for each in GRADES]
    return TermLine(limit.name, limit.span, limit.source.cite(), by_grade, sum(by_grade))
