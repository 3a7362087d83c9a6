"""档案鉴定销毁, drawing up and appraising: one lists what is past its term, two others say of each file what should be.

Neither of the two sees what the other said before giving the own opinion; one who would keep a file keeps it.
"""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from yixian.assessment.queries import reports_of
from yixian.protection.actions import open_seals, require
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT, TextMissing, seal_text, seal_text_if_any
from yixian.reception.actions import require_discreet
from yixian.reception.numbering import next_number
from yixian.regulations.archiving import REVIEWERS
from yixian.resolution.appraising import (
    OpinionFacts,
    require_an_approver_left,
    require_longer,
    require_people,
)
from yixian.resolution.destroying import all_contents, entangled
from yixian.resolution.enums import AppraisalOpinion, DestructionState, ListedState, StayReason
from yixian.resolution.filing import whole_index
from yixian.resolution.models import Appraisal, ArchiveFile, DestructionList, ListedFile
from yixian.resolution.queries.destruction import files_to_appraise
from yixian.resolution.workflow import DESTRUCTION, LISTED
from yixian.toolkit.numbering import PaperNumber
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

DRAW, APPRAISE = "resolution.draw_up_destruction", "resolution.appraise_files"
SERIES, STEM = "destroying", "销毁"


class NothingToDestroy(Refusal):
    """No file was put on the list."""

    key = "nothing_to_destroy"


class ListChanged(Refusal):
    """The files past their term are no longer those that the drafter looked at."""

    key = "list_changed"


class AlreadyAppraised(Refusal):
    """One opinion a person."""

    key = "already_appraised"


class NotEveryFile(Refusal):
    """An opinion is given of each file of the list, and of no other."""

    key = "not_every_file"


@leaves_trail(DRAW)
def draw_up_destruction(
    *, by: Officer, listed: Collection[UUID], left_out: Mapping[UUID, str], on: date
) -> DestructionList:
    """List the files past their term, by their ``uid``; each of them stands on it, left out only with its reason.

    A file that hangs on something that stays is noted on the list as not ready.
    """
    require(by, DRAW)
    require_people(by.organ_id, by.staff_id)
    found = {each.uid: each for each in files_to_appraise(by, on)}
    if not listed:
        raise NothingToDestroy("没有列入任何卷宗。至少列入一卷。")
    if set(found) != {*listed, *left_out} or set(listed) & set(left_out):
        raise ListChanged("期满的卷宗已经变化（新近期满、登记了暂缓或者已经列入别的清册），请重新核对。")
    number = next_number(organ_id=by.organ_id, series=SERIES, year=on.year)
    listing = DestructionList.objects.create(
        organ_id=by.organ_id,
        number=str(PaperNumber(STEM, on.year, number)),
        state=DESTRUCTION.step(DRAW).to_state,
        drawn_by_id=by.staff_id,
        drawn_on=on,
    )
    _add_rows(by, listing, list(found.values()), left_out)
    if not listing.files.filter(state=ListedState.WAITING).exists():
        raise NothingToDestroy("选中的卷宗都与没有销毁的来件、事项相关，现在还不能销毁。")
    return listing


def _add_rows(
    by: Officer, listing: DestructionList, files: list[ArchiveFile], left_out: Mapping[UUID, str]
) -> None:
    seals = [seal for each in files for seal in (each.matter.title, *each.index_seals)]
    texts = open_seals(by=by, seals=seals, slot=SLOT)
    hanging = entangled(all_contents([each for each in files if each.uid not in left_out]))
    for position, file in enumerate(files, 1):
        row = _row(listing, position, file, texts)
        if file.uid in left_out:
            reason = left_out[file.uid]
            if not reason.strip():
                raise TextMissing(f"{file.number}没有列入，请写明理由。")
            require_discreet(by=by, reports=reports_of(file.matter), text=reason, what="没有列入的理由")
            row.state = LISTED.step(DRAW, ListedState.LEFT_OUT).to_state
            row.reason = seal_text(row, "reason", reason, organ_id=by.organ_id, what="没有列入的理由")
        elif file.pk in hanging:
            row.state = LISTED.step(DRAW, ListedState.STAYED).to_state
            row.stayed_because = StayReason.SHARED
        row.save()


def _row(listing: DestructionList, position: int, file: ArchiveFile, texts: Mapping[UUID, str]) -> ListedFile:
    assert file.kept_until is not None, "what is kept for ever is past no term"  # noqa: S101 - narrows the type
    row = ListedFile(
        listing=listing,
        position=position,
        file=file,
        retention=file.retention,
        kept_until=file.kept_until,
        year=file.archived_on.year,
        papers=len(whole_index(file, texts)),
        pages=file.pages,
        state=LISTED.step(DRAW, ListedState.WAITING).to_state,
    )
    row.title = seal_text(row, "title", texts[file.matter.title], organ_id=listing.organ_id, what="题名")
    return row


@leaves_trail(APPRAISE)
def appraise_files(
    *, by: Officer, listing: DestructionList, opinions: Mapping[UUID, OpinionFacts], on: date
) -> DestructionList:
    """An opinion of each file that waits for one, by the ``uid`` of its row. The second person's settles the list."""
    require(by, APPRAISE, listing)
    locked = DestructionList.objects.select_for_update(of=("self",)).get(pk=listing.pk)
    given = locked.reviewer_ids()
    if by.staff_id in given:
        raise AlreadyAppraised("这份清册您已经鉴定过。")
    last = len(given) + 1 >= REVIEWERS
    locked.state = DESTRUCTION.after(
        APPRAISE, locked.state, DestructionState.REVIEWED if last else DestructionState.REVIEWING
    )
    require_an_approver_left(locked, by.staff_id)
    rows = {each.uid: each for each in _waiting(locked)}
    if set(rows) != set(opinions):
        raise NotEveryFile("请对清册里的每一卷都提出鉴定意见。")
    for uid, facts in opinions.items():
        _appraise(by, rows[uid], facts, on)
    if last:
        _settle(locked)
    locked.save(update_fields=["state"])
    return locked


def _waiting(listing: DestructionList) -> list[ListedFile]:
    rows = listing.files.filter(state=ListedState.WAITING).select_related("file__matter")
    return list(rows.order_by("position"))


def _appraise(by: Officer, row: ListedFile, facts: OpinionFacts, on: date) -> None:
    number = row.file.number
    if facts.keeps:
        require_longer(row.file, facts.years, on)
        if not facts.reason.strip():
            raise TextMissing(f"{number}继续保存，请写明理由。")
    require_discreet(by=by, reports=reports_of(row.file.matter), text=facts.reason, what="鉴定意见")
    said = Appraisal(
        listed=row,
        reviewer_id=by.staff_id,
        opinion=facts.opinion,
        years=facts.years if facts.keeps else None,
        given_on=on,
    )
    said.reason = seal_text_if_any(said, "reason", facts.reason, organ_id=by.organ_id, what="鉴定意见")
    said.save()


def _settle(listing: DestructionList) -> None:
    """Both for destroying, or the file is kept."""
    for row in _waiting(listing):
        said = set(row.appraisals.order_by("pk").values_list("opinion", flat=True))
        to = ListedState.AGREED if said == {AppraisalOpinion.DESTROY} else ListedState.TO_KEEP
        row.state = LISTED.after(APPRAISE, row.state, to)
        row.save(update_fields=["state"])
