"""长辈版 by one tap, without a script, and never away from this site."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from yixian.window.web.size import size


def test_the_choice_is_kept_and_the_person_is_back_where_they_were() -> None:
    answer = size(RequestFactory().get("/size/large", {"back": "/report/what"}), "large")

    assert (answer.status_code, answer["Location"]) == (302, "/report/what")
    assert answer.cookies["yixian_size"].value == "large"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.test/", "//evil.test", "\\\\evil.test", "javascript:1", ""]
)
def test_the_way_back_never_leads_to_another_site(elsewhere: str) -> None:
    answer = size(RequestFactory().get("/size/large", {"back": elsewhere}), "large")

    assert answer["Location"] == "/"


def test_a_size_that_does_not_exist_is_not_found() -> None:
    with pytest.raises(Http404):
        size(RequestFactory().get("/size/huge"), "huge")


def test_the_size_is_never_changed_by_a_post() -> None:
    assert size(RequestFactory().post("/size/large"), "large").status_code == 405
