"""Log in, log out, change the pass phrase."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from yixian.protection.actions import (
    TooManyAttempts,
    WrongPassphrase,
    change_passphrase,
    close_sitting,
    open_sitting,
)
from yixian.protection.actions.accounts import WeakPassphrase
from yixian.protection.officer import Officer
from yixian.protection.web import cookies
from yixian.protection.web.carried import Carried, carried_by, read_carried
from yixian.protection.web.door import permit
from yixian.protection.web.forms import LoginForm, PassphraseForm
from yixian.roster.queries import staff_by_id
from yixian.toolkit.doors import LATE


@sensitive_post_parameters()
@never_cache
@permit("protection.open_sitting")
def login(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and LATE in request.GET:
        return _late(request)
    form, carried = LoginForm(request.POST or None), read_carried(request.POST.get("carried", ""))
    if request.method == "POST" and form.is_valid():
        try:
            officer = open_sitting(**form.cleaned_data)
        except (WrongPassphrase, TooManyAttempts) as refusal:
            form.add_error(None, refusal.message)
        else:
            return _seated(request, officer, carried)
    return render(request, "desk/login.html", {"form": form, "next": _next(request), "carried": carried})


def _late(request: HttpRequest) -> HttpResponse:
    """A form met a sitting that had ended: log in, and it can be sent after that."""
    context = {"form": LoginForm(), "next": _next(request), "carried": carried_by(request)}
    return render(request, "desk/login.html", context, status=401)


def _seated(request: HttpRequest, officer: Officer, carried: Carried | None) -> HttpResponse:
    """On to the page that was wanted; what was sent too late is first shown, to be sent again by one press."""
    secret = cookies.begin(request, officer)
    if carried is None:
        response: HttpResponse = redirect(_next(request))
    else:
        context = {"address": _next(request), "carried": carried}
        response = render(request, "protection/carry_on.html", context)
    cookies.give(response, secret)
    return response


@permit("protection.close_sitting")
def logout(request: HttpRequest) -> HttpResponse:
    """Only a POST ends a sitting; someone who merely follows a link is asked to press the button."""
    officer = request.officer  # type: ignore[attr-defined]
    if request.method != "POST":
        return redirect("desk:login")
    if officer is not None:
        close_sitting(by=officer)
    response = redirect("desk:login")
    cookies.end(request, response)
    return response


@sensitive_post_parameters()
@never_cache
@permit("protection.change_passphrase")
def passphrase(request: HttpRequest) -> HttpResponse:
    """Changing it ends every other sitting of this person; this one goes on under a new secret."""
    officer = request.officer  # type: ignore[attr-defined]
    first = officer.must_change_passphrase
    form = PassphraseForm(request.POST or None, first=first)
    if request.method == "POST" and form.is_valid():
        try:
            change_passphrase(by=officer, old=form.cleaned_data["old"], new=form.cleaned_data["new"])
        except (WrongPassphrase, TooManyAttempts) as refusal:
            form.add_error("old", refusal.message)
        except WeakPassphrase as refusal:
            form.add_error("new", refusal.message)
        else:
            response = redirect(_next(request))
            cookies.give(response, cookies.begin(request, officer))
            messages.success(request, "口令已更换。")
            return response
    return render(
        request, "protection/passphrase.html", {"form": form, "first": first, "username": _username(officer)}
    )


def _username(officer: Officer) -> str:
    """For the browser that keeps pass phrases: whose it is. Never shown."""
    staff = staff_by_id(officer.staff_id)
    return staff.username if staff else ""


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe and wanted.startswith(cookies.PATH) else cookies.PATH
