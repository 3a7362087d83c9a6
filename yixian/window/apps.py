from django.apps import AppConfig


class WindowConfig(AppConfig):
    name = "yixian.window"
    label = "window"
    verbose_name = "窗口"
    default_auto_field = "django.db.models.BigAutoField"
