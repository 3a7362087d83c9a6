"""Pages for what went wrong, in plain words. They show no detail: a detail could hold sealed content."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def _page(request: HttpRequest, status: int) -> HttpResponse:
    face = "desk" if request.path.startswith("/desk/") else "window"
    return render(request, f"{face}/errors/{status}.html", status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(request, 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    face = "desk" if request.path.startswith("/desk/") else "window"
    return render(request, f"{face}/errors/csrf.html", status=403)
