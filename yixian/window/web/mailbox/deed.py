"""What one deed of the mailbox is. Each part of the work adds its own to ``deeds.DEEDS``, under a slug of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yixian.protection.officer import Reporter
from yixian.reception.actions import Mailbox
from yixian.toolkit.files import CleanFile
from yixian.toolkit.forms import FaceForm

Asking = Callable[[Any], FaceForm]
"""What was typed, or nothing → the form."""
Doing = Callable[["Doer", FaceForm], object]
Standing = Callable[[Mailbox], bool]
Finding = Callable[[Mailbox, int], Any]


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does it, and on what: ``number`` and ``thing`` where the deed is about one of several, else 0 and None.

    ``files`` are those that waited in the drawer, at the moment of doing it.
    """

    reporter: Reporter
    number: int = 0
    thing: Any = None
    files: tuple[CleanFile, ...] = ()


def always(mailbox: Mailbox) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """``door`` and ``hint`` stand in the mailbox, ``done`` after it was done; ``kind`` colours the button.

    ``stands`` says whether it can be done now; what does not stand has no door and its page leads back.
    ``is_hard`` sets apart what is there for bad times, so that it is found and is not in the way.
    ``find`` is for a deed about one of several things (a question, an appointment): its page is
    ``/mailbox/<slug>/<number>`` and the thing itself links to it, so there is no door. ``thing`` reaches the
    template, which may be another that extends ``window/mailbox/act.html``. One that ``takes_files`` shows the
    files that wait and the way to more.
    """

    door: str
    intro: str
    button: str
    done: str
    ask: Asking
    do: Doing
    hint: str = ""
    kind: str = "primary"
    is_hard: bool = False
    stands: Standing = always
    find: Finding | None = None
    takes_files: bool = False
    template: str = "window/mailbox/act.html"

    def thing_in(self, mailbox: Mailbox, number: int) -> Any:
        """What the deed is about; None also where it is about nothing in particular."""
        return self.find(mailbox, number) if self.find else None

    def is_open(self, mailbox: Mailbox, number: int) -> bool:
        """Whether the page may be shown: it stands, and what it is about is there."""
        about_one = self.find is not None
        return (
            self.stands(mailbox)
            and about_one == bool(number)
            and (not about_one or self.thing_in(mailbox, number) is not None)
        )
