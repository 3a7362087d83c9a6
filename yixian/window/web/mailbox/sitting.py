"""Who sits at an open mailbox: the code waits in the locked drawer and is presented anew on each page.

The reporter's keys exist for one request; between two of them there is the drawer, which only the cookie opens.
"""

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


def end(request: HttpRequest, response: HttpResponse) -> None:
    drawers.burn(request, response, drawers.MAILBOX)
