from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "yixian.trail"
    label = "trail"
    verbose_name = "留痕"
    default_auto_field = "django.db.models.BigAutoField"
