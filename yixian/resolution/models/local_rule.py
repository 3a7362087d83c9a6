"""本地文件: a document of the office's own county or township, by the days on which it held."""

from django.db import models

from yixian.regulations.rules_library import RuleSubject
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class LocalRule(KnownRow):
    """``since`` and ``until`` are days, months or years (1998-05); ``until`` is when it no longer held. ``words`` has
    the slots title, number and note; ``file`` has name, kind and file.
    """

    organ = KeptLink("roster.Organ", "机构", related_name="local_rules")
    subject = models.CharField("领域", max_length=16, choices=RuleSubject.choices())
    since = models.CharField("施行", max_length=10)
    until = models.CharField("不再施行", max_length=10, blank=True, default="")
    added_by = KeptLink("roster.Staff", "登记人", related_name="+")
    added_on = models.DateField("登记日期")
    words = models.UUIDField("名称、文号和说明")
    file = models.UUIDField("文件", null=True, blank=True)

    class Secrecy:
        open = ("subject", "since", "until", "added_on")
        work = ("id", "uid", "organ", "added_by")
        sealed = ("words", "file")

    class Meta:
        verbose_name = verbose_name_plural = "本地文件"
        ordering = ["organ", "since", "id"]

    def __str__(self) -> str:
        return f"本地文件{self.pk}"

    @property
    def trail_subject(self) -> str:
        return f"resolution.localrule:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        """A document is about nobody."""
        return frozenset()

    def handler_ids(self) -> frozenset[int]:
        return frozenset()
