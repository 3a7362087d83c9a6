"""澄清: may this person be cleared now? Asked when it is proposed, decided and done."""

from typing import TYPE_CHECKING

from yixian.assessment.queries import current_links, people_of
from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.reception.queries import reports_naming
from yixian.reception.workflow import SETTLED_STATES
from yixian.regulations.accusation_rules import CLARIFICATION, may_clarify
from yixian.regulations.classes import Truth
from yixian.resolution.enums import ClueState
from yixian.resolution.models import Clue, Outcome, Referral
from yixian.resolution.queries.renewed import outcomes_that_count
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import ReportedPerson


class NotToBeCleared(Refusal):
    """Not found untrue, not closed, without consent, or with something else still open."""

    key = "not_to_be_cleared"


def require_untrue(clue: Clue, person_id: int, *, consents: bool) -> None:
    """By the records of this clue: closed, and this person's allegation decided to be untrue."""
    decided = outcomes_that_count(Outcome.objects.filter(clue=clue, person_id=person_id))
    untrue = decided.filter(truth=Truth.UNTRUE).exists()
    ruling = may_clarify(
        chief_approved=True,
        found_untrue=untrue,
        consents=consents,
        still_open=clue.state != ClueState.CLOSED,
    )
    if not ruling:
        raise NotToBeCleared(f"{ruling.says}（{CLARIFICATION.cite()}）。")


def require_nothing_else_open(clue: Clue, person_id: int) -> None:
    """Elsewhere in this office the same cadre is reported in nothing that goes on. Asked of the one who decides, who
    meets everything; the words say no more than that it is too early.
    """
    person = person_in(clue, person_id)
    if Referral.objects.filter(clue=clue, person=person).exists() or _open_elsewhere(clue, person):
        raise NotToBeCleared(
            f"按本机关在办的情况，现在还不能为其澄清，待有关事项全部了结后再办（{CLARIFICATION.cite()}）。"
        )


def _open_elsewhere(clue: Clue, person: "ReportedPerson") -> bool:
    """By the clues of every matter that names them, and by the reports that stand in no clue yet."""
    same = reports_naming(person, clue.organ_id).order_by()
    links = current_links().order_by()
    others = same.exclude(pk__in=links.filter(matter=clue.matter).values("report"))
    matters = links.filter(report__in=same.values("pk")).values("matter")
    clues = Clue.objects.filter(matter__in=matters).exclude(state=ClueState.CLOSED)
    return clues.exists() or others.exclude(state__in=SETTLED_STATES).exists()


def person_in(clue: Clue, person_id: int) -> "ReportedPerson":
    return next(each for each in people_of(clue.matter) if each.pk == person_id)


def named(by: Officer, clue: Clue, person_id: int) -> tuple[str, str]:
    """The opened name and post of the person."""
    seal = person_in(clue, person_id).name_seal
    name, post = (
        open_seals(by=by, seals=[seal], slot=slot, subject=clue.trail_subject).get(seal, "")
        for slot in ("name", "post")
    )
    return name, post
