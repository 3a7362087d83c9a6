"""Strays of this house: what is on the records and lacks what it must have. Each with what it lacks, in words."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from yixian.protection.officer import By, Officer
from yixian.protection.queries import recused_subjects, reported_side
from yixian.reception.enums import ReportState
from yixian.reception.models import Clock, Envelope, Feedback, Handling, Report, ReportedPerson
from yixian.reception.visibility import PREFIX
from yixian.reception.workflow import SETTLED_STATES

Lacking = tuple[Report, str]


def barred_reports(by: By) -> list[UUID]:
    """The reports of whose existence this person must not learn: they name the own side, or recusal stands."""
    named = ReportedPerson.objects.filter(reported_side(by, "cadre_token", "unit_token"))
    recused = recused_subjects(by) if isinstance(by, Officer) else frozenset()
    ids = [UUID(each.removeprefix(PREFIX)) for each in recused if each.startswith(PREFIX)]
    return [*named.order_by().values_list("report", flat=True).distinct(), *ids]


def loose_reports(reports: QuerySet[Report]) -> Iterator[Lacking]:
    """Of these reports: without owner, accepted without any term, answered without a record of the answer."""
    owned = Handling.objects.filter(accepted_on__isnull=False, until_on__isnull=True)
    here = reports.filter(number__isnull=False)
    unowned = here.exclude(state__in=SETTLED_STATES).exclude(pk__in=_of(owned))
    yield from ((each, "没有承办人") for each in unowned)
    own = here.filter(imported_row__isnull=True)
    untimed = own.filter(state=ReportState.ACCEPTED).exclude(pk__in=_of(Clock.objects.exclude(report=None)))
    yield from ((each, "已受理，没有任何期限") for each in untimed)
    untold = own.filter(state=ReportState.ANSWERED).exclude(pk__in=_of(Feedback.objects.all()))
    yield from ((each, "已答复，没有反馈记录") for each in untold)


def _of(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by().values("report")


def loose_envelopes(organ_ids: Sequence[int]) -> QuerySet[Envelope]:
    """Without a clock, so that nobody would notice that one was never sent up."""
    return Envelope.objects.filter(organ_id__in=organ_ids, clock__isnull=True).order_by("received_on", "pk")
