"""乡案县审: what one officer may meet of it, and what waits for whom, on either side."""

from uuid import UUID

from django.db.models import Q, QuerySet

from yixian.assessment.queries import hidden_matters
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.resolution.enums import ReviewState
from yixian.resolution.models import CountyReview
from yixian.resolution.queries.clues import clue_ledger

READ, TAKE = "resolution.read_county_review", "resolution.take_county_review"
S = ReviewState


def review_by_uid(officer: Officer, uid: UUID) -> CountyReview | None:
    """One that this officer may read, on either side."""
    found = _ready(CountyReview.objects.filter(uid=uid)).first()
    return found if found and may(officer, READ, found) else None


def reviews_received(officer: Officer) -> QuerySet[CountyReview]:
    """What townships sent to this office, the newest first; never to whoever is of the reported side."""
    if not may(officer, READ):
        return CountyReview.objects.none()
    sent = CountyReview.objects.filter(to_organ_id=officer.organ_id).exclude(state=S.WITHDRAWN)
    return _ready(sent.exclude(bars__staff_id=officer.staff_id)).order_by("-asked_on", "-pk")


def reviews_sent(officer: Officer) -> QuerySet[CountyReview]:
    """What this office sent of clues that this officer may meet, the newest first."""
    if not may(officer, READ):
        return CountyReview.objects.none()
    met = clue_ledger(officer.organ_id, hidden=hidden_matters(officer), member=officer.staff_id)
    sent = CountyReview.objects.filter(report__clue__in=met.order_by().values("pk"))
    return _ready(sent).order_by("-asked_on", "-pk")


def reviews_waiting(officer: Officer) -> QuerySet[CountyReview]:
    """Of these, what nobody has taken, and what this officer has and has not answered; the oldest first."""
    waits = Q(state=S.ASKED) | Q(state=S.TAKEN, reviewer_id=officer.staff_id)
    return reviews_received(officer).filter(waits).order_by("asked_on", "pk")


def _ready(reviews: QuerySet[CountyReview]) -> QuerySet[CountyReview]:
    related = (
        "report__clue__matter",
        "report__clue__organ",
        "to_organ",
        "asked_by",
        "reviewer",
        "recorded_by",
    )
    return reviews.select_related(*related).prefetch_related("bars").order_by("asked_on", "pk")
