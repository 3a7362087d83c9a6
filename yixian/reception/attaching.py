"""Putting files under seal beside a report. Public keys do it, so the window can; opening takes a session."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Max

from yixian.protection.actions import IDENTITY, OFFICE, open_bytes, open_seal, open_seals, seal
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


class KeptWithIdentity(Refusal):
    """The file shows who reports: it is asked for like an identity."""

    key = "kept_with_identity"


class NoIdentityToKeepItWith(Refusal):
    """Who reports is unknown, so there is nothing with which a file could be kept."""

    key = "no_identity_to_keep_it_with"


class NoSuchFile(Refusal):
    """The report has no file at this place."""

    key = "no_such_file"


@dataclass(frozen=True, slots=True)
class ShowsWho(CleanFile):
    """A file of which whoever reports says that it shows who they are."""


@dataclass(frozen=True, slots=True)
class AttachmentContent:
    """A file as the screen lists it: its name and kind are opened, its content is not. One that shows who reports
    has neither here.
    """

    attachment: Attachment
    name: str = ""
    kind: FileKind | None = None


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file, opened for one answer."""

    name: str
    kind: FileKind
    content: bytes = field(repr=False)

    @property
    def media_type(self) -> str:
        return self.kind.media_type


def file_at(report: Report, position: int) -> Attachment:
    """The file at this place of the report."""
    found = report.attachments.select_related("report").filter(position=position).first()
    if found is None:
        raise NoSuchFile("没有找到这份材料，请回到来件页面再看一看。")
    return found


def put(
    report: Report,
    files: Iterable[CleanFile],
    kind: AttachmentKind,
    on: date,
    by: Officer | None = None,
    identifies: bool = False,
) -> list[Attachment]:
    """Seal the files behind those that are there; ``by`` is nobody for what the reporter hands in.

    Those that show who reports, all of them (``identifies``) or each as its sender says (``ShowsWho``), are sealed
    under the identity key, which needs no secret either.
    """
    given = list(files)
    last = report.attachments.aggregate(last=Max("position"))["last"] or 0
    if last + len(given) > MOST:
        raise TooManyFiles(f"一件来件最多附{MOST}份材料，请合并成一个 PDF 后再附。")
    if report.identity is None and any(isinstance(each, ShowsWho) for each in given):
        raise NoIdentityToKeepItWith(
            "您没有写姓名，标了“会露出是我”的材料不能随姓名封存。请取消标记，或者删掉这份材料，也可以改成实名。"
        )
    return [
        Attachment.objects.create(
            report=report,
            position=position,
            kind=kind,
            added_on=on,
            added_by_id=by.staff_id if by else None,
            identifies=apart,
            content=_sealed(report, each, apart),
        )
        for position, each in enumerate(given, last + 1)
        for apart in (identifies or isinstance(each, ShowsWho),)
    ]


def _sealed(report: Report, given: CleanFile, identifies: bool) -> UUID:
    slots: dict[str, str | bytes] = {"name": given.name, "kind": given.kind.name, "file": given.content}
    if identifies:  # as bytes, so that the name of a file is not watched for as a reporter's is
        slots |= {"name": given.name.encode(), "kind": given.kind.name.encode()}
    purpose = IDENTITY if identifies else OFFICE
    return seal(organ_id=report.organ_id, context=_context(report), slots=slots, purpose=purpose)


def _context(report: Report) -> str:
    """Bound to the report as it was first sealed; a copy at another organ holds the same seals."""
    return context_of(report.sealed_as or report.pk, FIELD)


def listed(by: Officer, report: Report) -> tuple[AttachmentContent, ...]:
    """Names and kinds of a report's files, in order."""
    attached = list(report.attachments.select_related("added_by").order_by("position"))
    if not attached:
        return ()
    seals = [each.content for each in attached if not each.identifies]
    names, kinds = (
        open_seals(by=by, seals=seals, slot=slot, subject=report.trail_subject) for slot in ("name", "kind")
    )
    return tuple(
        AttachmentContent(each)
        if each.identifies
        else AttachmentContent(each, names[each.content], FileKind[kinds[each.content]])
        for each in attached
        if each.identifies or each.content in names
    )


def opened(by: Officer, attachment: Attachment) -> OpenedFile:
    """One file whole."""
    report = attachment.report
    if attachment.identifies:
        raise KeptWithIdentity(
            "这份材料能看出举报人是谁，随举报人身份封存。需要查看的，请申请查看举报人身份。"
        )
    seal, context = attachment.content, _context(report)
    named = open_seal(by=by, seal=seal, slots=("name", "kind"), about=report, context=context)
    content = open_bytes(by=by, seal=seal, slot="file", about=report, context=context)
    return OpenedFile(named["name"], FileKind[named["kind"]], content)
