"""Addresses of transfers between organs."""

from django.urls import URLPattern, path

from yixian.desk.web.acts.base import act_urls
from yixian.desk.web.transfers.acts import ACTS
from yixian.desk.web.transfers.view import transfer_one, transfers

transfer_urls: list[URLPattern] = [
    path("transfers", transfers, name="transfers"),
    path("transfers/<uuid:uid>", transfer_one, name="transfer_one"),
    *act_urls(*ACTS),
]
