"""A refusal that no view has caught, on either face."""

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import include, path

from yixian.desk.web.urls import urlpatterns as desk_urls
from yixian.protection.actions import TooManyAttempts, issue_challenge
from yixian.protection.permits import NotPermitted
from yixian.trail.refusal import Refusal
from yixian.window.web.urls import urlpatterns as window_urls


def refusing(refusal):
    def view(request) -> HttpResponse:
        raise refusal

    return view


OWN = [
    path("plain", refusing(Refusal("期限已过，不能再办。"))),
    path("often", refusing(TooManyAttempts("请15分钟后再试。"))),
    path("barred", refusing(NotPermitted("由审计员办理。"))),
    path("hidden", refusing(NotPermitted("别人的件", hidden=True))),
]
urlpatterns = [
    path("desk/", include(([*desk_urls, *OWN], "desk"))),
    path("", include(([*window_urls, *OWN], "window"))),
]

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.mark.parametrize("face", ["/desk/", "/"])
@pytest.mark.parametrize(
    ("page", "status", "sentence"),
    [
        ("plain", 409, "期限已过，不能再办。"),
        ("often", 429, "请15分钟后再试。"),
        ("barred", 403, "由审计员办理。"),
    ],
)
def test_the_sentence_of_a_refusal_is_shown_on_its_own_page(face, page, status, sentence):
    answer = Client().get(face + page)

    assert answer.status_code == status
    assert sentence in answer.content.decode()


@pytest.mark.parametrize("face", ["/desk/", "/"])
def test_a_hidden_refusal_tells_nothing(face):
    answer = Client().get(f"{face}hidden")

    assert answer.status_code == 404
    assert "别人的件" not in answer.content.decode()


def test_the_fields_of_a_proof_carry_its_challenge():
    challenge = issue_challenge()

    fields = render_to_string("protection/proof.html", {"challenge": challenge})

    assert f'name="proof_token" value="{challenge.token}"' in fields
    assert f'data-proof-bits="{challenge.bits}"' in fields
