"""When the hotline is answered, and what it says otherwise: for the window, the posters and the desk."""

from dataclasses import dataclass
from datetime import time

from yixian.reception.enums import OutsideHours, Section
from yixian.reception.models import FrontOffice
from yixian.regulations.accusation_rules import NATIONAL_HOTLINE

SAYS = {
    OutsideHours.VOICEMAIL: "其余时间请在提示音后留言，下一个工作日处理。",
    OutsideHours.NATIONAL: f"其余时间请拨打{NATIONAL_HOTLINE}。",
    OutsideHours.DUTY: "其余时间由值班人员接听。",
}


@dataclass(frozen=True, slots=True)
class Hotline:
    """``phone`` is the office's own, or the national one where it has none."""

    phone: str
    hours: str
    outside: str


def hotline_of(organ_id: int) -> Hotline:
    """What the office has set; without it the national number and no promise of hours."""
    kept = front_office_of(organ_id)
    if kept is None:
        return Hotline(NATIONAL_HOTLINE, "", "")
    return Hotline(kept.phone or NATIONAL_HOTLINE, hours_in_words(kept), SAYS[OutsideHours(kept.outside)])


def front_office_of(organ_id: int) -> FrontOffice | None:
    return FrontOffice.objects.filter(organ_id=organ_id).first()


def hours_in_words(kept: FrontOffice) -> str:
    days = "每天" if kept.every_day else "工作日"
    morning = f"{_clock(kept.opens_at)}至{_clock(kept.noon_from)}"
    return f"{days}{morning}，{_clock(kept.noon_until)}至{_clock(kept.closes_at)}"


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02d}"


def section_order(organ_id: int) -> list[Section]:
    """The office's own order of an interview, or that of the method."""
    kept = front_office_of(organ_id)
    return kept.order() if kept else list(Section)
