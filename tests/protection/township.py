"""A fictitious township with its office founded: for every test that needs someone who acts.

``founded(on=...)`` gives the office; ``office["clerk"]`` is the officer of the sitting of 接访员甲.
"""

from dataclasses import dataclass, field
from datetime import date

from yixian.protection.actions import Founder, Founding, found_office, open_sitting
from yixian.protection.officer import SYSTEM, Officer
from yixian.roster.actions import StaffFacts, add_staff
from yixian.roster.enums import OrganLevel, Role
from yixian.roster.models import Organ, Staff

DAY = date(2026, 3, 2)
PHRASE = "云溪县的油菜花开了-"
PEOPLE: dict[str, tuple[str, tuple[Role, ...]]] = {
    "clerk": ("接访甲", (Role.CLERK,)),
    "handler": ("承办乙", (Role.HANDLER,)),
    "chief": ("书记丙", (Role.CHIEF,)),
    "custodian": ("保管丁", (Role.CUSTODIAN,)),
    "member": ("会商戊", (Role.MEMBER,)),
    "auditor": ("审计己", (Role.AUDITOR,)),
    "admin": ("管理庚", (Role.ADMIN,)),
    "supervisor": ("督办辛", (Role.SUPERVISOR,)),
    "analyst": ("统计壬", (Role.ANALYST,)),
}


@dataclass
class Office:
    """``staff`` and ``officers`` by the words of ``PEOPLE``."""

    organ: Organ
    founding: Founding
    staff: dict[str, Staff]
    officers: dict[str, Officer] = field(default_factory=dict)

    def __getitem__(self, who: str) -> Officer:
        if who not in self.officers:
            self.officers[who] = self.sit(who)
        return self.officers[who]

    def sit(self, who: str, phrase: str = "") -> Officer:
        """A new sitting, as after logging in again."""
        return open_sitting(username=self.staff[who].username, passphrase=phrase or phrase_of(who))


def phrase_of(who: str) -> str:
    return PHRASE + who


def founded(*, code: str = "qinghe", on: date = DAY, people: tuple[str, ...] = tuple(PEOPLE)) -> Office:
    """青禾镇纪委 under 云溪县纪委监委, founded with these people; another code makes another township."""
    county, _ = Organ.objects.get_or_create(
        code="yunxi", defaults={"name": "云溪县纪委监委", "short_name": "云纪信", "level": OrganLevel.COUNTY}
    )
    organ = Organ.objects.create(
        code=code, name=f"青禾镇纪委（{code}）", short_name="青纪信", level=OrganLevel.TOWNSHIP, parent=county
    )
    staff = {who: _staff(organ, who) for who in people}
    founders = [Founder(staff[who], PEOPLE[who][1], phrase_of(who)) for who in people]
    return Office(organ, found_office(by=SYSTEM, organ_id=organ.pk, founders=founders, on=on), staff)


def _staff(organ: Organ, who: str) -> Staff:
    facts = StaffFacts(username=f"{organ.code}.{who}", name=PEOPLE[who][0], organ=organ)
    return add_staff(by=SYSTEM, facts=facts)
