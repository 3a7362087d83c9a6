"""From a filled screen to a registered report with its class and its matter, in one transaction.

Each step is the action of its house, with its own permit and its own line in the trail; a refusal of any undoes
all, so that nothing is half registered.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import TextChoices

from yixian.assessment.actions import ClassFacts, classify_report, link_report, open_matter
from yixian.assessment.enums import MatterState
from yixian.assessment.queries import Suggestion, matter_of
from yixian.language.opening import opening
from yixian.protection.officer import Officer
from yixian.reception.actions import (
    Registered,
    ReportContent,
    ReportFacts,
    WebCorrections,
    keep_as_repeat,
    register_box_item,
    register_call,
    register_letter,
    register_other,
    register_scan,
    register_visit,
    register_web_report,
)
from yixian.reception.enums import Channel
from yixian.trail.actions import record
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Report

TITLE_LENGTH = 24
REGISTER: Mapping[Channel, Callable[..., Registered]] = {
    Channel.LETTER: register_letter,
    Channel.VISIT: register_visit,
    Channel.CALL: register_call,
    Channel.OTHER: register_other,
    Channel.BOX: register_box_item,
}


class HowLike(TextChoices):
    """What a person says of a likely same matter."""

    SAME = "same", "同一事项，一并办理"
    NEW_ALLEGATION = "new", "同一事项，反映了新问题"
    REPEAT = "repeat", "重复反映，没有新内容，留存备查"


@dataclass(frozen=True, slots=True)
class Joined:
    """The earlier report to which this one belongs, how likely that was held to be, and how it belongs."""

    report: "Report"
    likeness: float
    how: HowLike


@dataclass(frozen=True, slots=True)
class Assessed:
    """What was decided at registration. ``joined`` is None for a matter of its own."""

    facts: ClassFacts
    suggested: Suggestion
    joined: Joined | None = None


class ReporterInAccount(Refusal):
    """The account is read by everyone who handles it: who reports must not stand in it."""

    key = "reporter_in_account"


@contextmanager
def as_one() -> Iterator[None]:
    """Several actions or none. What they refused is written to the trail again after the rolling back."""
    try:
        with transaction.atomic():
            yield
    except Exception as error:
        for by, act, subject, outcome, why in getattr(error, "lost_entries", ()):
            record(by=by, act=act, subject=subject, outcome=outcome, why=why)
        raise


def enter(
    *,
    by: Officer,
    channel: Channel,
    facts: ReportFacts,
    assessed: Assessed,
    on: date,
    more: Mapping[str, Any],
    beside: "Callable[[Report], None] | None" = None,
) -> Registered:
    """Register what is in hand, class it, and give it its matter. ``more`` goes to the act of the channel: the
    code, made before, and what this channel has besides. ``beside`` is done with the report in the same transaction.
    """
    _keep_apart(facts)
    act = register_scan if "scan" in more else REGISTER[channel]
    with as_one():
        registered = act(by=by, facts=facts, on=on, **more)
        if beside is not None:
            beside(registered.report)
        settle(
            by=by,
            report=registered.report,
            title=heading(facts.title, facts.account),
            assessed=assessed,
            on=on,
        )
    return registered


def _keep_apart(facts: ReportFacts) -> None:
    """检控规则 47: identity and account are sealed apart, so the clerk leaves the name out of the account."""
    text = f"{facts.title}\n{facts.account}"
    for who in facts.reporters:
        name = who.name.strip()
        if len(name) > 1 and name in text:
            raise ReporterInAccount(
                f"标题或者反映内容里写着举报人“{name}”，办理的人都会看到。请改写为“反映人”，姓名只填在“举报人”一栏。"
            )


def enter_web(
    *, by: Officer, report: "Report", corrections: WebCorrections, title: str, assessed: Assessed, on: date
) -> "Report":
    """The same for a report out of the inbox."""
    with as_one():
        registered = register_web_report(by=by, report=report, corrections=corrections, on=on)
        settle(by=by, report=registered, title=title, assessed=assessed, on=on)
    return registered


def settle(*, by: Officer, report: "Report", title: str, assessed: Assessed, on: date) -> None:
    classify_report(by=by, report=report, facts=assessed.facts, suggested=assessed.suggested, on=on)
    joined = assessed.joined
    if joined is None:
        open_matter(by=by, report=report, title=title, on=on)
        return
    if joined.how is HowLike.REPEAT:
        keep_as_repeat(by=by, report=report, first=joined.report, new_allegation=False, on=on)
    _join(by, report, joined, title, on)


def _join(by: Officer, report: "Report", joined: Joined, title: str, on: date) -> None:
    """Link to the earlier report's matter. A kept repeat of a closed matter stands by itself, tied to the first."""
    matter = matter_of(joined.report.pk) or open_matter(by=by, report=joined.report, title=title, on=on)
    if joined.how is HowLike.REPEAT and matter.state != MatterState.OPEN:
        return
    link_report(
        by=by,
        report=report,
        matter=matter,
        likeness=joined.likeness,
        new_allegation=joined.how is HowLike.NEW_ALLEGATION,
        on=on,
    )


def heading(title: str, account: str) -> str:
    """The title, or the opening words of the account; what was cut says so."""
    line = opening(account)
    return title.strip() or (line if len(line) <= TITLE_LENGTH else f"{line[:TITLE_LENGTH]}…")


def shown_title(content: ReportContent) -> str:
    """The title as it is shown beside an opened account: one that the house cut from its beginning says so."""
    told = content.account
    cut = heading("", told.account)
    return cut if cut == f"{told.title}…" else told.title
