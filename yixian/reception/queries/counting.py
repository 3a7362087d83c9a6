"""What is counted: one row a report, whoever holds it, and nothing that has to be opened."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from yixian.protection.officer import By
from yixian.protection.queries import reported_side
from yixian.reception.enums import ReportState
from yixian.reception.models import Report, ReportedPerson


def counted_reports(officer: By, organ_ids: Sequence[int], *, until: date) -> QuerySet[Report]:
    """The reports of these organs received up to ``until``, each once.

    A report that was delivered to an organ below has a row at both; it counts where it came in, or at the
    lower organ when that one is counted alone. Reports of whose existence the officer must not learn are in
    no count either.
    """
    hidden = ReportedPerson.objects.filter(reported_side(officer, "cadre_token", "unit_token"))
    origin = Report.objects.filter(pk=OuterRef("sealed_as"), organ_id__in=organ_ids)
    people = Prefetch("people", ReportedPerson.objects.order_by("position"))
    return (
        Report.objects.filter(organ_id__in=organ_ids, received_on__lte=until)
        .exclude(state=ReportState.VOIDED)
        .exclude(pk__in=hidden.values("report"))
        .exclude(Exists(origin))
        .select_related("village", "envelope", "organ", "imported_row")
        .prefetch_related(people)
        .order_by("received_on", "pk")
    )
