from django.apps import AppConfig


class ResolutionConfig(AppConfig):
    name = "yixian.resolution"
    label = "resolution"
    verbose_name = "解决"
    default_auto_field = "django.db.models.BigAutoField"
