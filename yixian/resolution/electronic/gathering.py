"""What goes into the electronic copy of a file, in the order of the paper file: conclusions, grounds, reports."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from yixian.assessment.actions import print_letter
from yixian.assessment.queries import transfers_of
from yixian.reception.actions import (
    open_attachment,
    print_feedback_record,
    print_interview,
    print_notice,
    read_report,
)
from yixian.reception.enums import ReportState
from yixian.regulations.archiving import FilePart
from yixian.resolution.electronic.casework import of_clue
from yixian.resolution.electronic.opener import APART, UNSEEN, Enclosed, Opener, left_out
from yixian.resolution.filing import IndexLine
from yixian.resolution.papers.sheet import sheet
from yixian.resolution.queries.clues import clues_of
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.reception.actions import FilledPaper
    from yixian.reception.models import Attachment, Report


def gather(opener: Opener) -> list[Enclosed]:
    """Every paper on record; each opening has its line in the trail. Sealed identities are no part of it."""
    found = [each for clue in clues_of(opener.matter.pk) for each in of_clue(opener, clue)]
    for report in opener.reports:
        if report.state != ReportState.ENVELOPED:
            found += _of_report(opener, report)
    order = list(FilePart)
    return sorted(found, key=lambda each: (order.index(each.part), each.line.on or date.max))


def _of_report(opener: Opener, report: "Report") -> Iterator[Enclosed]:
    yield opener.paper(
        FilePart.SOURCE,
        IndexLine(f"来件内容（来件{report.number}）", on=report.received_on, author=report.organ.name),
        partial(_account, opener, report),
    )
    for each in report.attachments.order_by("position"):
        yield _attachment(opener, report, each)
    for talk in report.interviews.order_by("position"):
        line = IndexLine(f"来访笔录（{talk.position}）（来件{report.number}）", on=talk.written_on)
        yield opener.paper(
            FilePart.SOURCE,
            line,
            partial(print_interview, by=opener.by, talk=talk, on=opener.on),
        )
    yield from _answers(opener, report)


def _answers(opener: Opener, report: "Report") -> Iterator[Enclosed]:
    about, by = f"（来件{report.number}）", opener.by
    for transfer in transfers_of(report.pk):
        line = IndexLine(
            f"{transfer.get_kind_display()}函{about}", on=transfer.sent_on, number=transfer.letter_number
        )
        yield opener.paper(
            FilePart.ANSWERS,
            line,
            partial(print_letter, by=by, transfer=transfer),
        )
    for notice in report.notices.order_by("issued_on", "pk"):
        line = IndexLine(f"{notice.get_kind_display()}{about}", on=notice.issued_on, number=notice.number)
        yield opener.paper(
            FilePart.ANSWERS,
            line,
            partial(print_notice, by=by, notice=notice),
        )
    for feedback in report.feedbacks.order_by("given_on", "pk"):
        yield opener.paper(
            FilePart.ANSWERS,
            IndexLine(f"反馈记录{about}", on=feedback.given_on),
            partial(print_feedback_record, by=by, feedback=feedback, on=opener.on),
        )


def _attachment(opener: Opener, report: "Report", attached: "Attachment") -> Enclosed:
    title = f"{attached.get_kind_display()}（{attached.position}）（来件{report.number}）"
    line = IndexLine(title, on=attached.added_on)
    if attached.identifies:
        return left_out(FilePart.SOURCE, line, APART)
    if not opener.looked_through:
        return left_out(FilePart.SOURCE, line, UNSEEN)
    return opener.file(FilePart.SOURCE, line, partial(_opened, opener, report, attached))


def _opened(opener: Opener, report: "Report", attached: "Attachment") -> tuple[str, bytes]:
    found = open_attachment(by=opener.by, report=report, position=attached.position)
    return found.kind.value.endings[0], found.content


def _account(opener: Opener, report: "Report") -> "FilledPaper":
    content = read_report(by=opener.by, report=report)
    reported = "；".join(" ".join(filter(None, (each.unit, each.post, each.name))) for each in content.people)
    facts = [
        ("来件编号", report.number or ""),
        ("渠道、来源", f"{report.get_channel_display()}，{report.get_source_display()}"),
        ("收到", cn_date(report.received_on)),
        ("登记", cn_date(report.registered_on)),
        ("署名", report.get_signing_display()),
        ("被反映人", reported),
        ("地点", content.account.place),
        *content.account.from_ledger,
    ]
    texts = [
        (content.account.title or "内容", content.account.account),
        ("要求", content.account.wish),
    ]
    return sheet("来件内容", report.organ.name, facts, texts)
