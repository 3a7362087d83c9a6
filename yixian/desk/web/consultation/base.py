"""Acts on a meeting and on an item: the same small forms as acts on a report, about other subjects."""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from yixian.assessment.actions import GuestFacts
from yixian.assessment.enums import ConsultationState, ItemState
from yixian.assessment.queries import consultation_by_id, item_by_id
from yixian.desk.consultation_case import ItemCase, MeetingCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import not_theirs
from yixian.protection.officer import Officer
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of
from yixian.toolkit.forms import LongText
from yixian.toolkit.today import today

LONGEST = 2000
DISCREET = "不写举报人，不抄举报信，用自己的话写。"
CHOOSE = ("", "请选择")


def meeting_case_or_404(officer: Officer, consultation_id: UUID) -> MeetingCase:
    found = consultation_by_id(officer, consultation_id)
    if found is None:
        subject = f"assessment.consultation:{consultation_id}"
        raise not_theirs(officer, "assessment.see_consultations", subject)
    return MeetingCase(officer, found, today())


def item_case_or_404(officer: Officer, item_id: UUID) -> ItemCase:
    """An item that this officer may meet; any other does not exist."""
    found = item_by_id(officer, item_id)
    if found is None:
        raise not_theirs(officer, "assessment.read_item", f"assessment.agendaitem:{item_id}")
    return ItemCase(officer, found, today())


class MeetingForm(ActForm[MeetingCase]):
    """An act whose subject is a meeting, in the states that it names."""

    root: ClassVar[str] = "consultations"
    states: ClassVar[tuple[ConsultationState, ...]] = ()

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> MeetingCase:
        return meeting_case_or_404(officer, key)

    @classmethod
    def stands(cls, case: MeetingCase) -> bool:
        return not cls.about_one and case.state in cls.states

    @classmethod
    def find(cls, case: MeetingCase, key: int) -> Any:
        return next((each for each in case.seats if each.pk == key and case.state in cls.states), None)


class ItemForm(ActForm[ItemCase]):
    """An act whose subject is an item of an agenda, in the states that it names."""

    root: ClassVar[str] = "consultation-items"
    states: ClassVar[tuple[ItemState, ...]] = ()
    in_session: ClassVar[bool] = False

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> ItemCase:
        return item_case_or_404(officer, key)

    @classmethod
    def stands(cls, case: ItemCase) -> bool:
        if cls.about_one or case.item.state not in cls.states:
            return False
        return not cls.in_session or cls.is_in_session(case)

    @classmethod
    def is_in_session(cls, case: ItemCase) -> bool:
        held = case.item.consultation
        return held is not None and held.state in (ConsultationState.SITTING, ConsultationState.CLOSED)


class GuestLines(LongText):
    """Guests, one a line: 单位, a blank, 姓名."""

    def __init__(self, label: str = "没有账号的来宾", **rest: Any) -> None:
        told = (
            "每行写一个：单位在前，姓名在后，中间空一格。例如：青禾镇司法所 宋公证。来宾只发纸质通知和材料。"
        )
        super().__init__(label, LONGEST, rows=3, help_text=told, **rest)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        return [_guest(line) for line in typed.splitlines() if line.strip()]


def _guest(line: str) -> GuestFacts:
    unit, _, name = line.replace("，", " ").replace("、", " ").replace("\u3000", " ").strip().rpartition(" ")
    if not unit.strip() or not name:
        raise forms.ValidationError(f"“{line.strip()}”没有分清单位和姓名，请在中间空一格。")
    if len(unit.strip()) > 60 or len(name) > 30:
        raise forms.ValidationError(f"“{line.strip()[:20]}…”太长：单位最多60个字，姓名最多30个字。")
    return GuestFacts(unit_name=unit.strip(), name=name)


def colleagues(officer: Officer) -> list[tuple[int, str]]:
    """Who of the office may preside or record."""
    return [(each.pk, each.name) for each in staff_of(officer.organ_id, Role.CHIEF, Role.HANDLER, Role.CLERK)]


def members(officer: Officer, without: Iterable[int | None] = ()) -> list[tuple[int, str]]:
    """The accounts of member units, with the unit for which each speaks."""
    left_out = set(without)
    found = [each for each in staff_of(officer.organ_id, Role.MEMBER) if each.pk not in left_out]
    return [(each.pk, f"{each.name}（{_unit_of(each)}）") for each in found]


def _unit_of(staff: Any) -> str:
    unit = staff.unit or (staff.cadre.unit if staff.cadre else None)
    return unit.name if unit else "本机关"
