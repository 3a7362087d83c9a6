"""Every field of every model is classified, and what is called sealed cannot be read."""

from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from tests.house.rules.secrecy import readable_seals, unclassified


def our_models():
    return [model for model in apps.get_models() if model.__module__.startswith("yixian.")]


def test_every_field_is_classified_once():
    assert unclassified(our_models()) == []


def test_no_sealed_field_could_hold_text():
    assert readable_seals(our_models()) == []


@isolate_apps("yixian.reception")
def test_a_planted_field_without_a_class_and_a_readable_seal_are_found():
    class Report(models.Model):
        reporter = models.CharField(max_length=20)
        account = models.TextField()
        village = models.CharField(max_length=20)

        class Meta:
            app_label = "reception"

        class Secrecy:
            open = ("village",)
            work = ("id", "village", "gone")
            sealed = ("account",)

    found = unclassified([Report])
    readable = readable_seals([Report])

    assert found == [
        "reception.Report.reporter is not classified",
        "reception.Report.gone is classified but does not exist",
        "reception.Report.village is classified twice",
    ]
    assert readable == ["reception.Report.account is sealed but could hold text"]
