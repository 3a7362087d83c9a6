"""Leaving the mailbox, and the pages on which it is over: by time, or because what was asked can't be done now."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from yixian.protection.web.door import permit
from yixian.window.web.frame import page, typed_words, unkept
from yixian.window.web.mailbox import sitting


@permit("protection.present_code")
def leave(request: HttpRequest) -> HttpResponse:
    """End the sitting. Whoever only follows the link goes back to the mailbox."""
    if request.method != "POST":
        return ask_code()
    response = unkept(HttpResponseRedirect(reverse("window:left")))
    sitting.end(request, response)
    return response


def ask_code() -> HttpResponse:
    return unkept(HttpResponseRedirect(reverse("window:mailbox")))


def closed(request: HttpRequest) -> HttpResponse:
    """It can't be done (any more): the mailbox shows what can. Whoever has typed something keeps it in sight."""
    if request.method == "POST" and (typed := typed_words(request)):
        return page(request, "window/mailbox/closed.html", {"typed": typed}, status=409)
    return unkept(HttpResponseRedirect(reverse("window:case")))


def over(request: HttpRequest) -> HttpResponse:
    """The sitting ended while something was typed: it is shown, so that it can be copied."""
    return page(request, "window/mailbox/over.html", {"typed": typed_words(request)}, status=410)
