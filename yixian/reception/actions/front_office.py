"""接待设置: the hotline's number and hours, and the order of an interview's sections. All of it is public."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from django.core.exceptions import ValidationError

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.enums import OutsideHours, Section
from yixian.reception.models import FrontOffice
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class SettingDoesNotFit(Refusal):
    """Hours that run backwards, a telephone number that is none, a section twice or left out."""

    key = "setting_does_not_fit"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontOfficeFacts:
    """``hours`` are the beginning and end of the morning, then of the afternoon."""

    hours: tuple[time, time, time, time]
    outside: OutsideHours
    phone: str = ""
    every_day: bool = False
    sections: Sequence[Section] = tuple(Section)


@leaves_trail("reception.set_front_office")
def set_front_office(*, by: Officer, facts: FrontOfficeFacts) -> FrontOffice:
    require(by, "reception.set_front_office")
    if sorted(facts.sections) != sorted(Section):
        raise SettingDoesNotFit("笔录的各段应当都排上，每段一次。")
    kept = FrontOffice.objects.filter(organ_id=by.organ_id).first() or FrontOffice(organ_id=by.organ_id)
    kept.phone, kept.every_day, kept.outside = facts.phone.strip(), facts.every_day, facts.outside
    kept.opens_at, kept.noon_from, kept.noon_until, kept.closes_at = facts.hours
    kept.sections = ",".join(facts.sections)
    try:
        kept.full_clean()
    except ValidationError as error:
        raise SettingDoesNotFit("；".join(error.messages) + "。") from error
    kept.save()
    return kept
