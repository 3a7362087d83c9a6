"""归档: the closed matter is put away as a file with its place, its index and its term."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.actions import put_away_matter
from yixian.assessment.queries import reports_of
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import read_text, seal_text, seal_text_if_any
from yixian.reception.actions import FilledPaper, put_away_report, require_discreet
from yixian.reception.enums import ReportState
from yixian.regulations.archiving import Retention, kept_until
from yixian.resolution.filing import index_text, pages_in, read_index, whole_index
from yixian.resolution.models import ArchiveFile, FileSupplement
from yixian.resolution.papers.file_index import file_index
from yixian.resolution.queries.filing import retention_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.assessment.models import Matter


class PlaceTaken(Refusal):
    """Another file stands under this number already."""

    key = "place_taken"


class HasAFile(Refusal):
    """A matter has one file; what comes later is added to it."""

    key = "has_a_file"


class TermTooShort(Refusal):
    """Shorter than the schedule proposes, without a reason."""

    key = "term_too_short"


@leaves_trail("resolution.archive_matter")
def archive_matter(
    *,
    by: Officer,
    matter: "Matter",
    box: int,
    piece: int,
    retention: Retention,
    index: str,
    on: date,
    reason: str = "",
) -> ArchiveFile:
    """Put the closed matter's file away with its reports.

    ``index`` is the list of papers, one a line (``filing.COLUMNS``) in the order of the file, held against who
    reported and sealed; ``reason`` is why it is kept for a shorter time than the schedule proposes.
    """
    require(by, "resolution.archive_matter", matter)
    if filed := ArchiveFile.objects.filter(matter=matter).first():
        raise HasAFile(f"这一事项已有卷宗（{filed.number}），请用“补充归档”，不另立卷。")
    number = f"{matter.organ.code}·{on.year}·{box:03d}-{piece:03d}"
    if ArchiveFile.objects.filter(number=number).exists():
        raise PlaceTaken(f"案卷号{number}已经有卷宗，请核对盒号和件号。")
    put_away_matter(by=by, matter=matter, on=on)
    _check_term(matter, retention, reason)
    lines = read_index(index)
    require_discreet(by=by, reports=reports_of(matter), text=f"{index}\n{reason}", what="卷内目录")
    _put_away_reports(by, matter, on)
    archived = ArchiveFile(
        matter=matter,
        number=number,
        box=box,
        piece=piece,
        retention=retention,
        kept_until=kept_until(matter.closed_on or on, retention),
        pages=pages_in(lines),
        archived_by_id=by.staff_id,
        archived_on=on,
    )
    words = index_text(lines)
    archived.index = seal_text(archived, "index", words, organ_id=matter.organ_id, what="卷内目录")
    archived.reason = seal_text_if_any(archived, "reason", reason, organ_id=matter.organ_id, what="理由")
    archived.save()
    return archived


@leaves_trail("resolution.supplement_file")
def supplement_file(*, by: Officer, file: ArchiveFile, index: str, on: date) -> FileSupplement:
    """Put the matter away again: what came since it was reopened is added behind the file's papers, none is replaced.

    The term counts from the new closing, and never ends earlier than it did.
    """
    matter = file.matter
    require(by, "resolution.supplement_file", matter)
    put_away_matter(by=by, matter=matter, on=on)
    lines = read_index(index)
    require_discreet(by=by, reports=reports_of(matter), text=index, what="补充的卷内目录")
    _put_away_reports(by, matter, on)
    added = FileSupplement(file=file, pages=pages_in(lines), added_by_id=by.staff_id, added_on=on)
    words = index_text(lines)
    added.index = seal_text(added, "index", words, organ_id=matter.organ_id, what="补充的卷内目录")
    added.save()
    _count_in(added, matter.closed_on or on)
    return added


def _count_in(added: FileSupplement, closed_on: date) -> None:
    file = ArchiveFile.objects.select_for_update(of=("self",)).get(pk=added.file_id)
    file.pages += added.pages
    if file.kept_until is not None:
        until = kept_until(closed_on, Retention(file.retention))
        file.kept_until = max(file.kept_until, until) if until else None
    file.save(update_fields=["pages", "kept_until"])


def _put_away_reports(by: Officer, matter: "Matter", on: date) -> None:
    for report in reports_of(matter):
        if report.state != ReportState.ENVELOPED:
            put_away_report(by=by, report=report, on=on)


@leaves_trail("resolution.print_file_index")
def print_file_index(*, by: Officer, file: ArchiveFile, on: date) -> FilledPaper:
    """封面、卷内文件目录 and 备考表, as they were put away, with what was added behind."""
    require(by, "resolution.print_file_index", file.matter)
    added = list(file.supplements.select_related("added_by").order_by("added_on", "pk"))
    texts = {file.index: read_text(file, "index", by=by, about=file.matter)}
    texts |= {each.index: read_text(each, "index", by=by, about=file.matter) for each in added}
    lines = whole_index(file, texts)
    paper = file_index(file=file, organ=file.matter.organ.name, lines=lines, on=on, added=added)
    require_discreet(by=by, reports=reports_of(file.matter), text=paper.words.whole, what="卷内目录")
    return paper


def _check_term(matter: "Matter", retention: Retention, reason: str) -> None:
    rule = retention_of(matter)
    if retention.is_shorter_than(rule.retention) and not reason.strip():
        raise TermTooShort(
            f"按{rule.article.cite()}（{rule.article.grade.label}），{rule.says}的，"
            f"建议保管{rule.retention.label}。保管得更短，请写明理由。"
        )
