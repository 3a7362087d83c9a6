"""/desk/county-reviews: what waits and what was answered, and one review for either side."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.desk.review_case import ReviewCase
from yixian.desk.web.county_review.acts import ACTS
from yixian.desk.web.county_review.base import review_or_404
from yixian.desk.web.files.views import sandboxed
from yixian.desk.web.frame import officer_of
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.resolution.actions import open_county_paper
from yixian.resolution.enums import ReviewState
from yixian.resolution.queries import reviews_received, reviews_sent
from yixian.roster.enums import OrganLevel
from yixian.roster.queries import organ_of
from yixian.toolkit.pieces import Act, Event, Fact
from yixian.toolkit.wording import cn_date

S = ReviewState
ON_A_PAGE = 50
TONES = {
    S.ASKED: "waiting",
    S.ON_PAPER: "waiting",
    S.TAKEN: "active",
    S.AGREED: "done",
    S.MORE: "stopped",
    S.DISAGREED: "stopped",
    S.WITHDRAWN: "stopped",
}


@permit("resolution.read_county_review", reads_only=True)
def reviews(request: HttpRequest) -> HttpResponse:
    """At the county what came, at a township what was sent."""
    officer = officer_of(request)
    receives = organ_of(officer.organ_id).level == OrganLevel.COUNTY
    found = reviews_received(officer) if receives else reviews_sent(officer)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    lines = [(each, TONES[S(each.state)]) for each in page.object_list]
    return render(
        request,
        "desk/county_review/reviews.html",
        {"page": page, "lines": lines, "receives": receives},
    )


@permit("resolution.read_county_review", reads_only=True)
def review(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Who is reported; once taken the material; the answer; and whose turn it is."""
    case = review_or_404(officer_of(request), uid)
    found = case.review
    context = {
        "case": case,
        "review": found,
        "tone": TONES[S(found.state)],
        "facts": facts_of(case),
        "events": events_of(case),
        "acts": acts_of(case),
        "opens_paper": found.paper is not None and may(case.officer, "resolution.open_county_paper", found),
    }
    return render(request, "desk/county_review/review.html", context)


@permit("resolution.open_county_paper", reads_only=True)
def review_paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The scan of the county's paper."""
    case = review_or_404(officer_of(request), uid)
    if case.review.paper is None:
        raise Http404
    found = open_county_paper(by=case.officer, review=case.review)
    return sandboxed(found.content, found.media_type, found.name, save=True)


def acts_of(case: ReviewCase) -> list[Act]:
    """Only those of the own side."""
    acts = [each.as_act(case) for each in ACTS if each.of_asker == case.is_asker and each.stands(case)]
    return sorted(acts, key=lambda act: act.kind != "primary")


def facts_of(case: ReviewCase) -> list[Fact]:
    found = case.review
    clue = found.report.clue
    href = reverse("desk:clue", args=[clue.pk]) if case.is_asker else ""
    return [
        Fact("报审机关", clue.organ.name),
        Fact("线索编码", clue.code, href=href, change="打开线索"),
        Fact("建议", found.report.get_proposal_display() or "—"),
        Fact("审核机关", found.to_organ.name if found.to_organ else "县纪委监委（书面）"),
        Fact("报审日期", cn_date(found.asked_on)),
        *([Fact("接审", f"{found.reviewer.name}，{cn_date(found.taken_on)}")] if found.reviewer else []),
        *([Fact("县纪委文书", _paper(case))] if found.paper_number else []),
    ]


def _paper(case: ReviewCase) -> str:
    found = case.review
    return f"{found.paper_number}，{cn_date(found.paper_on)}" if found.paper_on else found.paper_number


def events_of(case: ReviewCase) -> list[Event]:
    """Newest first."""
    found = case.review
    reviewer = found.reviewer.name if found.reviewer else ""
    recorded = found.recorded_by.name if found.recorded_by else reviewer
    told = [
        (found.asked_on, "报请县审", found.asked_by.name if case.is_asker else ""),
        (found.taken_on, "接审，确认无回避情形", reviewer),
        (found.answered_on, found.get_state_display(), recorded),
    ]
    return [Event(on, title, who) for on, title, who in reversed(told) if on]
