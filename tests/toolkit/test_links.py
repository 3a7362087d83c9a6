"""A kept link: protected, blank where it may be null, and a plain foreign key to migrations."""

from django.db import models

from yixian.toolkit.links import KeptLink


def test_what_is_pointed_to_cannot_be_deleted():
    assert KeptLink("roster.Staff", "登记人").remote_field.on_delete is models.PROTECT


def test_one_that_may_be_null_may_be_left_blank():
    links = [KeptLink("roster.Staff", "登记人"), KeptLink("roster.Staff", "登记人", null=True)]

    assert [(link.null, link.blank) for link in links] == [(False, False), (True, True)]


def test_migrations_see_a_plain_foreign_key():
    plain = models.ForeignKey(
        "roster.Staff", verbose_name="登记人", on_delete=models.PROTECT, null=True, blank=True
    )

    assert KeptLink("roster.Staff", "登记人", null=True).deconstruct() == plain.deconstruct()


def test_a_copy_is_kept_as_well():
    copy = KeptLink("roster.Staff", "登记人", related_name="+", null=True).clone()

    assert (type(copy), copy.remote_field.related_name, copy.blank) == (KeptLink, "+", True)
