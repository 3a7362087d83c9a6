"""What went to an organ below without who reported: the custodian passes that on, unread."""

from dataclasses import dataclass

from yixian.protection.actions import organs_reaching
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.enums import ReportState
from yixian.reception.going_below import taken_back
from yixian.reception.models import Report
from yixian.roster.queries import organs_under

ACT = "reception.pass_identity_on"


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Our own row, and the receiver's of the same report, below."""

    report: Report
    below: Report


def identities_left_behind(officer: Officer) -> list[LeftBehind]:
    """In the order in which the reports went down. Those that the officer must not learn of are left out."""
    if not may(officer, ACT):
        return []
    passed = Report.objects.filter(
        organ_id=officer.organ_id, state=ReportState.PASSED_ON, identity__isnull=False
    )
    below = Report.objects.filter(
        identity__in=passed.order_by().values("identity"),
        organ__in=organs_under(officer.organ_id).order_by().values("pk"),
    ).exclude(organ_id=officer.organ_id)
    below = below.exclude(pk__in=taken_back())
    copies = list(below.select_related("organ").order_by("received_on", "pk"))
    reached = organs_reaching({each.identity for each in copies if each.identity})
    waiting = [each for each in copies if (each.identity, each.organ_id) not in reached]
    own = {each.identity: each for each in passed.filter(identity__in=[each.identity for each in waiting])}
    return [LeftBehind(own[each.identity], each) for each in waiting if may(officer, ACT, own[each.identity])]
