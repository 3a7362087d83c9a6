from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    name = "yixian.protection"
    label = "protection"
    verbose_name = "保护"
    default_auto_field = "django.db.models.BigAutoField"
