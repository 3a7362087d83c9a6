"""When something was last asked or arranged about each of many reports; one query a kind for a whole list."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from yixian.reception.enums import ChangeKind
from yixian.reception.models import Accompaniment, Appointment, ClockChange, Outing


def extensions_asked(report_ids: Sequence[UUID]) -> dict[UUID, date]:
    """Report → the day on which an extension was last asked for."""
    asked = ClockChange.objects.filter(clock__report__in=report_ids, kind=ChangeKind.EXTENSION)
    return dict(asked.order_by("requested_on", "pk").values_list("clock__report", "requested_on"))


def meetings_arranged(report_ids: Sequence[UUID]) -> dict[UUID, date]:
    """Report → the day on which a visit out, an appointment or an accompaniment was last arranged."""
    return dict(sorted(_arranged(report_ids), key=lambda each: each[1]))


def _arranged(report_ids: Sequence[UUID]) -> Iterator[tuple[UUID, date]]:
    outings = Outing.objects.filter(report__in=report_ids)
    yield from outings.order_by("pk").values_list("report", "planned_on")
    offers = Appointment.objects.filter(report__in=report_ids)
    yield from offers.order_by("pk").values_list("report", "offered_on")
    going = Accompaniment.objects.filter(report__in=report_ids)
    yield from going.order_by("pk").values_list("report", "planned_on")
