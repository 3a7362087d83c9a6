"""The people of the demonstration at work: pass phrases that everybody may know, and one sitting each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from yixian.config.demo.township import PEOPLE, Township, found_township
from yixian.protection.actions import Founder, found_office, open_sitting
from yixian.protection.officer import SYSTEM, Officer
from yixian.roster.enums import Role

if TYPE_CHECKING:
    from yixian.roster.models import Organ

WORDS = {
    "jiefang1": "春风化雨",
    "jiefang2": "夏木成荫",
    "chengban1": "秋高气爽",
    "chengban2": "冬日暖阳",
    "chengban3": "谷雨时节",
    "shuji": "守正如松",
    "baoguan": "信封如铁",
    "huishang": "和气致祥",
    "shenji": "白纸黑字",
    "guanli": "键盘声声",
    "tongji": "百分之一",
    "xian.shuji": "长治久安",
    "xian.duban": "登高望远",
    "xian.jiefang": "开门迎客",
    "xian.baoguan": "铁柜三层",
    "xian.guanli": "一开一关",
    "baiquan.shuji": "白泉清清",
    "baiquan.chengban": "过桥看水",
    "baiquan.chengban2": "过河数桥",
    "baiquan.guanli": "抽屉两个",
    "fenglin.shuji": "枫叶正红",
    "fenglin.chengban": "翻山看林",
    "fenglin.chengban2": "年轮一圈",
    "fenglin.guanli": "窗台三盆",
}
MAY = {
    Role.CLERK: "登记来信、来访、来电、网络和举报箱来件",
    Role.HANDLER: "承办：线索、核查、处理结果、反馈",
    Role.CHIEF: "审批，查看全部来件",
    Role.CUSTODIAN: "保管举报人身份，批准查看",
    Role.MEMBER: "参加联席会诊，只看自己的议题和任务",
    Role.AUDITOR: "核验操作留痕",
    Role.ADMIN: "开设账号，维护名册",
    Role.SUPERVISOR: "查看下级来件进度",
    Role.ANALYST: "统计分析，看不到来件内容",
}


def phrase_of(username: str) -> str:
    """Plainly a demonstration's; nobody could take it for an office's own."""
    return f"青禾-演示-{WORDS[username]}"


@dataclass
class Cast:
    """``cast["shuji"]`` is an officer in a sitting that lasts for the whole play."""

    town: Township
    sittings: dict[str, Officer] = field(default_factory=dict)

    def __getitem__(self, username: str) -> Officer:
        if username not in self.sittings:
            self.sittings[username] = open_sitting(username=username, passphrase=phrase_of(username))
        return self.sittings[username]

    def staff_id(self, username: str) -> int:
        return self.town.staff[username].pk

    @property
    def organ_id(self) -> int:
        return self.town.township.pk


def found_cast(on: date) -> Cast:
    """The roster, and the four offices with their keys."""
    town = found_township(by=SYSTEM)
    for organ in (town.county, town.township, *town.neighbours):
        found_office(by=SYSTEM, organ_id=organ.pk, founders=_founders(town, organ), on=on)
    return Cast(town)


def _founders(town: Township, organ: "Organ") -> list[Founder]:
    return [Founder(staff, roles, phrase_of(staff.username)) for staff, roles in town.people_of(organ)]


def log_ins() -> Iterator[list[str]]:
    """角色, 姓名, 登录名, 口令, 能做什么: a line for each person, the township first."""
    ranked = sorted(PEOPLE, key=lambda person: ("YX-QH", "YX", "YX-BQ", "YX-FL").index(person.organ))
    places = {"YX": "县", "YX-BQ": "白泉", "YX-FL": "枫林"}
    for person in ranked:
        roles = "、".join(role.label for role in person.roles)
        where = places.get(person.organ, "")
        yield [where + roles, person.name, person.username, phrase_of(person.username), MAY[person.roles[0]]]
