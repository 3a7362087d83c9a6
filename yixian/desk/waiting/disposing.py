"""What a list of destruction asks of somebody: to appraise, to approve, to stand by, to carry out."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.desk.waiting.line import Waiting
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.regulations.archiving import WITNESSES
from yixian.resolution.appraising import is_needed_to_approve
from yixian.resolution.enums import DestructionState
from yixian.resolution.queries.destruction import lists_open

if TYPE_CHECKING:
    from yixian.resolution.models import DestructionList


def destruction(officer: Officer, on: date) -> Iterator[Waiting]:
    if not may(officer, "resolution.see_destruction"):
        return
    for each in lists_open(officer):
        what = _asked(officer, each, on)
        if what:
            href = reverse("desk:destruction", args=[each.uid])
            yield Waiting(what, f"{each.number}清册", href, each.drawn_by.name, each.drawn_on)


def _asked(officer: Officer, listing: "DestructionList", on: date) -> str:
    """What this list asks of this officer; empty for nothing."""
    if listing.state == DestructionState.REVIEWING:
        spared = is_needed_to_approve(listing, officer.staff_id)
        return "鉴定期满卷宗" if not spared and may(officer, "resolution.appraise_files", listing) else ""
    if listing.state == DestructionState.REVIEWED:
        return "批准销毁清册" if may(officer, "resolution.approve_destruction", listing) else ""
    here = set(listing.witnesses.filter(came_on=on).order_by("pk").values_list("staff", flat=True))
    if officer.staff_id == listing.drawn_by_id:
        return "执行销毁"
    wanted = len(here) < WITNESSES and officer.staff_id not in here
    return "监销到场" if wanted and may(officer, "resolution.attend_destruction", listing) else ""
