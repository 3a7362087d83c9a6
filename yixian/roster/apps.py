"""The roster as a Django application."""

from django.apps import AppConfig


class RosterConfig(AppConfig):
    name = "yixian.roster"
    label = "roster"
    verbose_name = "名册"
    default_auto_field = "django.db.models.BigAutoField"
