"""Who sits at an open mailbox: the code waits in the locked drawer and is presented anew on each page.

The reporter's keys exist for one request; between two of them there is the drawer, which only the cookie opens.
"""

from dataclasses import asdict, dataclass, field

from django.http import HttpRequest, HttpResponse

from yixian.protection.actions import WrongCode, present_code
from yixian.protection.officer import Reporter
from yixian.window import drawers


def reporter_of(request: HttpRequest) -> Reporter | None:
    """The holder of the code in this browser's drawer; nobody when the sitting is over."""
    held = drawers.read(request, drawers.MAILBOX)
    if held is None:
        return None
    try:
        return present_code(held["code"])
    except WrongCode:
        return None


def begin(request: HttpRequest, response: HttpResponse, code: str) -> None:
    drawers.keep(request, response, drawers.MAILBOX, {"code": code})


def prolong(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Each page seen starts the idle time anew."""
    held = drawers.read(request, drawers.MAILBOX)
    if held is not None:
        drawers.keep(request, response, drawers.MAILBOX, held)
    return response


DONE = "done"
"""Under which the drawer keeps the presses that were done (``once``)."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What was typed in an act that was not valid, or that was refused with the sentence ``said``.

    ``waits``: nothing was wrong with the words, a file was handed in or taken away; ``files`` is why some were not
    taken.
    """

    slug: str
    words: dict[str, str]
    said: str = ""
    files: list[str] = field(default_factory=list)
    waits: bool = False


def keep_refused(request: HttpRequest, response: HttpResponse, refused: Refused | None) -> HttpResponse:
    """Keep it beside the code; None when the act was done."""
    held = drawers.read(request, drawers.MAILBOX)
    if held is not None:
        content = {**held, "refused": asdict(refused) if refused else None}
        drawers.keep(request, response, drawers.MAILBOX, content)
    return response


def refused(request: HttpRequest, slug: str) -> Refused | None:
    """What was last refused, if it was this act."""
    held = drawers.read(request, drawers.MAILBOX) or {}
    last = Refused(**held["refused"]) if held.get("refused") else None
    return last if last and last.slug == slug else None


def end(request: HttpRequest, response: HttpResponse) -> None:
    drawers.burn(request, response, drawers.MAILBOX)
