"""A press is done once, however often it arrives: the page carries a mark, and the drawer keeps which were done.

What is kept is one hash of the mark and of all that was sent with it, inside the locked drawer, which ends with the
sitting: no time, no device. Other words under the same mark (the browser's Back, then a second thought) are new.
"""

from hashlib import sha256
from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse

from yixian.window import drawers
from yixian.window.web.mailbox import sitting

FIELD, MOST = "once", 50
"""How many presses of one sitting are remembered; the oldest go first."""
NOT_SENT = frozenset({"csrfmiddlewaretoken"})


def new_mark() -> str:
    return token_urlsafe(12)


def press_of(request: HttpRequest) -> str:
    """By which this very press is known again; empty for a page without a mark and for a list's own buttons."""
    if not request.POST.get(FIELD) or request.POST.get("go"):
        return ""
    words = [(name, request.POST.getlist(name)) for name in sorted(request.POST) if name not in NOT_SENT]
    files = [(each.name, each.size) for name in sorted(request.FILES) for each in request.FILES.getlist(name)]
    return sha256(repr((request.path, words, files)).encode()).hexdigest()


def was_done(request: HttpRequest, press: str, *, to_change: bool = False) -> bool:
    """``to_change`` holds the drawer until the transaction ends: whoever pressed at the same moment waits."""
    held = drawers.read(request, drawers.MAILBOX, to_change=to_change) or {}
    return bool(press) and press in held.get(sitting.DONE, [])


def note_done(request: HttpRequest, response: HttpResponse, press: str) -> None:
    held = drawers.read(request, drawers.MAILBOX)
    if held is not None and press:
        done = [*held.get(sitting.DONE, []), press][-MOST:]
        drawers.keep(request, response, drawers.MAILBOX, {**held, sitting.DONE: done})
