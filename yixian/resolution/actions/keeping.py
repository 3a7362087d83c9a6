"""暂缓销毁、解除暂缓、延长保管期限: keeping a file longer needs a reason; keeping it shorter is no act at all."""

from datetime import date
from uuid import UUID

from yixian.assessment.queries import reports_of
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import seal_text
from yixian.reception.actions import require_discreet
from yixian.regulations.archiving import Retention
from yixian.resolution.destroying import require_kept
from yixian.resolution.models import ArchiveFile, Extension, Hold
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class AlreadyHeld(Refusal):
    """A hold stands on it."""

    key = "already_held"


class NotHeld(Refusal):
    """There is nothing to lift."""

    key = "not_held"


class EndsTooEarly(Refusal):
    """A hold that ends before it begins holds nothing."""

    key = "ends_too_early"


class KeptForEver(Refusal):
    """There is nothing longer than for ever."""

    key = "kept_for_ever"


class NotLonger(Refusal):
    """A term is extended by whole years, at least one."""

    key = "not_longer"


@leaves_trail("resolution.hold_file")
def hold_file(*, by: Officer, file: ArchiveFile, reason: str, until: date | None, on: date) -> Hold:
    """Whatever its term says, the file stays: until a day, or until the hold is lifted."""
    require(by, "resolution.hold_file", file.matter)
    if any(each.stands(on) for each in _locked(file).holds.all()):
        raise AlreadyHeld("这一卷已经暂缓销毁。要改期限的，先解除，再重新登记。")
    if until is not None and until < on:
        raise EndsTooEarly("“暂缓至”不得早于今天；没有期限的空着。")
    hold = Hold(file=file, until=until, ordered_by_id=by.staff_id, ordered_on=on)
    hold.reason = _sealed(by, hold, "reason", reason, "暂缓销毁的理由")
    hold.save()
    return hold


@leaves_trail("resolution.lift_hold")
def lift_hold(*, by: Officer, file: ArchiveFile, reason: str, on: date) -> Hold:
    """The chief's word, whoever ordered it: from now on the term counts again."""
    require(by, "resolution.lift_hold", file.matter)
    hold = next((each for each in _locked(file).holds.all() if each.stands(on)), None)
    if hold is None:
        raise NotHeld("这一卷没有暂缓销毁，或者已经解除。")
    hold.lift_reason = _sealed(by, hold, "lift_reason", reason, "解除的理由")
    hold.lifted_by_id, hold.lifted_on = by.staff_id, on
    hold.save(update_fields=["lift_reason", "lifted_by", "lifted_on"])
    return hold


@leaves_trail("resolution.extend_retention")
def extend_retention(
    *, by: Officer, file: ArchiveFile, years: int | None, reason: str, on: date
) -> Extension:
    """So many years more, counted from the end of the term; None is for ever."""
    require(by, "resolution.extend_retention", file.matter)
    locked = _locked(file)
    if locked.kept_until is None:
        raise KeptForEver("这一卷永久保管，不需要延长。")
    if years is not None and years < 1:
        raise NotLonger("至少延长1年。")
    until = date(locked.kept_until.year + years, 12, 31) if years else None
    extension = Extension(
        file=file,
        retention_before=locked.retention,
        until_before=locked.kept_until,
        until_after=until,
        extended_by_id=by.staff_id,
        extended_on=on,
    )
    extension.reason = _sealed(by, extension, "reason", reason, "延长的理由")
    extension.save()
    locked.kept_until, locked.retention = until, locked.retention if until else Retention.PERMANENT
    locked.save(update_fields=["kept_until", "retention"])
    return extension


def _locked(file: ArchiveFile) -> ArchiveFile:
    """The locked row, of a file that still has its content."""
    locked = ArchiveFile.objects.select_for_update(of=("self",)).select_related("matter").get(pk=file.pk)
    require_kept(locked)
    return locked


def _sealed(by: Officer, row: Hold | Extension, name: str, text: str, what: str) -> UUID:
    matter = row.file.matter
    require_discreet(by=by, reports=reports_of(matter), text=text, what=what)
    return seal_text(row, name, text, organ_id=matter.organ_id, what=what)
