"""What belongs into the file of a matter: every paper on record, in the order of the file, without a name."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Max, Prefetch, Q, QuerySet, Sum

from yixian.assessment.enums import MatterState
from yixian.assessment.queries import current_links, met_matters, reports_of, transfers_of
from yixian.protection.officer import Officer
from yixian.reception.enums import ReportState
from yixian.regulations.archiving import FilePart, RetentionRule, filed_by, retention_for
from yixian.regulations.outcomes import Outcome as Measure
from yixian.resolution.enums import Decision
from yixian.resolution.filing import IndexLine
from yixian.resolution.models import ArchiveFile, Clue, Extension, FileExport, FileSupplement, Hold, Outcome
from yixian.resolution.queries.clues import clues_of

if TYPE_CHECKING:
    from yixian.assessment.models import Matter, MatterLink
    from yixian.reception.models import Report

Told = tuple[FilePart, IndexLine]


def proposed_index(matter: "Matter") -> list[IndexLine]:
    """Conclusions first, their grounds after them; within a part by day. Sealed identities are no part of it.

    A paper whose pages nobody counted has one page until the archivist says otherwise.
    """
    told = [each for clue in clues_of(matter.pk) for each in _of_clue(clue, matter.organ.name)]
    for report in reports_of(matter):
        if report.state != ReportState.ENVELOPED:
            told += _of_report(report, matter.organ.name)
    order = list(FilePart)
    told.sort(key=lambda each: (order.index(each[0]), each[1].on or date.max))
    return [line for _, line in told]


def added_index(matter: "Matter", since: date) -> list[IndexLine]:
    """What came on record since the matter was reopened: the papers that are added to its file."""
    return [line for line in proposed_index(matter) if line.on is not None and line.on >= since]


def _of_clue(clue: Clue, organ: str) -> Iterator[Told]:
    about = f"（{clue.code}）"
    for outcome in clue.outcomes.all():
        if outcome.decision == Decision.APPROVED:
            title = f"被反映人（{outcome.person.position}）处理意见和审批{about}"
            line = IndexLine(title, on=outcome.decided_on, author=outcome.deciding_organ.name)
            yield FilePart.CONCLUSION, line
    for report in clue.reports.all():
        if report.decision == Decision.APPROVED:
            yield FilePart.CONCLUSION, IndexLine(f"核查报告和审批{about}", on=report.decided_on, author=organ)
        for review in report.county_reviews.all():
            if review.is_answered:
                county = review.to_organ.name if review.to_organ else "县纪委监委"
                line = IndexLine(
                    f"县审意见{about}", on=review.answered_on, author=county, number=review.paper_number
                )
                yield FilePart.CONCLUSION, line
    yield from _of_what_followed(clue, organ, about)
    for disposal in clue.disposals.all():
        if disposal.decision == Decision.APPROVED:
            title = f"{disposal.get_disposal_display()}处置意见和审批{about}"
            yield FilePart.VERIFICATION, IndexLine(title, on=disposal.decided_on, author=organ)
    yield from _of_inquiries(clue, organ, about)
    if hasattr(clue, "verification"):
        yield from _of_verification(clue, organ, about)


def _of_what_followed(clue: Clue, organ: str, about: str) -> Iterator[Told]:
    """The letters that went out, and what came back."""
    for sent in clue.recommendations.all():
        title = f"{sent.get_kind_display()}书"
        yield (
            FilePart.CONCLUSION,
            IndexLine(f"{title}{about}", on=sent.issued_on, author=organ, number=sent.number),
        )
        if sent.answered_on:
            yield FilePart.CONCLUSION, IndexLine(f"{title}的回复{about}", on=sent.answered_on)
    for handed in clue.referrals.all():
        line = IndexLine(f"立案移交材料{about}", on=handed.handed_on, author=organ, number=handed.number)
        yield FilePart.CONCLUSION, line
        if handed.received_on:
            receipt = IndexLine(f"立案移交回执{about}", on=handed.received_on, number=handed.receipt_number)
            yield FilePart.CONCLUSION, receipt
    for cleared in clue.clarifications.all():
        if cleared.done_on:
            title = f"{cleared.get_way_display()}和审批{about}"
            yield (
                FilePart.CONCLUSION,
                IndexLine(title, on=cleared.done_on, author=organ, number=cleared.number),
            )


def _of_inquiries(clue: Clue, organ: str, about: str) -> Iterator[Told]:
    """The letters of 函询, the replies and what came with them."""
    for asked in clue.inquiries.all():
        told = "没有送达，已撤回" if asked.withdrawn_on else ""
        sent = IndexLine(
            f"函询通知书{about}", on=asked.issued_on, author=organ, number=asked.number, note=told
        )
        yield FilePart.VERIFICATION, sent
        if asked.replied_on:
            yield FilePart.GROUNDS, IndexLine(f"函询回复（{asked.number}）{about}", on=asked.replied_on)
        for paper in asked.papers.all():
            title = f"函询回复材料{paper.position}（{asked.number}）{about}"
            yield FilePart.GROUNDS, IndexLine(title, on=asked.replied_on)


def _of_verification(clue: Clue, organ: str, about: str) -> Iterator[Told]:
    found = clue.verification
    yield FilePart.VERIFICATION, IndexLine(f"核查方案{about}", on=found.opened_on, author=organ)
    evidence = list(found.evidence.order_by("position"))
    if evidence:
        latest = max(each.noted_on for each in evidence)
        yield FilePart.GROUNDS, IndexLine(f"证据目录{about}", on=latest, author=organ)
    for item in evidence:
        title = f"证据{item.position}（{item.get_kind_display()}，{item.get_originality_display()}）{about}"
        yield FilePart.GROUNDS, IndexLine(title, item.pages, on=item.taken_on)
    for talk in found.talks.order_by("position"):
        yield (
            FilePart.GROUNDS,
            IndexLine(f"谈话笔录（{talk.position}）{about}", on=talk.held_on, author=organ),
        )


def _of_report(report: "Report", organ: str) -> Iterator[Told]:
    about = f"（来件{report.number}）"
    yield FilePart.SOURCE, IndexLine(f"举报登记表{about}", on=report.registered_on, author=organ)
    for each in report.attachments.filter(identifies=False).order_by("position"):
        title = f"{each.get_kind_display()}（{each.position}）{about}"
        yield FilePart.SOURCE, IndexLine(title, on=each.added_on)
    for interview in report.interviews.order_by("position"):
        title = f"来访笔录（{interview.position}）{about}"
        yield FilePart.SOURCE, IndexLine(title, on=interview.written_on, author=organ)
    for transfer in transfers_of(report.pk):
        title = f"{transfer.get_kind_display()}函{about}"
        line = IndexLine(title, on=transfer.sent_on, author=organ, number=transfer.letter_number)
        yield FilePart.ANSWERS, line
    for notice in report.notices.order_by("issued_on", "pk"):
        title = f"{notice.get_kind_display()}{about}"
        line = IndexLine(title, on=notice.issued_on, author=notice.organ.name, number=notice.number)
        yield FilePart.ANSWERS, line
    for again in report.reopenings.order_by("reopened_on", "pk"):
        yield FilePart.ANSWERS, IndexLine(f"重新办理的审批{about}", on=again.reopened_on, author=organ)
    for feedback in report.feedbacks.select_related("ruling").order_by("given_on", "pk"):
        if feedback.ruled:
            line = IndexLine(f"异议审查意见{about}", on=feedback.ruled.ruled_on, author=organ)
            yield FilePart.ANSWERS, line
        yield FilePart.ANSWERS, IndexLine(f"反馈记录{about}", on=feedback.given_on, author=organ)


def retention_of(matter: "Matter") -> RetentionRule:
    """The line of the schedule that the approved outcomes of the matter meet."""
    approved = Outcome.objects.filter(clue__matter=matter, decision=Decision.APPROVED)
    return retention_for({Measure(each) for each in approved.order_by().values_list("measure", flat=True)})


def next_place(organ_id: int, year: int) -> tuple[int, int]:
    """Box and piece after the last of that year: the archivist takes another box when this one is full."""
    filed = ArchiveFile.objects.filter(matter__organ=organ_id, archived_on__year=year)
    box = filed.aggregate(last=Max("box"))["last"] or 1
    return box, (filed.filter(box=box).aggregate(last=Max("piece"))["last"] or 0) + 1


def matters_to_file(officer: Officer) -> "list[tuple[Matter, date]]":
    """Closed and not yet put away, each with the day by which it has to be; the most pressing first. What a ledger
    brought in closed was filed on paper in its own time, and waits for nothing.
    """
    closed = met_matters(officer).filter(state=MatterState.CLOSED, closed_on__isnull=False)
    closed = closed.exclude(pk__in=matters_filed_on_paper())
    return [
        (each, filed_by(each.closed_on)) for each in closed.order_by("closed_on", "number") if each.closed_on
    ]


def matters_filed_on_paper() -> "QuerySet[MatterLink, UUID]":
    """The matters that a ledger brought in closed."""
    brought = current_links().filter(report__imported_row__closed_on__isnull=False)
    return brought.order_by().values_list("matter", flat=True)


def files_of(officer: Officer) -> QuerySet[ArchiveFile]:
    """The files that this officer may meet, the latest first, also of a matter that is handled again."""
    met = met_matters(officer).order_by()
    return (
        ArchiveFile.objects.filter(matter__in=met.values("pk"))
        .select_related("matter__organ", "archived_by")
        .order_by("-archived_on", "-number")
    )


def past_their_term(officer: Officer, on: date) -> QuerySet[ArchiveFile]:
    """Files whose term is over, but for those whose matter is handled again. Nothing is destroyed for it: that takes an
    appraisal.
    """
    kept = files_of(officer).filter(matter__destroyed_on__isnull=True, matter__state=MatterState.ARCHIVED)
    return kept.filter(kept_until__lt=on).exclude(pk__in=held_files(on))


def held_files(on: date) -> QuerySet[Hold, int]:
    """The files on which a hold stands: whatever their term says, they stay."""
    standing = Hold.objects.filter(Q(until__isnull=True) | Q(until__gte=on), lifted_on__isnull=True)
    return standing.order_by().values_list("file", flat=True)


def filed_pages(officer: Officer) -> int:
    return files_of(officer).order_by().aggregate(pages=Sum("pages"))["pages"] or 0


def archive_file_by_matter(matter_id: UUID) -> ArchiveFile | None:
    return ArchiveFile.objects.filter(matter_id=matter_id).select_related("matter__organ").first()


def file_by_uid(officer: Officer, uid: UUID) -> ArchiveFile | None:
    """One that this officer may meet, with what its page shows."""
    exports = Prefetch("exports", FileExport.objects.select_related("exported_by"))
    holds = Prefetch("holds", Hold.objects.select_related("ordered_by", "lifted_by"))
    extensions = Prefetch("extensions", Extension.objects.select_related("extended_by"))
    supplements = Prefetch("supplements", FileSupplement.objects.select_related("added_by"))
    wanted = files_of(officer).filter(uid=uid)
    return wanted.prefetch_related(exports, holds, extensions, supplements).first()
