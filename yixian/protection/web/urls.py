"""The addresses of a sitting; the desk puts them among its own, so that they are ``desk:login`` and so on."""

from django.urls import path

from yixian.protection.web import views

sitting_urls = [
    path("login", views.login, name="login"),
    path("logout", views.logout, name="logout"),
    path("passphrase", views.passphrase, name="passphrase"),
]
