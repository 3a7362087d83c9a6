"""Who receives visits on which day of this office."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from yixian.reception.models import DutyShift, DutySwap


def duty_between(organ_id: int, first: date, last: date) -> QuerySet[DutyShift]:
    """The turns that stand, in order of day and hour, each with its swaps."""
    swaps = Prefetch("swaps", DutySwap.objects.select_related("before", "after").order_by("pk"))
    found = DutyShift.objects.filter(organ_id=organ_id, on__range=(first, last), cancelled_on__isnull=True)
    return found.select_related("staff").prefetch_related(swaps).order_by("on", "opens", "pk")


def cancelled_between(organ_id: int, first: date, last: date) -> QuerySet[DutyShift]:
    """The turns that fell out, for the record at the foot of the month."""
    found = DutyShift.objects.filter(organ_id=organ_id, on__range=(first, last), cancelled_on__isnull=False)
    return found.select_related("staff").order_by("on", "opens", "pk")


def duty_shift(organ_id: int, shift_id: int) -> DutyShift | None:
    """One turn of this office."""
    return DutyShift.objects.filter(organ_id=organ_id, pk=shift_id).select_related("staff").first()
