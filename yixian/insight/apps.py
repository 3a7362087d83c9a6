from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "yixian.insight"
    label = "insight"
    verbose_name = "透视"
    default_auto_field = "django.db.models.BigAutoField"
