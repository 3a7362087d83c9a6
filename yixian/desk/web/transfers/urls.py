"""Addresses of transfers between organs."""

from django.urls import URLPattern, path

from yixian.desk.web.acts.base import act_urls
from yixian.desk.web.transfers import supervising
from yixian.desk.web.transfers.acts import ACTS
from yixian.desk.web.transfers.view import transfer_letter, transfer_one, transfers

transfer_urls: list[URLPattern] = [
    path("transfers", transfers, name="transfers"),
    path("transfers/<uuid:uid>", transfer_one, name="transfer_one"),
    path("transfers/<uuid:uid>/letter", transfer_letter, name="transfer_letter"),
    *act_urls(*ACTS, supervising.IssueSupervision),
    path("supervisions/<uuid:uid>", supervising.supervision, name="supervision"),
    path("supervisions/<uuid:uid>/paper", supervising.supervision_paper, name="supervision_paper"),
    *act_urls(*supervising.ACTS),
]
