"""Whoever can change something is asked for a permit first."""

from django.http import HttpResponse
from django.urls import path
from django.urls.resolvers import RegexPattern, URLResolver
from django.views import View

from tests.house.rules.posts import posts_without_permit, views


def test_every_view_that_accepts_a_post_names_its_permit():
    breaches = posts_without_permit(views())

    assert breaches == []


class Planted(View):
    def post(self, request):
        return HttpResponse()


def test_a_planted_view_without_a_permit_is_found():
    resolver = URLResolver(RegexPattern(r"^"), [path("planted/", Planted.as_view())])

    breaches = posts_without_permit(views(resolver))

    assert breaches == ["planted/ accepts POST but names no permit"]
