"""Addresses of the pages that need nothing but reception, under /desk/papers/."""

from django.urls import path

from yixian.reception.web.papers import posters, views

app_name = "reception"
urlpatterns = [
    path("", views.papers, name="papers"),
    path("posters", posters.posters, name="posters"),
    path("<slug:kind>", views.wording, name="paper"),
    path("<slug:kind>/template", views.template, name="paper_template"),
    path("<slug:kind>/look", views.look, name="look_at_paper"),
    path("<slug:kind>/take", views.take, name="take_paper"),
    path("<slug:kind>/return", views.go_back, name="return_to_paper"),
]
