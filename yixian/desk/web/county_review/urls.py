"""Addresses of 县审."""

from django.urls import URLPattern, path

from yixian.desk.web.acts.base import act_urls
from yixian.desk.web.county_review.acts import ACTS
from yixian.desk.web.county_review.views import review, review_paper, reviews

review_urls: list[URLPattern] = [
    path("county-reviews", reviews, name="county_reviews"),
    path("county-reviews/<uuid:uid>", review, name="county_review"),
    path("county-reviews/<uuid:uid>/paper", review_paper, name="county_paper"),
    *act_urls(*ACTS),
]
