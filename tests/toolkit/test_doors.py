"""A door: its methods, its marks, and where it sends those it does not know."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory

from yixian.toolkit.doors import door


def page(request, name=""):
    return HttpResponse(f"inside {name}")


def nobody(request):
    return False


def everybody(request):
    return True


def refuses(request):
    raise PermissionDenied


def test_whoever_is_admitted_sees_the_page():
    answer = door(everybody)(page)(RequestFactory().get("/room"), name="A")

    assert answer.content == b"inside A"


def test_whoever_is_not_known_logs_in_and_comes_back():
    answer = door(nobody)(page)(RequestFactory().get("/room?day=1"))

    assert (answer.status_code, answer.url) == (302, "/desk/login?next=%2Froom%3Fday%3D1")


def test_a_refusal_passes_through_the_door():
    with pytest.raises(PermissionDenied):
        door(refuses)(page)(RequestFactory().get("/room"))


@pytest.mark.parametrize(("reads_only", "status"), [(True, 405), (False, 200)])
def test_a_page_that_only_reads_takes_no_post(reads_only, status):
    answer = door(everybody, reads_only=reads_only)(page)(RequestFactory().post("/room"))

    assert answer.status_code == status


def test_the_view_carries_its_marks_and_its_name():
    view = door(everybody, act="roster.view", reads_only=True)(page)

    assert (view.permit, view.reads_only, view.__name__) == ("roster.view", True, "page")


def test_a_form_sent_too_late_is_sent_on_whole():
    answer = door(nobody)(page)(RequestFactory().post("/room", {"text": "某某"}))

    assert (answer.status_code, answer.url) == (307, "/desk/login?next=%2Froom&late=1")
