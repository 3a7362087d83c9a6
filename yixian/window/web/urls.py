"""Addresses of the public window."""

from django.urls import URLPattern, URLResolver, path

from yixian.window.web.size import size

app_name = "window"
urlpatterns: list[URLPattern | URLResolver] = [
    path("size/<str:size>", size, name="size"),
]
