"""Putting files under seal beside a report. Public keys do it, so the window can; opening takes a session."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Max

from yixian.protection.actions import open_bytes, open_seals, seal
from yixian.protection.officer import Officer
from yixian.reception.enums import AttachmentKind
from yixian.reception.models import Attachment, Report
from yixian.reception.sealing import context_of
from yixian.toolkit.files import CleanFile, FileKind
from yixian.trail.refusal import Refusal

MOST = 60
"""Files of one report: a long letter's pages and what was handed in later. A thousand small files help nobody."""
FIELD = "attachment"


class TooManyFiles(Refusal):
    """The report holds as many files as one report may."""

    key = "too_many_files"


@dataclass(frozen=True, slots=True)
class AttachmentContent:
    """A file as the screen lists it: its name and kind are opened, its content is not."""

    attachment: Attachment
    name: str
    kind: FileKind


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file, opened for one answer."""

    name: str
    kind: FileKind
    content: bytes = field(repr=False)

    @property
    def media_type(self) -> str:
        return self.kind.media_type


def put(
    report: Report, files: Iterable[CleanFile], kind: AttachmentKind, on: date, by: Officer | None = None
) -> list[Attachment]:
    """Seal the files behind those that are there; ``by`` is nobody for what the reporter hands in."""
    given = list(files)
    last = report.attachments.aggregate(last=Max("position"))["last"] or 0
    if last + len(given) > MOST:
        raise TooManyFiles(f"一件来件最多附{MOST}份材料，请合并成一个 PDF 后再附。")
    return [
        Attachment.objects.create(
            report=report,
            position=position,
            kind=kind,
            added_on=on,
            added_by_id=by.staff_id if by else None,
            content=_sealed(report, each),
        )
        for position, each in enumerate(given, last + 1)
    ]


def _sealed(report: Report, given: CleanFile) -> UUID:
    slots: dict[str, str | bytes] = {"name": given.name, "kind": given.kind.name, "file": given.content}
    return seal(organ_id=report.organ_id, context=_context(report), slots=slots)


def _context(report: Report) -> str:
    """Bound to the report as it was first sealed; a copy at another organ holds the same seals."""
    return context_of(report.sealed_as or report.pk, FIELD)


def listed(by: Officer, report: Report) -> tuple[AttachmentContent, ...]:
    """Names and kinds of a report's files, in order."""
    attached = list(report.attachments.select_related("added_by").order_by("position"))
    if not attached:
        return ()
    seals = [each.content for each in attached]
    names, kinds = (
        open_seals(by=by, seals=seals, slot=slot, subject=report.trail_subject) for slot in ("name", "kind")
    )
    return tuple(
        AttachmentContent(each, names[each.content], FileKind[kinds[each.content]])
        for each in attached
        if each.content in names
    )


def opened(by: Officer, attachment: Attachment) -> OpenedFile:
    """One file whole."""
    report = attachment.report
    (found,) = (each for each in listed(by, report) if each.attachment.pk == attachment.pk)
    content = open_bytes(by=by, seal=attachment.content, slot="file", about=report, context=_context(report))
    return OpenedFile(found.name, found.kind, content)
