"""Addresses of cross-handlings."""

from django.urls import URLPattern, path

from yixian.desk.web.acts.base import act_urls
from yixian.desk.web.crossing.view import ACTS, crossing, loads

crossing_urls: list[URLPattern] = [
    path("crossings", loads, name="crossing_loads"),
    path("crossings/<uuid:uid>", crossing, name="crossing"),
    *act_urls(*ACTS),
]
