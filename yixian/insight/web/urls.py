"""Addresses of the figures."""

from django.urls import path

from yixian.insight.web.reconciling import reconcile
from yixian.insight.web.views import behind, figures, report

app_name = "insight"
urlpatterns = [
    path("", figures, name="figures"),
    path("reconcile", reconcile, name="reconcile"),
    path("behind/<str:key>", behind, name="behind"),
    path("report.docx", report, name="report"),
]
