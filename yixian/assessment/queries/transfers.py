"""转办交办 between organs: what was sent, what came, and what waits for whose word."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from yixian.assessment.enums import SupervisionState, TransferKind, TransferReply
from yixian.assessment.models import Supervision, Transfer
from yixian.protection.enums import PartnerRelation
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.queries import inbox, one_report, registered_reports

R = TransferReply
READ = "assessment.read_transfer"
AT_THE_SENDER = (R.OBJECTED,)
AT_THE_RECEIVER = (R.PENDING, R.UPHELD)


def transfer_in_of(report_id: UUID) -> Transfer | None:
    """The one by which a report came to this office, if it came so."""
    return _ready(Transfer.objects.filter(copy_id=report_id)).first()


def transfer_by_uid(officer: Officer, uid: UUID) -> Transfer | None:
    """One that this officer may read: with the own row of the report, or having answered it themselves."""
    found = _ready(Transfer.objects.filter(uid=uid)).first()
    if found is None or not may(officer, READ, found):
        return None
    own = found.report_id if found.organ_id == officer.organ_id else found.copy_id
    met = own is not None and one_report(officer, own) is not None
    return found if met or found.answered_by_id == officer.staff_id else None


def went_down(transfer: Transfer) -> bool:
    """To an office below: of this installation, or of another by sealed file."""
    if transfer.to_partner is not None:
        return transfer.to_partner.relation == PartnerRelation.BELOW
    return transfer.to_organ is not None and transfer.to_organ.parent_id == transfer.organ_id


def transfers_waiting(officer: Officer) -> list[Transfer]:
    """An objection that waits for the sender's word, and what came and waits to be accepted; oldest first."""
    if not may(officer, READ):
        return []
    own = transfers_sent(officer).filter(reply__in=AT_THE_SENDER)
    return [
        *own,
        *(each for each in transfers_received(officer) if each.reply in AT_THE_RECEIVER or _owes(each)),
    ]


def _owes(transfer: Transfer) -> bool:
    """Accepted, and its result is still to be reported."""
    return transfer.reply == R.ACCEPTED and transfer.kind == TransferKind.ASSIGN


def transfers_sent(officer: Officer) -> QuerySet[Transfer]:
    """To organs, of the reports that this officer may meet, newest first."""
    met = registered_reports(officer).order_by().values("pk")
    sent = Transfer.objects.filter(report__in=met, to_department__isnull=True)
    return _ready(sent).order_by("-sent_on", "-pk")


def transfers_received(officer: Officer, waiting: Iterable[UUID] | None = None) -> QuerySet[Transfer]:
    """Those whose row here this officer may meet, and what they sent back themselves, oldest first. ``waiting`` are
    the ids in the own inbox if known.
    """
    ids = list(waiting) if waiting is not None else [each.report.pk for each in inbox(officer)]
    met = registered_reports(officer).order_by().values("pk")
    came = Transfer.objects.filter(to_organ_id=officer.organ_id)
    gone = came.filter(reply=R.REFUSED, answered_by_id=officer.staff_id, copy__isnull=False)
    return _ready(came.filter(copy__in=ids) | came.filter(copy__in=met) | gone).order_by("sent_on", "pk")


def _ready(transfers: QuerySet[Transfer]) -> QuerySet[Transfer]:
    related = (
        "report__organ",
        "to_organ",
        "to_department",
        "to_partner",
        "copy",
        "clock",
        "sent_by",
        "answered_by",
        "ruled_by",
    )
    return transfers.select_related(*related).order_by("sent_on", "pk")


def supervisions_of(transfer: Transfer) -> list[Supervision]:
    """Of one transfer, the first one first."""
    return list(_asked(Supervision.objects.filter(transfer=transfer)))


def supervisions_of_all(transfer_ids: Iterable[int]) -> list[Supervision]:
    """Of several transfers, settled ones too, the first one first; one query."""
    return list(_asked(Supervision.objects.filter(transfer__in=list(transfer_ids))))


def supervision_by_uid(officer: Officer, uid: UUID) -> Supervision | None:
    """One whose transfer this officer may read."""
    found = _asked(Supervision.objects.filter(uid=uid)).first()
    return found if found and transfer_by_uid(officer, found.transfer.uid) else None


def supervisions_of_many(transfer_ids: Iterable[int]) -> dict[int, Supervision]:
    """Transfer → the last one that is not settled, one query for a whole list."""
    open_ones = Supervision.objects.filter(transfer__in=list(transfer_ids)).exclude(
        state=SupervisionState.SETTLED
    )
    return {each.transfer_id: each for each in _asked(open_ones)}


def supervisions_open(officer: Officer) -> list[Supervision]:
    """Of both sides, by the day on which the answer is due; what went back is asked after no more."""
    if not may(officer, READ):
        return []
    mine = Supervision.objects.filter(
        transfer__in=[*_ids(transfers_sent(officer)), *_ids(transfers_received(officer))]
    ).exclude(state=SupervisionState.SETTLED)
    return list(_asked(mine.exclude(transfer__reply=R.REFUSED)).order_by("due_on", "pk"))


def _ids(transfers: QuerySet[Transfer]) -> list[int]:
    return list(transfers.values_list("pk", flat=True))


def _asked(found: QuerySet[Supervision]) -> QuerySet[Supervision]:
    related = (
        "transfer__report__organ",
        "transfer__to_organ",
        "transfer__to_partner",
        "transfer__copy",
        "issued_by",
        "answered_by",
        "decided_by",
    )
    return found.select_related(*related).order_by("issued_on", "pk")
