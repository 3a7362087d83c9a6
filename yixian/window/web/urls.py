"""Addresses of the public window."""

from django.urls import URLPattern, URLResolver

app_name = "window"
urlpatterns: list[URLPattern | URLResolver] = []
