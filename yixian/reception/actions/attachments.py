"""Files beside a report: added by the office, opened one by one. Each opening has its line in the trail."""

from collections.abc import Sequence
from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.attaching import OpenedFile, file_at, opened, put
from yixian.reception.enums import AttachmentKind, ReportState
from yixian.reception.models import Attachment, Report
from yixian.reception.opening import read_in_inbox
from yixian.reception.steps import check_not_before
from yixian.toolkit.files import CleanFile
from yixian.trail.actions import leaves_trail


@leaves_trail("reception.attach_files")
def attach_files(
    *, by: Officer, report: Report, files: Sequence[CleanFile], kind: AttachmentKind, on: date
) -> list[Attachment]:
    """Seal what was handed to the office, or made by it, beside the report. Nothing is ever taken away again."""
    require(by, "reception.attach_files", report)
    check_not_before(report, on)
    return put(Report.objects.select_for_update().get(pk=report.pk), files, kind, on, by)


@leaves_trail("reception.open_attachment")
def open_attachment(*, by: Officer, report: Report, position: int) -> OpenedFile:
    """One file of a report that this officer may read."""
    require(by, "reception.open_attachment", report)
    if report.state == ReportState.RECEIVED:
        read_in_inbox(by, report)  # whoever it names meets neither it nor its files
    return opened(by, file_at(report, position))
