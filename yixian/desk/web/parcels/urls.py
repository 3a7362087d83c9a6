"""Addresses of sealed files."""

from django.urls import URLPattern, path

from yixian.desk.web.acts.base import act_urls
from yixian.desk.web.parcels import asked, views
from yixian.desk.web.parcels.acts import ACTS

parcel_urls: list[URLPattern] = [
    path("parcels/import", views.import_page, name="import_parcel"),
    path("transfers/<uuid:uid>/parcel", views.export, name="export_parcel"),
    path("arrivals/<uuid:uid>", views.arrival, name="arrival"),
    path("arrivals/<uuid:uid>/receipt", views.receipt, name="export_receipt"),
    path("arrivals/<uuid:uid>/paper", views.arrival_paper, name="arrival_paper"),
    path("asked/<uuid:uid>", asked.asked, name="arrival_asked"),
    path("asked/<uuid:uid>/paper", asked.asked_paper, name="arrival_asked_paper"),
    *act_urls(*ACTS, *asked.ACTS),
]
