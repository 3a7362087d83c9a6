"""Putting one letter between the office and a reporter: sealed to both, with a date and no time."""

from collections.abc import Iterable
from datetime import date

from yixian.reception.attaching import put
from yixian.reception.enums import AttachmentKind, Direction, MessageKind
from yixian.reception.facts import Missing, check_length
from yixian.reception.models import Message, Report
from yixian.reception.sealing import seal_text
from yixian.toolkit.files import CleanFile


def enclose(letter: Message, files: Iterable[CleanFile], on: date) -> None:
    """Seal what came with a letter beside its report, to the office alone: nobody gets it back by code."""
    for each in put(letter.report, files, AttachmentKind.EVIDENCE, on):
        each.letter = letter
        each.save(update_fields=["letter"])


def write(
    report: Report, direction: Direction, kind: MessageKind, text: str, on: date, **columns: object
) -> Message:
    if not text.strip():
        raise Missing("请写明内容。")
    check_length("text", text)
    content = seal_text(report, "message", text, to_reporter=True)
    return Message.objects.create(
        report=report, direction=direction, kind=kind, sent_on=on, content=content, **columns
    )
