"""Addresses of 鉴定销毁."""

from django.urls import URLPattern, path

from yixian.desk.web.acts.base import act_urls
from yixian.desk.web.destruction import views
from yixian.desk.web.destruction.acts import ACTS

destruction_urls: list[URLPattern] = [
    path("archive/destruction", views.destructions, name="destructions"),
    path("archive/destruction/draw-up", views.draw_up, name="draw_up_destruction"),
    path("archive/destruction/<uuid:uid>", views.destruction, name="destruction"),
    *act_urls(*ACTS),
]
