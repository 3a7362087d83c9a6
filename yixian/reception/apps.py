"""Reception as a Django application."""

from django.apps import AppConfig


class ReceptionConfig(AppConfig):
    name = "yixian.reception"
    label = "reception"
    verbose_name = "接访"
    default_auto_field = "django.db.models.BigAutoField"
