"""The page of components is for the staff, and for anyone only where the settings say so."""

import pytest
from django.http import Http404
from django.test import RequestFactory, override_settings

from yixian.desk.web.components import components


def test_the_page_is_not_there_for_the_public() -> None:
    with pytest.raises(Http404):
        components(RequestFactory().get("/desk/components"))


@override_settings(YIXIAN_SHOW_COMPONENTS=True)
def test_development_shows_it_to_anyone() -> None:
    assert components(RequestFactory().get("/desk/components")).status_code == 200
