"""Addresses of the figures."""

from django.urls import path

from yixian.insight.web.views import behind, figures, report

app_name = "insight"
urlpatterns = [
    path("", figures, name="figures"),
    path("behind/<str:key>", behind, name="behind"),
    path("report.docx", report, name="report"),
]
