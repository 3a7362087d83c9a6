"""What stands under the account in a dossier. Later work adds its own panel to ``PANELS``: a function of the case
that gives a template and its context, or None where there is nothing to show.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yixian.assessment.enums import TransferReply
from yixian.desk.case import Case
from yixian.desk.web.acts.transferring import Accepted, Refused, ReplyForm, Reported


@dataclass(frozen=True, slots=True)
class Panel:
    """``template`` is included with ``panel`` and the page's own context."""

    template: str
    context: dict[str, Any]


def transfers(case: Case) -> Panel | None:
    """Where it was sent, and what may be recorded of the answer."""
    if not case.transfers:
        return None
    lines = [(each, _replies(case, each)) for each in case.transfers]
    return Panel("desk/panels/transfers.html", {"lines": lines})


def _replies(case: Case, transfer: Any) -> list[tuple[str, str]]:
    forms: dict[str, list[type[ReplyForm]]] = {
        TransferReply.PENDING: [Accepted, Refused],
        TransferReply.ACCEPTED: [Reported] if transfer.kind == "assign" else [],
    }
    offered = forms.get(transfer.reply, [])
    return [(each.label, each.address(case, transfer.pk)) for each in offered if case.may(each.act)]


Source = Callable[[Case], Panel | None]
PANELS: tuple[Source, ...] = (transfers,)


def panels_of(case: Case) -> list[Panel]:
    return [panel for source in PANELS if (panel := source(case)) is not None]
