"""Founding the organs that were named, all or none: roster rows, accounts, keys."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from yixian.config.office.members import Member, Unreadable
from yixian.protection.actions import Founder, Founding, found_office
from yixian.protection.officer import SYSTEM
from yixian.roster.actions import RosterRows, StaffFacts, add_staff, import_roster
from yixian.roster.queries import find_cadres, organ_by_code, organs_under, staff_of
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.roster.models import Cadre, Organ, Staff


class OfficeExists(Refusal):
    """Setting up is for an installation without any account; later ones are opened by the administrator."""

    key = "office_exists"


@dataclass(frozen=True)
class Founded:
    """What is printed once and kept nowhere; ``unlinked`` names whom the roster has twice."""

    organ: "Organ"
    staff: "tuple[Staff, ...]"
    founding: Founding = field(repr=False)
    unlinked: tuple[str, ...] = ()


def require_nothing_here() -> None:
    """Refuse on an installation that has accounts."""
    if any(staff_of(organ.pk).exists() for organ in organs_under()):
        raise OfficeExists(
            "这里已经建立过机关，不能重复建立。增加人员请由管理员在工作台开设账号；"
            "要另建一个，请用环境变量 YIXIAN_HOME 指定另一个空文件夹。"
        )


def found(rows: RosterRows, members: Sequence[Member], *, on: date) -> list[Founded]:
    """Every organ for which people are named. A refusal anywhere leaves nothing behind."""
    with transaction.atomic():
        require_nothing_here()
        import_roster(by=SYSTEM, rows=rows)
        return [_found_one(code, people, on) for code, people in _by_organ(rows, members).items()]


def _by_organ(rows: RosterRows, members: Sequence[Member]) -> dict[str, list[Member]]:
    codes = [organ.code for organ in rows.organs]
    only = codes[-1] if len(codes) <= 2 else ""
    sorted_out: dict[str, list[Member]] = {}
    for member in members:
        code = member.organ or only
        if code not in codes:
            known = "、".join(f"{organ.code}（{organ.name}）" for organ in rows.organs)
            raise Unreadable(f"{member.name}属于哪个机构？请写明机构代码：{known}。")
        sorted_out.setdefault(code, []).append(member)
    return sorted_out


def _found_one(code: str, members: list[Member], on: date) -> Founded:
    organ = organ_by_code(code)
    assert organ is not None  # noqa: S101 - just imported
    unlinked: list[str] = []
    founders = [Founder(_employ(organ, member, unlinked), member.roles) for member in members]
    founding = found_office(by=SYSTEM, organ_id=organ.pk, founders=founders, on=on)
    return Founded(organ, tuple(each.staff for each in founders), founding, tuple(unlinked))


def _employ(organ: "Organ", member: Member, unlinked: list[str]) -> "Staff":
    """Tied to the cadre of the same name, so that nobody handles a report about themselves."""
    same_name = [cadre for cadre in find_cadres(organ.pk, member.name) if cadre.name == member.name]
    if len(same_name) > 1:
        unlinked.append(member.name)
    cadre: Cadre | None = same_name[0] if len(same_name) == 1 else None
    return add_staff(by=SYSTEM, facts=StaffFacts(member.username, member.name, organ, cadre=cadre))
