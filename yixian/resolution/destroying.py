"""Which files may be destroyed, and the one way in which a file is: every house's part of it at once.

A file hangs on others when one of its reports is repeated by a report that stays, when a record (a visit to the
village) is about a report that stays as well, or when a row of this office outside it holds one of its seals. Such a
file is not ready, unless what it hangs on goes with the same list. What another organ holds of it stays with that
organ: only this organ's own way to it ends.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Model

from yixian.assessment.actions import note_matter_destroyed
from yixian.assessment.enums import MatterState
from yixian.assessment.queries import reports_of
from yixian.protection.actions import Destroyed, destroy_holding, give_up_wraps
from yixian.protection.holdings import Holding, holding_of, outside, root_of, seals_in, sharers
from yixian.protection.officer import Officer
from yixian.reception.actions import note_report_destroyed
from yixian.reception.enums import ReportState
from yixian.resolution.enums import StayReason
from yixian.resolution.models import ArchiveFile
from yixian.resolution.queries.filing import held_files


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds; ``lent`` are the seals that another organ holds too, ``hangs_on`` the rows that stay."""

    held: Holding
    seals: frozenset[UUID]
    lent: frozenset[UUID]
    hangs_on: tuple[Model, ...]


def require_kept(file: ArchiveFile) -> None:
    """Refuse what cannot be done with a file that was destroyed."""
    if file.matter.destroyed_on is not None:
        raise Destroyed(f"卷宗{file.number}的内容已按规定销毁，只留档号、题名、目录和销毁清册。")


def contents_of(file: ArchiveFile) -> Contents:
    matter = file.matter
    reports = [each for each in reports_of(matter) if each.state != ReportState.ENVELOPED]
    held = holding_of([matter, *reports])
    seals, lent, hangs_on = seals_in(held), set[UUID](), list(outside(held))
    for seal, row in sharers(held, seals):
        root = root_of(row, held.roots)
        if getattr(root, "organ_id", matter.organ_id) == matter.organ_id:
            hangs_on.append(row)
        else:
            lent.add(seal)
    staying = [each for each in hangs_on if not _is_gone(root_of(each, held.roots))]
    return Contents(held, frozenset(seals - lent), frozenset(lent), tuple(staying))


def _is_gone(root: Model) -> bool:
    return getattr(root, "destroyed_on", None) is not None


def entangled(contents: Mapping[int, Contents]) -> set[int]:
    """Of files that would go together, those that hang on something that stays; and those that hang on these."""
    staying: set[int] = set()
    while True:
        going = [each.held for key, each in contents.items() if key not in staying]
        more = {
            key
            for key, each in contents.items()
            if key not in staying and not all(any(g.has(row) for g in going) for row in each.hangs_on)
        }
        if not more:
            return staying
        staying |= more


def stay_reasons(
    files: Sequence[ArchiveFile], contents: Mapping[int, Contents], on: date
) -> dict[int, StayReason]:
    """File → why it is not destroyed on this day, for those that are not: asked again at the last moment."""
    held = set(held_files(on))
    told = {each.pk: StayReason.HELD for each in files if each.pk in held}
    for each in files:
        if each.kept_until is None or each.kept_until >= on:
            told.setdefault(each.pk, StayReason.EXTENDED)
        if each.matter.state != MatterState.ARCHIVED:
            told.setdefault(each.pk, StayReason.REOPENED)
    going = {each.pk: contents[each.pk] for each in files if each.pk not in told}
    return told | dict.fromkeys(entangled(going), StayReason.SHARED)


def destroy_file(*, by: Officer, file: ArchiveFile, contents: Contents, on: date) -> int:
    """Destroy what the file holds, and say so on the rows that stay; how many seals there were."""
    for report in reports_of(file.matter):
        if report.state != ReportState.ENVELOPED:
            note_report_destroyed(by=by, report=report, on=on)
    note_matter_destroyed(by=by, matter=file.matter, on=on)
    gone = destroy_holding(held=contents.held, seals=contents.seals, on=on)
    return gone + give_up_wraps(organ_id=file.matter.organ_id, seals=contents.lent, on=on)


def files_locked(keys: Iterable[int]) -> list[ArchiveFile]:
    """Locked, so that nobody puts a hold on one between the last look and the end."""
    rows = ArchiveFile.objects.select_for_update(of=("self",)).filter(pk__in=list(keys))
    return list(rows.select_related("matter").order_by("pk"))


def all_contents(files: Collection[ArchiveFile]) -> dict[int, Contents]:
    return {each.pk: contents_of(each) for each in files}
