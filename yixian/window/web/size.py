"""长辈版 by one tap: a choice kept in a cookie that says nothing about the person."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from yixian.toolkit.views import reads_only

COOKIE = "yixian_size"
SIZES = ("large", "normal")
YEAR = 365 * 24 * 3600


@reads_only
def size(request: HttpRequest, size: str) -> HttpResponse:
    """Remember the size and go back to the page, which must be one of ours.

    Readable by window.js on purpose: with JavaScript the page changes in place and nothing typed is lost.
    """
    if size not in SIZES:
        raise Http404
    answer = HttpResponseRedirect(_page(request.GET.get("back", "/")))
    answer.set_cookie(COOKIE, size, max_age=YEAR, samesite="Strict", secure=request.is_secure())
    return answer


def _page(back: str) -> str:
    """A path of this site, or the first page."""
    ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if ours else "/"
