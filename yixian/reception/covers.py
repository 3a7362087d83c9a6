"""The cover of a letter: its days and its way are noted; what leads to the sender is sealed with the identity."""

from dataclasses import replace

from yixian.protection.officer import Officer
from yixian.reception.enums import Signing
from yixian.reception.facts import CoverFacts, ReporterFacts, ReportFacts, check_lengths
from yixian.reception.models import LetterCover, Report
from yixian.reception.refusals import TooEarly
from yixian.regulations.accusation_rules import ANONYMOUS
from yixian.trail.refusal import Refusal


class CoverTells(Refusal):
    """The cover of an anonymous letter would be kept with what leads to its sender."""

    key = "cover_tells"


def with_cover(facts: ReportFacts) -> ReportFacts:
    """The facts with what leads to the sender put into the identity of the first who reports.

    A sender whom nobody typed as reporter is the reporter, as the cover says.
    """
    if facts.cover is None:
        return facts
    check_lengths(facts.cover)
    traces = facts.cover.traces()
    if not traces:
        return facts
    if facts.signing == Signing.ANONYMOUS:
        raise CoverTells(
            f"匿名来信不登记{'、'.join(traces)}：它们能查到寄信人。请清空这几栏；"
            f"来信署名的，署名请选“实名”或者“署名待核实”（{ANONYMOUS.cite()}）。"
        )
    first, *others = facts.reporters or (ReporterFacts(name=facts.cover.sender.strip()),)
    note = "；".join(
        filter(None, [first.note.strip(), *(f"{name}：{text}" for name, text in traces.items())])
    )
    return replace(facts, reporters=(replace(first, note=note), *others))


def note_cover(by: Officer, report: Report, cover: CoverFacts) -> LetterCover:
    """Keep the days and the way beside the report."""
    days = (cover.postmarked_on, cover.signed_for_on)
    if any(day is not None and day > report.received_on for day in days):
        raise TooEarly("邮戳日期、签收日期不得晚于收到日期，请核对。")
    if None not in days and cover.signed_for_on < cover.postmarked_on:  # type: ignore[operator] # neither is None
        raise TooEarly("签收日期不得早于邮戳日期，请核对。")
    return LetterCover.objects.create(
        report=report,
        delivery=cover.delivery,
        postmarked_on=cover.postmarked_on,
        signed_for_on=cover.signed_for_on,
        noted_by_id=by.staff_id,
    )
