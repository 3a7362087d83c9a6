"""报送上级, for a report already looked at here: it leaves its matter, and with it all that was written about it.

检控规则 15 forbids to copy, excerpt or enter what belongs to the superior. Where it was entered before anybody knew,
nothing of it is kept: what class it was given is forgotten as the names of those reported are, and of a matter that
leaves with it there stay number, days and state. Whose it was decided to be stays with the bare row, without words:
it says why the report went up.
"""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from yixian.assessment.actions.link import unlink_report
from yixian.assessment.enums import MatterState
from yixian.assessment.models import JurisdictionDecision, Matter, MatterLink
from yixian.assessment.queries import matter_of, stands_with_others
from yixian.assessment.workflow import MATTER
from yixian.protection.actions import destroy_holding, give_up_wraps, require
from yixian.protection.holdings import Holding, holding_of, seals_in, sharers
from yixian.protection.officer import Officer
from yixian.protection.texts import seal_text
from yixian.reception.actions import send_up_as_envelope
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Envelope, Report

SEND_UP = "assessment.send_up_report"
RESOLUTION = "resolution"
"""The house whose records say that the matter was looked into; a later one, so it is named and not imported."""
TITLE = "已报送上级（不留内容）"


class LookedInto(Refusal):
    """What was found out here cannot be made undone by an envelope."""

    key = "looked_into"


@leaves_trail(SEND_UP)
def send_up_report(*, by: Officer, report: "Report", on: date) -> "Envelope":
    """A matter that has other reports goes on without this one; one that has no other leaves with it."""
    require(by, SEND_UP, report)
    matter, shared = matter_of(report.pk), stands_with_others(report.pk)
    if shared:
        unlink_report(by=by, report=report, on=on)
    envelope = send_up_as_envelope(by=by, report=report, on=on)
    stays = envelope.report
    for model in (MatterLink, JurisdictionDecision):
        model.objects.filter(report=report).update(report=stays)
    _forget_decisions(report, stays, on)
    if matter is not None and not shared:
        _leave_with_it(matter, on)
    return envelope


def _forget_decisions(report: "Report", stays: "Report", on: date) -> None:
    classes = list(report.classifications.order_by("-pk"))
    _forget(holding_of([*classes, *stays.jurisdiction_decisions.all()]), stays.organ_id, on)
    for each in classes:
        each.delete()


def _leave_with_it(matter: Matter, on: date) -> None:
    held = holding_of([matter])
    if any(model._meta.app_label == RESOLUTION and keys for model, keys in held.rows.items()):
        raise LookedInto(
            f"事项{matter.number}已经登记线索或者作过办理，不能只留信封。"
            "请先受理，办理中的材料随件移送有管辖权的机关，由其决定。"
        )
    locked = Matter.objects.select_for_update().get(pk=matter.pk)
    written = locked.title
    locked.state, locked.closed_on = MATTER.after(SEND_UP, locked.state, MatterState.SENT_UP), on
    locked.title = seal_text(locked, "title", TITLE, organ_id=locked.organ_id, what="事项标题")
    locked.save(update_fields=["state", "closed_on", "title"])
    _forget(held, locked.organ_id, on, written)


def _forget(held: Holding, organ_id: int, on: date, *more: UUID) -> None:
    """Destroy what only this office holds; of what another holds too, a member of a consultation, our own way to it."""
    seals = seals_in(held) | set(more)
    lent = {seal for seal, _ in sharers(held, seals)}
    destroy_holding(held=held, seals=seals - lent, on=on)
    give_up_wraps(organ_id=organ_id, seals=lent, on=on)
