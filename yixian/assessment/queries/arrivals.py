"""What sealed files brought, what is to be sent back by one, and what went out and is not answered."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from yixian.assessment.enums import SupervisionState, TransferKind, TransferReply
from yixian.assessment.models import Arrival, ArrivalSupervision, Transfer
from yixian.assessment.queries.transfers import transfers_sent
from yixian.protection.enums import PartnerRelation
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.queries import inbox, one_report, registered_reports
from yixian.regulations.deadlines import due
from yixian.regulations.petition_regulations import OBJECTION_TERM
from yixian.roster.enums import Role
from yixian.roster.queries import working_calendar

R = TransferReply
READ, EXPORT = "assessment.read_arrival", "assessment.export_parcel"
READ_ASKED = "assessment.read_arrival_supervision"
AWAITING = (SupervisionState.ISSUED, SupervisionState.RETURNED)


def arrival_of(report_id: UUID) -> Arrival | None:
    """The file by which a report came to this office, if it came so."""
    return _ready(Arrival.objects.filter(report_id=report_id)).first()


def arrival_by_uid(officer: Officer, uid: UUID) -> Arrival | None:
    """One whose report this officer may meet, or which they answered themselves and the sender took back."""
    found = _ready(Arrival.objects.filter(uid=uid)).first()
    if found is None or found.organ_id != officer.organ_id or not may(officer, READ, found):
        return None
    if found.is_gone:
        return found if found.answered_by_id == officer.staff_id or _meets(officer, found) else None
    return found if one_report(officer, found.report_id) is not None else None


def _meets(officer: Officer, arrival: Arrival) -> bool:
    return registered_reports(officer).filter(pk=arrival.report_id).exists()


def arrivals(officer: Officer) -> QuerySet[Arrival]:
    """Of the reports that this officer may meet, newest first; and what they gave back themselves."""
    if not may(officer, READ):
        return Arrival.objects.none()
    ids = [each.report.pk for each in inbox(officer)]
    met = registered_reports(officer).order_by().values("pk")
    gone = Arrival.objects.filter(
        report__organ_id=officer.organ_id, reply=R.REFUSED, answered_by_id=officer.staff_id
    )
    found = Arrival.objects.filter(report__in=ids) | Arrival.objects.filter(report__in=met) | gone
    return _ready(found).order_by("-arrived_on", "-pk")


def arrivals_waiting(officer: Officer) -> list[Arrival]:
    """What is to be answered, reported on, or told by a receipt; oldest first."""
    return [each for each in arrivals(officer).reverse() if each.owes_receipt or _is_to_do(each)]


def asked_of(arrival: Arrival) -> list[ArrivalSupervision]:
    """督办、催办 about what came by a sealed file, the first one first."""
    return list(_asked(ArrivalSupervision.objects.filter(arrival=arrival)))


def arrival_asked_by_uid(officer: Officer, uid: UUID) -> ArrivalSupervision | None:
    """One whose arrival this officer may meet, while it is here."""
    found = _asked(ArrivalSupervision.objects.filter(uid=uid)).first()
    if found is None or found.arrival.is_gone or not may(officer, READ_ASKED, found):
        return None
    return found if arrival_by_uid(officer, found.arrival.uid) is not None else None


def arrivals_asked_after(officer: Officer) -> list[ArrivalSupervision]:
    """Those to be answered, by the day on which the answer is due."""
    if not may(officer, READ_ASKED):
        return []
    here = [each.pk for each in arrivals(officer) if not each.is_gone]
    open_ones = ArrivalSupervision.objects.filter(arrival__in=here, state__in=AWAITING)
    return list(_asked(open_ones).order_by("due_on", "pk"))


def _asked(found: QuerySet[ArrivalSupervision]) -> QuerySet[ArrivalSupervision]:
    related = ("arrival__report__organ", "arrival__partner", "answered_by")
    return found.select_related(*related).order_by("issued_on", "pk")


def _is_to_do(arrival: Arrival) -> bool:
    owes = arrival.reply == R.ACCEPTED and arrival.kind == TransferKind.ASSIGN
    return owes or arrival.reply in (R.PENDING, R.UPHELD)


def parcels_waiting(officer: Officer, on: date) -> list[tuple[Transfer, str]]:
    """What went or goes to partners and waits for this officer, oldest first; each with which of ``WAITS`` it is."""
    if not may(officer, EXPORT):
        return []
    sent = transfers_sent(officer).filter(to_partner__isnull=False).reverse()
    told = [(each, _waits(officer, each, on)) for each in sent if may(officer, EXPORT, each)]
    return [(each, waits) for each, waits in told if waits]


EXPORTS, QUIET, REPORTER = "export", "quiet", "reporter"


def _waits(officer: Officer, sent: Transfer, on: date) -> str:
    """To be exported; no receipt though the days to object are over; or who reported did not go along."""
    if sent.owes_parcel:
        return EXPORTS
    if sent.parcel_on is None or sent.reply == R.REFUSED:
        return ""
    if sent.arrived_on is None and on > due(OBJECTION_TERM, sent.parcel_on, working_calendar()).on:
        return QUIET
    return REPORTER if owes_reporter(sent) and Role.CHIEF in officer.roles else ""


def owes_reporter(sent: Transfer) -> bool:
    """Whether who reported should follow: it goes downwards, by somebody with the identity key and the office key."""
    below = sent.to_partner is not None and sent.to_partner.relation == PartnerRelation.BELOW
    return below and sent.report.identity is not None and not sent.identity_sent


def _ready(found: QuerySet[Arrival]) -> QuerySet[Arrival]:
    return found.select_related("report__organ", "partner", "taken_in_by", "answered_by").order_by(
        "arrived_on", "pk"
    )
