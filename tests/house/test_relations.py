"""Relations look back; nothing points into the vault."""

from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from tests.house.rules.relations import forward_relations, relations_into_the_vault


def test_every_relation_looks_back_along_the_work():
    breaches = forward_relations(apps.get_models())

    assert breaches == []


def test_no_relation_points_into_the_vault():
    breaches = relations_into_the_vault(apps.get_models())

    assert breaches == []


@isolate_apps("yixian.reception", "yixian.resolution", "yixian.vault")
def test_a_planted_relation_ahead_or_into_the_vault_is_found():
    class Clue(models.Model):
        class Meta:
            app_label = "resolution"

    class DataKey(models.Model):
        class Meta:
            app_label = "vault"

    class Report(models.Model):
        clue = models.ForeignKey(Clue, models.PROTECT)
        key = models.ForeignKey(DataKey, models.PROTECT)

        class Meta:
            app_label = "reception"

    ahead = forward_relations([Report])
    into = relations_into_the_vault([Report])

    assert ahead == ["reception.Report.clue looks ahead to resolution.Clue"]
    assert into == ["reception.Report.key points into the vault"]
