"""A desk with somebody at it: the real pages and templates, with the sitting given instead of logged in."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import include, path

from tests.roster.conftest import Acting

urlpatterns = [path("desk/roster/", include("yixian.roster.web.urls"))]


class Seat:
    """Puts the test's officer on every request, as protection's middleware does after a log-in."""

    officer: Acting | None = None

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.officer = Seat.officer
        return self.get_response(request)


@pytest.fixture
def desk(settings, db) -> Client:
    settings.ROOT_URLCONF = "tests.roster.web.conftest"
    settings.LOGIN_URL = "/desk/login"
    settings.MIDDLEWARE = [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "tests.roster.web.conftest.Seat",
    ]
    return Client()


@pytest.fixture
def seat():
    """``seat(officer)``: who sits at the desk from now on."""

    def sit(officer: Acting | None) -> None:
        Seat.officer = officer

    yield sit
    Seat.officer = None


@pytest.fixture
def at_admin(desk: Client, seat, admin) -> Client:
    seat(admin)
    return desk


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "名册.xlsx"
