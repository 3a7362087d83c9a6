"""Which reports an officer may meet at all. Every list, count and search of this house starts from here.

The reported person, near relatives and the reported unit's people are left out in the query itself, so that not
even a count tells; so are recusals, other organs and reports that passed through other hands.
"""

from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from yixian.protection.actions import NoKey
from yixian.protection.officer import Officer
from yixian.protection.permits import NotPermitted
from yixian.protection.queries import may, recused_subjects, reported_side
from yixian.reception.enums import ReportState
from yixian.reception.models import Handling, Report, ReportedPerson
from yixian.reception.opening import read_in_inbox
from yixian.roster.enums import Role

PREFIX = "reception.report:"


def registered_reports(officer: Officer) -> QuerySet[Report]:
    """The registered reports that this officer may see, newest first, with people and owners at hand."""
    found = own_reports(officer).exclude(state__in=(ReportState.RECEIVED, ReportState.ENVELOPED))
    return _ready(found.filter(_hands(officer)))


def visible_reports(officer: Officer) -> QuerySet[Report]:
    """The registered ones, and the bare rows of what this officer itself sent up.

    What waits in the inbox is not here: it can be compared with the officer only when opened; ask ``inbox``.
    """
    seen = own_reports(officer).exclude(state=ReportState.RECEIVED)
    own_envelope = Q(state=ReportState.ENVELOPED, envelope__noted_by_id=officer.staff_id)
    return _ready(seen.filter(own_envelope | ~Q(state=ReportState.ENVELOPED) & _hands(officer)))


def one_report(officer: Officer, report_id: UUID) -> Report | None:
    """A report by its id, or None as if it did not exist; a waiting one is settled by opening it."""
    waiting = _ready(own_reports(officer).filter(state=ReportState.RECEIVED, pk=report_id)).first()
    if waiting is not None:
        return waiting if _may_meet_waiting(officer, waiting) else None
    return visible_reports(officer).filter(pk=report_id).first()


def _may_meet_waiting(officer: Officer, report: Report) -> bool:
    """Not whoever it names, and not whoever cannot open it to find that out."""
    try:
        read_in_inbox(officer, report)
    except (NotPermitted, NoKey):
        return False
    return True


def own_reports(officer: Officer) -> QuerySet[Report]:
    """The organ's reports without those of which the officer must not learn, and without undone imports."""
    if not may(officer, "reception.list_reports"):
        return Report.objects.none()
    people = ReportedPerson.objects.filter(reported_side(officer, "cadre_token", "unit_token"))
    recused = [each.removeprefix(PREFIX) for each in recused_subjects(officer) if each.startswith(PREFIX)]
    return (
        Report.objects.filter(organ_id=officer.organ_id)
        .exclude(state=ReportState.VOIDED)
        .exclude(pk__in=people.values("report"))
        .exclude(pk__in=recused)
        .exclude(meant_for_another(officer))
    )


def meant_for_another(officer: Officer) -> Q:
    """What waits for one named handler; the chief meets it all the same."""
    if Role.CHIEF in officer.roles:
        return Q(pk__in=[])
    waits = Q(state=ReportState.RECEIVED, meant_for__isnull=False)
    return waits & ~Q(meant_for_id=officer.staff_id)


def _hands(officer: Officer) -> Q:
    """The chief meets every report; anyone else what passed through the own hands."""
    if Role.CHIEF in officer.roles:
        return Q()
    owned = Handling.objects.filter(staff_id=officer.staff_id, until_on__isnull=True)
    return Q(pk__in=owned.values("report")) | Q(registered_by_id=officer.staff_id)


def _ready(reports: QuerySet[Report]) -> QuerySet[Report]:
    handlings = Prefetch("handlings", Handling.objects.select_related("staff").order_by("since_on", "pk"))
    people = Prefetch("people", ReportedPerson.objects.order_by("position"))
    return (
        reports.select_related("organ", "village", "first_handler")
        .prefetch_related(people, handlings)
        .order_by("-received_on", "-number", "pk")
    )
