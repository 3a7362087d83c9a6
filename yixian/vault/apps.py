from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "yixian.vault"
    label = "vault"
    verbose_name = "密封柜"
    default_auto_field = "django.db.models.BigAutoField"
