"""What stands in the mailbox between where it stands and the letters. Other work adds its own panel to ``PANELS``:
a function of the mailbox that gives a template and its context, or None where there is nothing to show.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yixian.reception.actions import Mailbox
from yixian.window.standing import WHEREABOUTS


@dataclass(frozen=True, slots=True)
class Panel:
    """``template`` is included with ``panel`` and the page's own context."""

    template: str
    context: dict[str, Any]


def questions(mailbox: Mailbox) -> Panel | None:
    """What the office asked and still waits for, each with its own sheet to answer on."""
    waiting = [letter for letter in mailbox.letters if letter.question and letter.answered_on is None]
    return Panel("window/mailbox/questions.html", {"questions": waiting}) if waiting else None


def invitation(mailbox: Mailbox) -> Panel | None:
    """The appointment that the office offers, until it is over."""
    offered = mailbox.invitation
    return Panel("window/mailbox/invitation.html", {"invitation": offered}) if offered else None


def recusals(mailbox: Mailbox) -> Panel | None:
    """That it was received and decided; never how."""
    return Panel("window/mailbox/recusals.html", {"recusals": mailbox.recusals}) if mailbox.recusals else None


def whereabouts(mailbox: Mailbox) -> Panel | None:
    """Whether the receiver took what was passed on; nothing of what the offices wrote to each other."""
    said = WHEREABOUTS.get(mailbox.passage) if mailbox.passage else None
    return Panel("window/mailbox/whereabouts.html", {"said": said}) if said else None


Source = Callable[[Mailbox], Panel | None]
PANELS: tuple[Source, ...] = (whereabouts, questions, invitation, recusals)


def panels_of(mailbox: Mailbox) -> list[Panel]:
    return [panel for source in PANELS if (panel := source(mailbox)) is not None]
