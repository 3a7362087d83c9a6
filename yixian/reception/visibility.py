"""Which reports an officer may meet at all. Every list, count and search of this house starts from here.

The reported person, near relatives and the reported unit's people are left out in the query itself, so that not
even a count tells; so are recusals, other organs and reports that passed through other hands.
"""

from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from yixian.protection.actions import NoKey
from yixian.protection.officer import Officer
from yixian.protection.permits import NotPermitted
from yixian.protection.queries import may, recused_subjects, reported_side
from yixian.reception.enums import ReportState
from yixian.reception.models import Envelope, Handling, Report, ReportedPerson
from yixian.reception.opening import read_in_inbox
from yixian.roster.enums import Role
from yixian.toolkit.narrowing import SMALL

PREFIX = "reception.report:"


def registered_reports(officer: Officer) -> QuerySet[Report]:
    """The registered reports that this officer may see, newest first, with people and owners at hand."""
    found = own_reports(officer).exclude(state__in=(ReportState.RECEIVED, ReportState.ENVELOPED))
    return _ready(found.filter(_hands(officer)))


def visible_reports(officer: Officer) -> QuerySet[Report]:
    """The registered ones, and the bare rows of what this officer itself sent up.

    What waits in the inbox is not here: it can be compared with the officer only when opened; ask ``inbox``.
    """
    seen = own_reports(officer).exclude(state=ReportState.RECEIVED).exclude(_foreign_envelope(officer))
    return _ready(seen.filter(_hands(officer)))


def kept_from(officer: Officer) -> list[Any] | None:
    """``visible_reports`` turned round, for whoever meets nearly all of the organ's: sets of the few others, each
    quickly found. None for anyone who meets some alone.
    """
    if Role.CHIEF not in officer.roles or not may(officer, "reception.list_reports"):
        return None
    here = Report.objects.filter(organ_id=officer.organ_id).order_by().values("pk")
    return [
        here.filter(state=ReportState.RECEIVED),
        here.filter(state=ReportState.VOIDED),
        here.filter(_foreign_envelope(officer)),
        _naming(officer),
        _recused(officer),
    ]


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
    return (
        Report.objects.filter(organ_id=officer.organ_id)
        .exclude(state=ReportState.VOIDED)
        .exclude(pk__in=_naming(officer))
        .exclude(pk__in=_recused(officer))
        .exclude(meant_for_another(officer))
    )


def _naming(officer: Officer) -> QuerySet[Any]:
    """The reports on whose reported side the officer stands."""
    side = reported_side(officer, "cadre_token", "unit_token")
    return ReportedPerson.objects.filter(side).order_by().values("report")


def _recused(officer: Officer) -> list[str]:
    return [each.removeprefix(PREFIX) for each in recused_subjects(officer) if each.startswith(PREFIX)]


def _foreign_envelope(officer: Officer) -> Q:
    """The bare row of what somebody else sent up."""
    return Q(state=ReportState.ENVELOPED) & ~_own_envelope(officer)


def _own_envelope(officer: Officer) -> Q:
    own = Envelope.objects.filter(noted_by_id=officer.staff_id).order_by().values("pk")
    return Q(state=ReportState.ENVELOPED, envelope__in=own)


def meant_for_another(officer: Officer) -> Q:
    """What waits for one named handler; the chief meets it all the same."""
    if Role.CHIEF in officer.roles:
        return Q(pk__in=[])
    waits = Q(state=ReportState.RECEIVED, meant_for__isnull=False)
    return waits & ~Q(meant_for_id=officer.staff_id)


def _hands(officer: Officer) -> Q:
    """The chief meets every report; anyone else what passed through the own hands, sent up or not.

    Where these are few they are fetched first, and the list begins from them and not from the office's reports.
    """
    if Role.CHIEF in officer.roles:
        return Q()
    staff = officer.staff_id
    owned = Handling.objects.filter(staff_id=staff, until_on__isnull=True)
    noted = Report.objects.filter(_own_envelope(officer), organ_id=officer.organ_id)
    registered = Report.objects.filter(registered_by_id=staff)
    ways = [_ids(owned, "report"), _ids(noted), _ids(registered)]
    few = list(ways[0].union(*ways[1:], all=True)[: SMALL + 1])
    if len(few) <= SMALL:
        return Q(pk__in=set(few))
    return Q(pk__in=ways[0]) | Q(pk__in=ways[1]) | Q(registered_by_id=staff)


def _ids(rows: QuerySet[Any], column: str = "pk") -> QuerySet[Any]:
    return rows.order_by().values_list(column, flat=True)


def _ready(reports: QuerySet[Report]) -> QuerySet[Report]:
    """What a line of a list tells is fetched beside it: a long list is cut from one table, along its own indexes."""
    handlings = Prefetch("handlings", Handling.objects.select_related("staff").order_by("since_on", "pk"))
    people = Prefetch("people", ReportedPerson.objects.order_by("position"))
    return reports.prefetch_related("organ", "village", "first_handler", people, handlings).order_by(
        "-received_on", "-number", "pk"
    )
