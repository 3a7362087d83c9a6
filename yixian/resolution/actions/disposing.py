"""档案鉴定销毁, deciding and carrying out: the chief approves the whole list, two people stand by, and it is done.

What is to be destroyed is looked at again in the very transaction that destroys it: a hold put on since stops the file.
"""

from datetime import date

from yixian.protection.actions import open_seals, require
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT, seal_text
from yixian.reception.actions import require_discreet
from yixian.regulations.archiving import WITNESSES
from yixian.resolution.actions.keeping import extend_retention
from yixian.resolution.appraising import longest
from yixian.resolution.destroying import all_contents, destroy_file, files_locked, stay_reasons
from yixian.resolution.enums import AppraisalOpinion, DestructionState, ListedState
from yixian.resolution.models import ArchiveFile, DestructionList, ListedFile, Witness
from yixian.resolution.queries.destruction import reports_on
from yixian.resolution.workflow import DESTRUCTION, LISTED, UNDECIDED
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

APPROVE, RETURN = "resolution.approve_destruction", "resolution.return_destruction"
ATTEND, CARRY_OUT = "resolution.attend_destruction", "resolution.carry_out_destruction"


class HereAlready(Refusal):
    """Whoever stands by says so once a day."""

    key = "here_already"


class WitnessesMissing(Refusal):
    """Two people stand by on the day, and neither is who does it."""

    key = "witnesses_missing"


@leaves_trail(APPROVE)
def approve_destruction(*, by: Officer, listing: DestructionList, on: date) -> DestructionList:
    """The whole list as it was appraised. What one of the two would keep gets its longer term, for their reasons."""
    require(by, APPROVE, listing)
    locked = _locked(listing)
    to = DestructionState.APPROVED if _rows(locked, ListedState.AGREED) else DestructionState.ALL_KEPT
    locked.state = DESTRUCTION.after(APPROVE, locked.state, to)
    for row in _rows(locked, ListedState.TO_KEEP):
        _extend(by, row, on)
        row.state = LISTED.after(APPROVE, row.state)
        row.save(update_fields=["state"])
    locked.decided_by_id, locked.decided_on = by.staff_id, on
    locked.save(update_fields=["state", "decided_by", "decided_on"])
    return locked


def _extend(by: Officer, row: ListedFile, on: date) -> None:
    file = ArchiveFile.objects.select_related("matter").get(pk=row.file_id)
    if file.kept_until is None:
        return
    kept = list(row.appraisals.filter(opinion=AppraisalOpinion.KEEP).order_by("pk"))
    said = open_seals(by=by, seals=[each.reason for each in kept], slot=SLOT)
    reasons = "；".join(said[each.reason] for each in kept if each.reason in said)
    extend_retention(
        by=by,
        file=file,
        years=longest([each.years for each in kept]),
        reason=f"{row.listing.number}销毁鉴定，继续保存：{reasons}",
        on=on,
    )


@leaves_trail(RETURN)
def return_destruction(*, by: Officer, listing: DestructionList, reason: str, on: date) -> DestructionList:
    """Send the list back, until it is carried out: nothing is destroyed, its files may stand on another."""
    require(by, RETURN, listing)
    locked = _locked(listing)
    locked.state = DESTRUCTION.after(RETURN, locked.state)
    require_discreet(by=by, reports=reports_on(locked), text=reason, what="退回的理由")
    locked.note = seal_text(locked, "note", reason, organ_id=locked.organ_id, what="退回的理由")
    locked.decided_by_id, locked.decided_on = by.staff_id, on
    for row in _rows(locked, *UNDECIDED):
        row.state = LISTED.after(RETURN, row.state)
        row.save(update_fields=["state"])
    locked.save(update_fields=["state", "note", "decided_by", "decided_on"])
    return locked


@leaves_trail(ATTEND)
def attend_destruction(*, by: Officer, listing: DestructionList, on: date) -> Witness:
    """Say by the own account that one stands by today."""
    require(by, ATTEND, listing)
    locked = _locked(listing)
    DESTRUCTION.after(ATTEND, locked.state)
    if locked.witnesses.filter(staff=by.staff_id, came_on=on).exists():
        raise HereAlready("您今天已经登记到场。")
    return Witness.objects.create(listing=locked, staff_id=by.staff_id, came_on=on)


@leaves_trail(CARRY_OUT)
def carry_out_destruction(*, by: Officer, listing: DestructionList, on: date) -> DestructionList:
    """Destroy what was approved and may still be destroyed; one transaction, so that it is done whole or not at all."""
    require(by, CARRY_OUT, listing)
    locked = _locked(listing)
    locked.state = DESTRUCTION.after(CARRY_OUT, locked.state)
    _require_witnesses(locked, by, on)
    rows = _rows(locked, ListedState.AGREED)
    files = files_locked(each.file_id for each in rows)
    contents = all_contents(files)
    staying = stay_reasons(files, contents, on)
    by_key = {each.pk: each for each in files}
    for row in rows:
        why = staying.get(row.file_id)
        row.state = LISTED.after(CARRY_OUT, row.state, ListedState.STAYED if why else ListedState.DESTROYED)
        row.stayed_because = why or ""
        if why is None:
            file = by_key[row.file_id]
            row.seals = destroy_file(by=by, file=file, contents=contents[file.pk], on=on)
        row.save(update_fields=["state", "stayed_because", "seals"])
    locked.executed_by_id, locked.executed_on = by.staff_id, on
    locked.save(update_fields=["state", "executed_by", "executed_on"])
    return locked


def _require_witnesses(listing: DestructionList, by: Officer, on: date) -> None:
    here = listing.witnesses.filter(came_on=on).exclude(staff=by.staff_id).count()
    if here < WITNESSES:
        raise WitnessesMissing(
            f"销毁要有{WITNESSES}名监销人当天到场，执行人不算；今天登记到场的有{here}人。请监销人用自己的账号登记。"
        )


def _locked(listing: DestructionList) -> DestructionList:
    return DestructionList.objects.select_for_update(of=("self",)).get(pk=listing.pk)


def _rows(listing: DestructionList, *states: ListedState) -> list[ListedFile]:
    found = listing.files.filter(state__in=states).select_related("listing")
    return list(found.order_by("position"))
