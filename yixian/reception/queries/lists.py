"""The lists of the desk. What an officer may meet at all is decided in ``visibility``."""

from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.enums import ReportState
from yixian.reception.models import BoxOpening, Envelope, Handling, Report
from yixian.reception.visibility import own_reports

REMEMBERED = timedelta(days=7)
"""For so long today's page tells the owner that somebody did not take a report over; the dossier keeps it."""


def reports_below(officer: Officer) -> QuerySet[Report]:
    """The superior's supervisor sees how the reports of the organs below progress, withdrawn ones among them:
    days, channel and state, and nothing that a report says.
    """
    if not may(officer, "reception.see_below"):
        return Report.objects.none()
    below = Report.objects.filter(organ__parent_id=officer.organ_id).exclude(state=ReportState.ENVELOPED)
    return below.select_related("organ").order_by("organ_id", "-received_on", "pk")


def envelopes_noted(officer: Officer) -> QuerySet[Envelope]:
    """The envelopes that this officer noted; nobody else's, since they may concern anyone here."""
    noted = Envelope.objects.filter(organ_id=officer.organ_id, noted_by_id=officer.staff_id)
    return noted.select_related("sent_to", "sent_by", "clock").order_by("-received_on", "-pk")


def identities_to_send(officer: Officer) -> QuerySet[Envelope]:
    """What waits for the custodian to be passed up, unread."""
    waiting = Envelope.objects.filter(organ_id=officer.organ_id, identity__isnull=False)
    if not may(officer, "reception.send_identity_up"):
        return waiting.none()
    return waiting.select_related("sent_to").order_by("received_on", "pk")


def handed_to_me(officer: Officer) -> QuerySet[Handling]:
    """The reports that this officer has been asked to take over, oldest request first."""
    asked = Handling.objects.filter(
        staff_id=officer.staff_id,
        until_on__isnull=True,
        accepted_on__isnull=True,
        report__in=own_reports(officer).values("pk"),
    )
    return asked.select_related("report").order_by("since_on", "pk")


def refused_by_others(officer: Officer, on: date) -> QuerySet[Handling]:
    """Of the reports that this officer owns: who would not take one over in these days, and nobody was asked since."""
    since = Handling.objects.filter(report=OuterRef("report"), pk__gt=OuterRef("pk")).order_by()
    mine = Handling.objects.filter(
        staff_id=officer.staff_id, until_on__isnull=True, accepted_on__isnull=False
    )
    refused = Handling.objects.filter(
        ~Exists(since),
        until_on__gte=on - REMEMBERED,
        report__in=mine.order_by().values("report"),
    ).exclude(refused_because="")
    return refused.select_related("report", "staff").order_by("until_on", "pk")


def boxes_to_confirm(officer: Officer) -> QuerySet[BoxOpening]:
    """The openings that this officer witnessed and has not confirmed."""
    witnessed = BoxOpening.objects.filter(second_opener_id=officer.staff_id, confirmed_on__isnull=True)
    return witnessed.select_related("village", "first_opener").order_by("opened_on", "pk")


def boxes_with_items(officer: Officer) -> QuerySet[BoxOpening]:
    """The confirmed openings of this officer that hold items still to be registered; ``registered`` of each."""
    opened = BoxOpening.objects.filter(
        Q(first_opener_id=officer.staff_id) | Q(second_opener_id=officer.staff_id),
        organ_id=officer.organ_id,
        confirmed_on__isnull=False,
    ).annotate(registered=Count("reports"))
    waiting = opened.filter(registered__lt=F("items"))
    return waiting.select_related("village", "first_opener", "second_opener").order_by("opened_on", "pk")


def own_boxes(officer: Officer) -> QuerySet[BoxOpening]:
    """Every opening of which this officer was one of the two, the latest first."""
    opened = BoxOpening.objects.filter(
        Q(first_opener_id=officer.staff_id) | Q(second_opener_id=officer.staff_id), organ_id=officer.organ_id
    )
    return opened.select_related("village", "first_opener", "second_opener").order_by("-opened_on", "-pk")
