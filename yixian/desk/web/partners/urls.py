"""Addresses of 协作机关."""

from django.urls import URLPattern, path

from yixian.desk.web.partners import views

partner_urls: list[URLPattern] = [
    path("partners", views.partners, name="partners"),
    path("partners/card", views.own_card, name="own_card"),
    path("partners/<uuid:uid>", views.partner, name="partner"),
    path("partners/<uuid:uid>/confirm", views.confirm, name="confirm_partner"),
    path("partners/<uuid:uid>/retire", views.retire, name="retire_partner"),
]
