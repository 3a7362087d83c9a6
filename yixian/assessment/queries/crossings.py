"""片区联动交叉办理: what stands with a report, what waits for whom, and how the year's work is shared out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet

from yixian.assessment.crossing import LEAD_POINTS, SECOND_POINTS
from yixian.assessment.enums import CrossingState
from yixian.assessment.models import CrossHandling, CrossingRequest
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.enums import ReportState
from yixian.reception.queries import registered_reports
from yixian.roster.enums import Role
from yixian.roster.queries import organs_under, staff_of

if TYPE_CHECKING:
    from yixian.roster.models import Organ, Staff

S = CrossingState
READ, PROPOSE = "assessment.read_crossing", "assessment.propose_crossing"


@dataclass(frozen=True, slots=True)
class Load:
    """One line of the year: whose, how often as lead and as second, and the points of both."""

    name: str
    township: str
    leads: int
    seconds: int
    points: int


def crossings_of(report_id: UUID) -> QuerySet[CrossHandling]:
    """Of one report, the first one first."""
    return _ready(CrossHandling.objects.filter(report_id=report_id)).order_by("proposed_on", "pk")


def crossing_request_of(report_id: UUID) -> CrossingRequest | None:
    """What a township asked when it sent the report up."""
    return CrossingRequest.objects.filter(report_id=report_id).select_related("report", "township").first()


def crossing_requests(officer: Officer) -> list[CrossingRequest]:
    """Asked by townships, registered here, and nobody has been proposed yet; oldest first."""
    if not may(officer, PROPOSE):
        return []
    met = registered_reports(officer).filter(state__in=(ReportState.REGISTERED, ReportState.ACCEPTED))
    asked = CrossingRequest.objects.filter(report__in=met.order_by().values("pk"))
    asked = asked.filter(report__crossings__isnull=True).select_related("report", "township")
    return [each for each in asked.order_by("asked_on", "pk") if may(officer, PROPOSE, each.report)]


def crossing_lent(report_id: UUID) -> CrossHandling | None:
    """The one by which a report came to this office, if it came so."""
    return _ready(CrossHandling.objects.filter(copy_id=report_id)).first()


def crossing_by_uid(officer: Officer, uid: UUID) -> CrossHandling | None:
    """One that this officer may read; of the own office only with the report itself."""
    found = _ready(CrossHandling.objects.filter(uid=uid)).first()
    if found is None or not may(officer, READ, found):
        return None
    own = found.organ_id == officer.organ_id
    return found if not own or _met(officer, [found.report_id]) else None


def crossings_waiting(officer: Officer) -> list[CrossHandling]:
    """Those that wait for this officer's own word, oldest first."""
    if not may(officer, READ):
        return []
    return [
        each for each in [*_at_the_county(officer), *_at_the_township(officer)] if may(officer, READ, each)
    ]


def _at_the_county(officer: Officer) -> Iterable[CrossHandling]:
    if Role.CHIEF not in officer.roles:
        return []
    mine = CrossHandling.objects.filter(report__in=registered_reports(officer).order_by().values("pk"))
    return _ready(mine.filter(state__in=(S.PROPOSED, S.ACCEPTED, S.RETURNED)))


def _at_the_township(officer: Officer) -> Iterable[CrossHandling]:
    """To clear oneself, to accept what both have cleared, and to report on what is under way."""
    me = officer.staff_id
    uncleared = Q(lead_id=me, lead_cleared_on__isnull=True) | Q(second_id=me, second_cleared_on__isnull=True)
    cleared = Q(lead_cleared_on__isnull=False, second_cleared_on__isnull=False)
    theirs = Q(state=S.OFFERED) & uncleared | Q(state=S.UNDER_WAY, lead_id=me)
    if Role.CHIEF in officer.roles:
        theirs |= Q(state=S.OFFERED, lead__organ_id=officer.organ_id) & cleared
    return _ready(CrossHandling.objects.filter(theirs))


def _met(officer: Officer, report_ids: list[UUID]) -> bool:
    return registered_reports(officer).filter(pk__in=report_ids).exists()


def _ready(crossings: QuerySet[CrossHandling]) -> QuerySet[CrossHandling]:
    people = ("lead__organ", "second", "other_lead__organ", "other_second", "proposed_by", "answered_by")
    return crossings.select_related("report", "township", "copy", *people).order_by("proposed_on", "pk")


def crossing_loads(officer: Officer, year: int) -> list[Load]:
    """Every handler of the county in that year, also whoever had nothing. Counts only: no report is named."""
    found = CrossHandling.objects.filter(handed_on__year=year).order_by("pk")
    rows = list(found.values_list("lead_id", "second_id", "difficulty"))
    return [
        _load(staff, organ, rows)
        for organ in organs_under(_county_of(officer))
        if organ.parent_id is not None
        for staff in staff_of(organ.pk, Role.HANDLER)
    ]


def _load(staff: "Staff", organ: "Organ", rows: list[tuple[int, int, int]]) -> Load:
    led = [difficulty for lead, _, difficulty in rows if lead == staff.pk]
    stood = [difficulty for _, second, difficulty in rows if second == staff.pk]
    points = LEAD_POINTS * sum(led) + SECOND_POINTS * sum(stood)
    return Load(staff.name, organ.name, len(led), len(stood), points)


def _county_of(officer: Officer) -> int:
    organ = organs_under().get(pk=officer.organ_id)
    return organ.parent_id or organ.pk


def township_loads(loads: Iterable[Load]) -> list[Load]:
    """The same by township."""
    summed: dict[str, Load] = {}
    for each in loads:
        before = summed.get(each.township, Load("", each.township, 0, 0, 0))
        summed[each.township] = Load(
            "",
            each.township,
            before.leads + each.leads,
            before.seconds + each.seconds,
            before.points + each.points,
        )
    return list(summed.values())
