"""Addresses of sessions, of old matters and of plans."""

from django.urls import URLPattern, path

from yixian.desk.web.acts.base import act_urls
from yixian.desk.web.plan.acts import ACTS as PLAN_ACTS
from yixian.desk.web.plan.view import plan
from yixian.desk.web.screening import session, views

screening_urls: list[URLPattern] = [
    path("screening", views.screenings, name="screenings"),
    path("screening/call", views.call, name="call_screening"),
    path("screening/<int:screening_id>", session.session, name="screening"),
    path("screening/<int:screening_id>/decide", session.decide, name="decide_screened"),
    path("screening/<int:screening_id>/take-in", views.take_in, name="take_in_matters"),
    path("screening/<int:screening_id>/close", views.close, name="close_screening"),
    path("screening/<int:screening_id>/minutes", views.minutes, name="screening_minutes"),
    path("screening/<int:screening_id>/export", views.export, name="export_screening"),
    path("old-matters", views.old, name="old_matters"),
    path("matters/<uuid:matter_id>/plan", plan, name="plan"),
    *act_urls(*PLAN_ACTS),
]
