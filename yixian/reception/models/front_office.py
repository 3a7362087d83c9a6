"""接待设置: the hotline's number and hours, and in which order an interview is written. All of it is public."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from yixian.reception.enums import OutsideHours, Section

PHONE = RegexValidator(r"^[0-9][0-9 -]{2,19}$", "电话号码只写数字、空格和短横线，例如0000-12345")


class FrontOffice(models.Model):
    """Stands at the window and on posters, so there is nothing to seal and no free text."""

    organ = models.OneToOneField(
        "roster.Organ", verbose_name="机构", on_delete=models.PROTECT, related_name="front_office"
    )
    phone = models.CharField("举报电话", max_length=20, blank=True, default="", validators=[PHONE])
    every_day = models.BooleanField("周末和节假日也接听", default=False)
    opens_at = models.TimeField("上午开始")
    noon_from = models.TimeField("中午开始休息")
    noon_until = models.TimeField("下午开始")
    closes_at = models.TimeField("下午结束")
    outside = models.CharField("其余时间", max_length=9, choices=OutsideHours.choices)
    sections = models.CharField("笔录顺序", max_length=80)

    class Secrecy:
        open = (
            "phone",
            "every_day",
            "opens_at",
            "noon_from",
            "noon_until",
            "closes_at",
            "outside",
            "sections",
        )
        work = ("id", "organ")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "接待设置"
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_at__lt=F("noon_from"))
                & Q(noon_from__lte=F("noon_until"))
                & Q(noon_until__lt=F("closes_at")),
                name="reception_front_office_hours_in_order",
                violation_error_message="时间应当从早到晚。",
            ),
        ]

    def __str__(self) -> str:
        return f"接待设置（{self.organ}）"

    def order(self) -> list[Section]:
        return [Section(each) for each in self.sections.split(",")]
