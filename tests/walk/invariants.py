"""What must be true after a step. Each returns what is wrong, in words; nothing is wrong when all are empty."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from django.db.models import Model, OuterRef, Subquery

from tests.walk.changes import ADDED, CHANGED, REMOVED, Change, ours
from yixian.assessment.models import Classification
from yixian.assessment.workflow import TABLES as ASSESSMENT
from yixian.protection.models import Alert, Attempt
from yixian.reception.models import AppointmentStep, Clock, Report
from yixian.reception.workflow import TABLES as RECEPTION
from yixian.reception.workflow import meets
from yixian.resolution.workflow import TABLES as RESOLUTION
from yixian.trail.enums import Outcome
from yixian.trail.models import Entry
from yixian.trail.models.entry import GENESIS
from yixian.trail.steps import Table

TABLES = (*RECEPTION, *ASSESSMENT, *RESOLUTION)
MAY_GO = {
    "reception.ReportedPerson": "who is named in what is sent up goes along, in the sealed account",
    "reception.VisitNeed": "a need is met, and nothing remains of it",
    "assessment.Classification": "how what is sent up was classed is forgotten here",
    "assessment.Invitee": "a guest is struck off before the letters go out",
    "vault.IndexTail": "the index of terms is written anew, and what came last becomes a segment",
    "vault.IndexSegment": "segments of one size are merged into one of the next",
    "vault.IndexPage": "segments of one size are merged into one of the next",
    "vault.IndexRecords": "segments of one size are merged into one of the next",
    "vault.DataKeyWrap": "a loan ends, or the words leave this office",
    "vault.DataKey": "what was scanned is destroyed once it is a report",
    "vault.SealedItem": "what was scanned is destroyed once it is a report",
    "vault.Receipt": "the code goes with what was sent up",
}
"""Rows of these may be removed, each with the reason; of nothing else."""
HISTORIES = (AppointmentStep,)
"""These keep which states another row has had."""
DELIVERIES = frozenset({"reception.deliver_report", "reception.lend_report"})
"""With a report go its records, in whatever state they are (``going_below``)."""
LEFT_BY_REFUSALS = (Alert, Attempt)
"""A refusal may ring a bell, and count an attempt at a code."""


@dataclass(frozen=True)
class Step:
    """One step as it ended: who did which act on what, what was written, and what stands in the trail of it."""

    actor: str
    act: str
    done: bool
    key: str
    allowed: bool
    changes: Sequence[Change]
    entries: Sequence[Entry]
    previous: str
    through: tuple[str, ...] = ()
    about: str = ""


def last_hash() -> tuple[int, str]:
    last = Entry.objects.order_by("-seq").values_list("seq", "hash").first()
    return last or (0, GENESIS)


def breaches(step: Step) -> list[str]:
    checks = (_chain, _done_once, _permitted) if step.done else (_chain, _refused, _left_nothing)
    found = [breach for check in checks for breach in check(step)]
    return [*found, *_edges(step), *_removed(step.changes), *_clocks(step), *_told_twice(step.changes)]


def _chain(step: Step) -> Iterator[str]:
    previous = step.previous
    for entry in step.entries:
        if entry.prev != previous or entry.digest() != entry.hash:
            yield f"the trail breaks at {entry.seq}"
        previous = entry.hash


def _done_once(step: Step) -> Iterator[str]:
    own = [each for each in step.entries if each.act == step.act and each.outcome == Outcome.DONE]
    if len(own) != 1 or step.entries[-1] != own[0]:
        yield f"{step.act} stands {len(own)} times in the trail of one step"
    foreign = {each.actor for each in step.entries} - {step.actor, "system"}
    if foreign:
        yield f"{step.act} by {step.actor} is in the trail as of {sorted(foreign)}"


def _permitted(step: Step) -> Iterator[str]:
    if not step.allowed:
        yield f"{step.act} was done by somebody who may not"


def _refused(step: Step) -> Iterator[str]:
    last = step.entries[-1] if step.entries else None
    ends = (step.act, *step.through)
    if last is None or last.act not in ends or (last.actor, last.outcome) != (step.actor, Outcome.REFUSED):
        yield f"{step.act} was refused ({step.key}) and the trail does not say so"
    done = [each.act for each in step.entries if each.outcome == Outcome.DONE]
    if done:
        yield f"{step.act} was refused and {done} stand as done"


def _left_nothing(step: Step) -> Iterator[str]:
    left = {each.model._meta.label for each in step.changes if each.model not in LEFT_BY_REFUSALS}
    if left:
        yield f"{step.act} was refused ({step.key}) and left {sorted(left)}"


@cache
def machines() -> dict[type[Model], tuple[Table, str]]:
    """Each model whose rows live by a workflow table, and the field that holds the state."""
    found = {model: (table, name) for table in TABLES for model, name in lives_by(table)}
    return {model: how for model, how in found.items() if model not in HISTORIES}


def lives_by(table: Table) -> list[tuple[type[Model], str]]:
    fields = ((model, field) for model in ours() for field in model._meta.concrete_fields)
    return [
        (model, field.name)
        for model, field in fields
        if field.name in ("state", "reply") and field.choices and list(field.choices) == table.states.choices
    ]


SENT_UP = "reception.send_up_as_envelope"


def as_the_table_sees(step: Step) -> list[Change]:
    """What is sent up goes with its row, and a bare row stays. To the table the one that stays has taken the step,
    and the one above is new.
    """
    if not step.done or SENT_UP not in {each.act for each in step.entries}:
        return list(step.changes)
    seen = [each for each in step.changes if each.model is not Report]
    stays = [each for each in step.changes if each.model is Report and each.how == ADDED]
    moved = _as_one(each for each in step.changes if each.model is Report and each.how == CHANGED)
    moved = [each for each in moved if each.pk not in {new.pk for new in stays}]
    swapped = ((replace(a, now=b.now), replace(b, now=a.now)) for a, b in zip(moved, stays, strict=True))
    return [*seen, *(each for pair in swapped for each in pair)]


def _as_one(changes: Iterable[Change]) -> list[Change]:
    """What was written of a row several times, from what it was at first to what it is at last."""
    found: dict[str, Change] = {}
    for each in changes:
        first = found.setdefault(each.pk, each)
        found[each.pk] = replace(each, was=first.was)
    return list(found.values())


def _edges(step: Step) -> Iterator[str]:
    carried = not DELIVERIES.isdisjoint(each.act for each in step.entries)
    for change in as_the_table_sees(step):
        if change.model in machines() and change.how != REMOVED and change.was != change.now:
            table, _ = machines()[change.model]
            if not is_edge(table, change) and not (carried and change.how == ADDED):
                yield f"{table.thing}: {change.was} → {change.now} is no step of its table"


def is_edge(table: Table, change: Change) -> bool:
    """Whether some act of the table leads from where it was, or from nothing, to where it is."""
    leading = [each for each in table.steps if each.to_state == change.now]
    if change.how == ADDED:
        return any(not each.from_states for each in leading)
    return any(change.was in each.from_states for each in leading)


def _removed(changes: Iterable[Change]) -> Iterator[str]:
    gone = {each.model._meta.label for each in changes if each.how == REMOVED} - set(MAY_GO)
    if gone:
        yield f"rows of {sorted(gone)} are gone"


def _clocks(step: Step) -> Iterator[str]:
    """A clock is met by an act that meets it, which stands in the trail of this step; and is never unmet."""
    acts = {each.act for each in step.entries}
    for change in step.changes:
        if change.model is not Clock or change.how != CHANGED or change.was == change.now:
            continue
        key = Clock.objects.values_list("term_key", flat=True).get(pk=change.pk)
        if change.was or not meets(key, change.now or ""):
            yield f"the clock {key} went from {change.was!r} to {change.now!r}"
        elif change.now not in acts:
            yield f"the clock {key} was met by {change.now}, which nobody did in this step"


def _told_twice(changes: Iterable[Change]) -> Iterator[str]:
    """What the ledger is narrowed by stands on the report a second time, and is what the clocks and the class say."""
    if not {each.model for each in changes} & {Clock, Report, Classification}:
        return
    running = Clock.objects.filter(report=OuterRef("pk"), met_on__isnull=True, suspended_on__isnull=True)
    current = Classification.objects.filter(report=OuterRef("pk"), is_current=True).order_by()
    told = Report.objects.annotate(
        soonest=Subquery(running.order_by("due_on").values("due_on")[:1]),
        held_for=Subquery(current.values("report_class")),
    )
    for each in told.order_by("pk"):
        if each.next_due != each.soonest:
            yield f"report {each.pk} tells {each.next_due}, its clocks {each.soonest}"
        if each.report_class != (each.held_for or ""):
            yield f"report {each.pk} is held for {each.held_for}, and tells {each.report_class}"


def states_outside() -> list[str]:
    """Rows in a state that their table does not know."""
    found: list[str] = []
    for model, (table, name) in machines().items():
        unknown = model._default_manager.exclude(**{f"{name}__in": list(table.states.values)})
        found += [f"{table.thing} {row.pk}: {getattr(row, name)}" for row in unknown.order_by("pk")]
    return found
