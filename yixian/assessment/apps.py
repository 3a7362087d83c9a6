from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "yixian.assessment"
    label = "assessment"
    verbose_name = "研判"
    default_auto_field = "django.db.models.BigAutoField"
