from django.apps import AppConfig


class ToolkitConfig(AppConfig):
    name = "yixian.toolkit"
    label = "toolkit"
    verbose_name = "工具"
    default_auto_field = "django.db.models.BigAutoField"
