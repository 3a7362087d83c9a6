"""Founding the invented township: its roster, its staff, and the kinships that bar two of them.

Nobody holds a role yet: roles come with the keys, organ by organ, by ``protection.actions.found_office``, for
which ``people_of`` says who becomes what. The composer of the demo ties both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yixian.config.demo.township_roster import BAIQUAN, COUNTY, FENGLIN, QINGHE, township_rows
from yixian.roster.actions import Keeper, StaffFacts, add_staff, declare_kinship, import_roster
from yixian.roster.enums import Relation, Role
from yixian.roster.queries import find_cadres, organ_by_code

if TYPE_CHECKING:
    from yixian.roster.models import Cadre, Organ, Staff


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff; ``is_cadre`` says that the person stands on the township's own list of cadres."""

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
    Person("baiquan.chengban2", "卢数桥", BAIQUAN, (Role.HANDLER,)),
    Person("baiquan.guanli", "柳抽屉", BAIQUAN, (Role.ADMIN,)),
    Person("fenglin.shuji", "洪枫叶", FENGLIN, (Role.CHIEF,)),
    Person("fenglin.chengban", "林看山", FENGLIN, (Role.HANDLER,)),
    Person("fenglin.chengban2", "木年轮", FENGLIN, (Role.HANDLER,)),
    Person("fenglin.guanli", "花窗台", FENGLIN, (Role.ADMIN,)),
)

KINSHIPS = (("chengban2", "王开渠", Relation.COLLATERAL), ("jiefang2", "蒋麦香", Relation.SPOUSE))
"""彭细问 stays away from the secretary of 石桥村, 范来信 from the bookkeeper of 柳湾村."""


@dataclass(frozen=True, slots=True)
class Township:
    """The founded organs, and the staff by log-in name."""

    county: "Organ"
    township: "Organ"
    neighbours: tuple["Organ", ...]
    staff: Mapping[str, "Staff"]

    def people_of(self, organ: "Organ") -> list[tuple["Staff", tuple[Role, ...]]]:
        """Who works at an organ, and the roles with which ``found_office`` is to found it."""
        people = [person for person in PEOPLE if person.organ == organ.code]
        return [(self.staff[person.username], person.roles) for person in people]


def found_township(*, by: Keeper) -> Township:
    """Plain roster rows through the roster's own actions; a second call is refused at the first account."""
    import_roster(by=by, rows=township_rows())
    staff = {person.username: _employ(person, by=by) for person in PEOPLE}
    for username, relative, relation in KINSHIPS:
        cadre = _cadre(staff[username].organ, relative)
        declare_kinship(by=by, staff=staff[username], cadre=cadre, relation=relation)
    return Township(_organ(COUNTY), _organ(QINGHE), (_organ(BAIQUAN), _organ(FENGLIN)), staff)


def _employ(person: Person, *, by: Keeper) -> "Staff":
    organ = _organ(person.organ)
    cadre = _cadre(organ, person.name) if person.is_cadre else None
    return add_staff(by=by, facts=StaffFacts(person.username, person.name, organ, cadre=cadre))


def _organ(code: str) -> "Organ":
    organ = organ_by_code(code)
    if organ is None:
        raise LookupError(f"organ {code} is missing from the demonstration's roster")
    return organ


def _cadre(organ: "Organ", name: str) -> "Cadre":
    return find_cadres(organ.pk, name).get()
