"""Putting one letter between the office and a reporter: sealed to both, with a date and no time."""

from datetime import date

from yixian.reception.enums import Direction, MessageKind
from yixian.reception.facts import Missing, check_length
from yixian.reception.models import Message, Report
from yixian.reception.sealing import seal_text


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
