"""Addresses of the desk."""

from django.urls import URLPattern, URLResolver, path

from yixian.desk.web.components import components
from yixian.protection.web.urls import sitting_urls

app_name = "desk"
urlpatterns: list[URLPattern | URLResolver] = [
    path("components", components, name="components"),
    *sitting_urls,
]
