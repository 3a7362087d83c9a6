"""/desk/search: a few words, posted. What was looked for is in no address, no session and no log."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.assessment.actions import SearchResult, search_reports
from yixian.desk.duties import titles_of
from yixian.desk.web.frame import officer_of
from yixian.protection.officer import Officer
from yixian.protection.web.door import permit
from yixian.trail.refusal import Refusal

LONGEST = 100


@sensitive_post_parameters("q")
@permit("assessment.search_reports")
def search(request: HttpRequest) -> HttpResponse:
    """The answer to the very request that asked; an address without words shows how to ask."""
    officer, text = officer_of(request), request.POST.get("q", "").strip()[:LONGEST]
    context: dict[str, Any] = {
        "search_closed": True,  # the words stand in the page itself
        "search_text": text,
        "result": None,
        "refused": "",
        "lines": [],
        "short_words": any(len(word) == 2 for word in text.split()),
    }
    if request.method == "POST" and text:
        try:
            result = search_reports(by=officer, text=text)
        except Refusal as refusal:
            context["refused"] = refusal.message
        else:
            context |= {"result": result, "lines": lines_of(officer, result)}
    return render(request, "desk/search/search.html", context)


def lines_of(officer: Officer, result: SearchResult) -> list[dict[str, Any]]:
    titles = titles_of(officer, [each.report for each in result.found])
    return [
        {
            "report": each.report,
            "title": titles.get(each.report.account, ""),
            "reasons": each.reasons,
            "href": reverse("desk:dossier", args=[each.report.pk]),
        }
        for each in result.found
    ]
