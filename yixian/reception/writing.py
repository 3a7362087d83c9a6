"""Putting one letter between the office and a reporter: sealed to both, with a date and no time."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from yixian.reception.attaching import put
from yixian.reception.enums import AttachmentKind, Direction, MessageKind
from yixian.reception.facts import Missing, check_length
from yixian.reception.hotline import hotline_of
from yixian.reception.models import Message, Report
from yixian.reception.sealing import seal_text
from yixian.toolkit.files import CleanFile
from yixian.trail.refusal import Refusal

MOST_A_DAY = 20
"""Letters of one code a day, of every kind: a person writes fewer, and a program does not fill the office's post."""


class TooManyLetters(Refusal):
    """As many letters by this code came today as one day takes."""

    key = "too_many_letters"


def enclose(letter: Message, files: Iterable[CleanFile], on: date) -> None:
    """Seal what came with a letter beside its report, to the office alone: nobody gets it back by code."""
    handed_in = letter.report.attachments.count()
    renumbered = [_counted_on(each, number) for number, each in enumerate(files, handed_in + 1)]
    for each in put(letter.report, renumbered, AttachmentKind.EVIDENCE, on):
        each.letter = letter
        each.save(update_fields=["letter"])


def _check_not_too_many(report: Report, on: date) -> None:
    """The report is held, so that letters sent at once are counted one after the other."""
    locked = Report.objects.select_for_update().get(pk=report.pk)
    if locked.messages.filter(direction=Direction.FROM_REPORTER, sent_on=on).count() >= MOST_A_DAY:
        raise TooManyLetters(
            f"今天用这个查询码已经发了{MOST_A_DAY}封，今天不能再发了。您写的还在这里，请抄下来或者存好，明天再发；"
            f"等不到明天的，请打举报电话{hotline_of(report.organ_id).phone}，或者当面反映。人身有危险的，请马上拨打110。"
        )


def _counted_on(file: CleanFile, number: int) -> CleanFile:
    """材料1 of a later letter is not the first of the report: its number is that of its place in the dossier."""
    return replace(file, name=re.sub(r"^材料\d+", f"材料{number}", file.name))


def write(
    report: Report, direction: Direction, kind: MessageKind, text: str, on: date, **columns: object
) -> Message:
    if not text.strip():
        raise Missing("请写明内容。")
    check_length("text", text)
    if direction == Direction.FROM_REPORTER:
        _check_not_too_many(report, on)
    content = seal_text(report, "message", text, to_reporter=True)
    return Message.objects.create(
        report=report, direction=direction, kind=kind, sent_on=on, content=content, **columns
    )
