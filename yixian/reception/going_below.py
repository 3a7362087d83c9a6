"""What goes along when a report is passed to an organ below: its files, its 笔录 and its 听写稿.

Files are never written again, so the receiver's row holds the same seals, wrapped to the receiver too. A record that
nobody has signed and a transcript are: they are sealed anew for the receiver, so that neither office writes into the
other's. What shows who reports goes with the identity, unread (``superior.share_identity``).
"""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from yixian.protection.actions import forget_terms, open_seal, rewrap, seal, withdraw_wrap
from yixian.protection.officer import Officer
from yixian.reception.models import Attachment, Report, StepTaken, Transcript
from yixian.reception.sealing import context_of
from yixian.reception.spoken import (
    INTERVIEW,
    INTERVIEW_CORRECTIONS,
    INTERVIEW_REASON,
    TRANSCRIPT,
)
from yixian.reception.workflow import TAKEN_BACK

Files = dict[UUID, Attachment]
"""The receiver's row of each file, by the seal that both rows hold."""


def share_contents(by: Officer, report: Report, copy: Report) -> None:
    """Everything that came with the report, or was written of what was told, for the receiver's row."""
    files = share_files(by, report, copy)
    _share_transcripts(by, report, copy, files)
    _share_interviews(by, report, copy, files)


def share_files(by: Officer, report: Report, copy: Report) -> Files:
    """A letter that brought a file stays with the sender, who holds the mailbox."""
    shared: Files = {}
    for each in report.attachments.order_by("position"):
        if not each.identifies:
            rewrap(by=by, seal=each.content, organ_id=copy.organ_id)
        each.pk, each.report, each.added_on = None, copy, copy.received_on
        each.letter_id = each.added_by_id = None
        each.save(force_insert=True)
        shared[each.content] = each
    return shared


def take_contents_back(by: Officer, copy: Report) -> None:
    """Destroy the other organ's wraps of what both rows hold, and what its index says of it."""
    files = copy.attachments.order_by("position").values_list("content", flat=True)
    for each in (copy.account, copy.identity, *files):
        if each is not None:
            withdraw_wrap(by=by, seal=each, organ_id=copy.organ_id)
    forget_terms(by=by, record=copy.pk)


def taken_back() -> QuerySet[Any]:
    """The ids of rows that were closed because the report went back to who had sent it."""
    return StepTaken.objects.filter(act__in=TAKEN_BACK).order_by().values("report")


def _share_transcripts(by: Officer, report: Report, copy: Report, files: Files) -> None:
    heard = Transcript.objects.filter(attachment__report=report).select_related("attachment")
    for each in heard.order_by("attachment__position"):
        Transcript.objects.create(
            attachment=files[each.attachment.content],
            written_on=each.written_on,
            written_by_id=each.written_by_id,
            words=_sealed_anew(by, report, copy, each.words, TRANSCRIPT),
        )


def _share_interviews(by: Officer, report: Report, copy: Report, files: Files) -> None:
    for each in report.interviews.select_related("signature").order_by("position"):
        stroke = each.signature
        each.words = _sealed_anew(by, report, copy, each.words, INTERVIEW)
        each.corrections = _anew_if_any(by, report, copy, each.corrections, INTERVIEW_CORRECTIONS)
        each.reason = _anew_if_any(by, report, copy, each.reason, INTERVIEW_REASON)
        each.pk, each.report = None, copy
        each.signature = files[stroke.content] if stroke else None
        each.save(force_insert=True)


def _sealed_anew(by: Officer, report: Report, copy: Report, words: UUID, field: str) -> UUID:
    slots = open_seal(by=by, seal=words, about=report, context=context_of(report.pk, field))
    return seal(organ_id=copy.organ_id, context=context_of(copy.pk, field), slots=slots)


def _anew_if_any(by: Officer, report: Report, copy: Report, words: UUID | None, field: str) -> UUID | None:
    return _sealed_anew(by, report, copy, words, field) if words else None
