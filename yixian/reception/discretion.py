"""What the office writes must not give its reporter away (检控规则 47), also where the reporter alone reads it:
whoever finds a code on a kitchen table must learn nothing of who holds it.
"""

from collections.abc import Iterable
from uuid import UUID

from yixian.protection.actions import scan_outgoing
from yixian.protection.officer import Officer
from yixian.reception.models import Report
from yixian.regulations.accusation_rules import SECRECY
from yixian.trail.refusal import Refusal

NAMING = frozenset({"name", "phone", "id_number"})


class GivesAway(Refusal):
    """The text holds the reporter's name, phone, address or number, or whole phrases of the letter."""

    key = "gives_away"


def require_discreet(
    *, by: Officer, reports: Iterable[Report], text: str, what: str, of_the_letter: bool = False
) -> None:
    """Refuse a text that names a reporter; ``of_the_letter`` refuses whole phrases of the letter too."""
    seals: list[UUID | None] = []
    for report in reports:
        if report.destroyed_on is not None:  # nobody can tell any more who reported
            continue
        seals += [report.identity, *([report.account] if of_the_letter else [])]
    if not any(seals):
        return
    found = scan_outgoing(by=by, text=text, seals=seals)
    if found:
        quoted = "、".join(f"“{each.excerpt}”（{each.label}）" for each in found[:3])
        raise GivesAway(
            f"{what}中有{quoted}，会暴露举报人。请改用“举报人”“反映人”等说法，用自己的话概括（{SECRECY.cite()}）。"
        )


def keep_apart(by: Officer, report: Report, text: str) -> None:
    """Refuse a record that says who reports. Where it happened may well be where the reporter lives."""
    if report.identity is None or not text.strip():
        return
    found = [each for each in scan_outgoing(by=by, text=text, seals=[report.identity]) if each.kind in NAMING]
    if found:
        raise GivesAway(
            f"这里写着“{found[0].excerpt}”（{found[0].label}），办理的人都会看到。请改写为“来访人”“反映人”，"
            f"姓名、电话只留在密封的身份里（{SECRECY.cite()}）。"
        )
