"""导出电子卷宗: an archived file's papers, unsealed for one answer and never written to this machine's disk."""

from dataclasses import dataclass, field
from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import read_text, seal_text
from yixian.reception.actions import require_discreet
from yixian.regulations.archiving import FilePart
from yixian.resolution.actions.filing import print_file_index
from yixian.resolution.destroying import require_kept
from yixian.resolution.electronic import Enclosed, gather, lay_out
from yixian.resolution.electronic.opener import Opener
from yixian.resolution.filing import IndexLine
from yixian.resolution.models import ArchiveFile, FileExport
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

MOST_BYTES = 400 * 2**20
"""What is held in memory for one answer."""


class TooLarge(Refusal):
    """More than this machine holds in memory at once."""

    key = "too_large"


@dataclass(frozen=True, slots=True)
class Exported:
    """The record of the export, and the ZIP for one answer."""

    record: FileExport
    name: str
    content: bytes = field(repr=False)


@leaves_trail("resolution.export_file")
def export_file(*, by: Officer, file: ArchiveFile, reason: str, looked_through: bool, on: date) -> Exported:
    """Every paper that may leave, in one ZIP; each opening has its line in the trail, and the export its record.

    ``looked_through``: whoever exports has read the files that came with the reports, and none says who reports.
    Without it those files stay out. Sealed identities never go in: they have their own way (查看举报人身份).
    """
    require(by, "resolution.export_file", file.matter)
    require_kept(file)
    opener = Opener(by, file.matter, looked_through, on)
    require_discreet(by=by, reports=opener.reports, text=reason, what="导出的理由")
    record = FileExport(file=file, looked_through=looked_through, exported_by_id=by.staff_id, exported_on=on)
    record.reason = seal_text(record, "reason", reason, organ_id=file.matter.organ_id, what="导出的理由")
    enclosed = [_index(by, file, on), *gather(opener)]
    if sum(len(each.content) for each in enclosed) > MOST_BYTES:
        raise TooLarge(f"这一卷的电子文件超过{MOST_BYTES >> 20} MB，一次装不下。请逐份保存证据文件和材料。")
    bag = lay_out(file, enclosed, file.matter.organ.name, on)
    record.papers = sum(each.is_in for each in enclosed)
    record.left_out = len(enclosed) - record.papers
    record.fingerprint = bag.fingerprint
    record.save()
    return Exported(record, f"电子卷宗{bag.folder}.zip", bag.as_zip(on))


@leaves_trail("resolution.read_file")
def read_file(*, by: Officer, file: ArchiveFile) -> dict[str, str]:
    """What is sealed about the file itself, opened for its page: by the uid of its row, a reason; why a hold was lifted
    under that uid with ``lift``.
    """
    require(by, "resolution.read_file", file.matter)
    kept = [*file.exports.all(), *file.extensions.all(), *file.holds.all()]
    told = {f"{row.uid}": read_text(row, "reason", by=by, about=file.matter) for row in (file, *kept)}
    lifted = {
        f"{row.uid}lift": read_text(row, "lift_reason", by=by, about=file.matter) for row in file.holds.all()
    }
    return told | lifted


def _index(by: Officer, file: ArchiveFile, on: date) -> Enclosed:
    paper = print_file_index(by=by, file=file, on=on)
    return Enclosed(
        FilePart.CONCLUSION, IndexLine("卷宗封面、卷内目录和备考表", on=file.archived_on), "pdf", paper.pdf
    )
