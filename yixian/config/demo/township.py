"""Founding the invented township: its roster, its staff in every role, and a kinship that bars a handler.

Keys and pass phrases come after, by ``protection.actions.open_account``; the composer of the demo ties both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yixian.config.demo.township_roster import BAIQUAN, COUNTY, QINGHE, township_rows
from yixian.roster.actions import Keeper, StaffFacts, add_staff, declare_kinship, grant_role, import_roster
from yixian.roster.enums import Relation, Role
from yixian.roster.queries import find_cadres, organ_by_code

if TYPE_CHECKING:
    from yixian.roster.models import Cadre, Organ, Staff


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff; ``cadre`` says that the person stands on the township's own list of cadres."""

    username: str
    name: str
    organ: str
    roles: tuple[Role, ...]
    is_cadre: bool = False


PEOPLE = (
    Person("jiefang1", "姜直尺", QINGHE, (Role.CLERK,), is_cadre=True),
    Person("jiefang2", "范来信", QINGHE, (Role.CLERK,)),
    Person("chengban1", "陶明镜", QINGHE, (Role.HANDLER, Role.MEMBER), is_cadre=True),
    Person("chengban2", "彭细问", QINGHE, (Role.HANDLER,)),
    Person("chengban3", "柏小账", QINGHE, (Role.HANDLER,), is_cadre=True),
    Person("shuji", "严守正", QINGHE, (Role.CHIEF, Role.MEMBER), is_cadre=True),
    Person("baoguan", "鲁信封", QINGHE, (Role.CUSTODIAN,)),
    Person("huishang", "邹和气", QINGHE, (Role.MEMBER,), is_cadre=True),
    Person("shenji", "韦笔录", QINGHE, (Role.AUDITOR,)),
    Person("guanli", "昌键盘", QINGHE, (Role.ADMIN,)),
    Person("tongji", "马百分", QINGHE, (Role.ANALYST,)),
    Person("xian.shuji", "苗长治", COUNTY, (Role.CHIEF,)),
    Person("xian.duban", "凤远望", COUNTY, (Role.SUPERVISOR,)),
    Person("xian.jiefang", "花迎门", COUNTY, (Role.CLERK,)),
    Person("xian.baoguan", "方铁柜", COUNTY, (Role.CUSTODIAN,)),
    Person("xian.guanli", "俞开关", COUNTY, (Role.ADMIN,)),
    Person("baiquan.shuji", "任白泉", BAIQUAN, (Role.CHIEF,)),
    Person("baiquan.chengban", "袁过桥", BAIQUAN, (Role.HANDLER,)),
)

KINSHIPS = (("chengban2", "王开渠", Relation.COLLATERAL), ("jiefang2", "蒋麦香", Relation.SPOUSE))
"""彭细问 stays away from the secretary of 石桥村, 范来信 from the bookkeeper of 柳湾村."""


@dataclass(frozen=True, slots=True)
class Township:
    """The founded organs, and the staff by log-in name."""

    county: "Organ"
    township: "Organ"
    staff: Mapping[str, "Staff"]


def found_township(*, by: Keeper, on: date) -> Township:
    """Plain roster rows through the roster's own actions; a second call finds the same organs and refuses."""
    import_roster(by=by, rows=township_rows())
    staff = {person.username: _employ(person, by=by, on=on) for person in PEOPLE}
    for username, relative, relation in KINSHIPS:
        cadre = _cadre(staff[username].organ, relative)
        declare_kinship(by=by, staff=staff[username], cadre=cadre, relation=relation)
    return Township(_organ(COUNTY), _organ(QINGHE), staff)


def _employ(person: Person, *, by: Keeper, on: date) -> "Staff":
    organ = _organ(person.organ)
    cadre = _cadre(organ, person.name) if person.is_cadre else None
    staff = add_staff(by=by, facts=StaffFacts(person.username, person.name, organ, cadre=cadre))
    for role in person.roles:
        grant_role(by=by, staff=staff, role=role, on=on)
    return staff


def _organ(code: str) -> "Organ":
    organ = organ_by_code(code)
    if organ is None:
        raise LookupError(f"organ {code} is missing from the demonstration's roster")
    return organ


def _cadre(organ: "Organ", name: str) -> "Cadre":
    return find_cadres(organ.pk, name).get()
