"""The trail in plain words: who, which act, on what kind of record, and why not. It holds no content to begin with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.apps import apps

from yixian.protection.enums import Outside
from yixian.protection.officer import Officer
from yixian.protection.permits import permit_map
from yixian.reception.queries import counted_reports
from yixian.roster.queries import organs_under, staff_by_id
from yixian.trail.enums import Outcome

if TYPE_CHECKING:
    from yixian.trail.models import Entry

WITHOUT_PERMIT = {
    "protection.open_seal": "打开密封内容",
    "protection.open_seals": "打开一批密封标题或者姓名",
    "protection.open_versions": "查看密封内容的历次版本",
    "protection.reseal_slots": "更正密封内容",
    "protection.find_terms": "在密封索引中查找",
    "protection.forget_terms": "移出密封索引",
    "protection.forget_own_wrap": "放弃本机关的密钥",
    "protection.rewrap": "转交密钥给另一机关",
    "protection.rewrap_watch": "转交文书检查标记",
    "protection.withdraw_wrap": "收回交给另一机关的密钥",
    "protection.end_loans_of": "收回交给会诊成员阅看的内容",
    "assessment.draft_material": "阅看会诊材料的草稿",
    "assessment.read_seat_item": "阅看会诊议题",
    "protection.open_lent": "阅看交来的会诊内容",
    "protection.read_identity_reason": "阅看身份申请的理由",
    "protection.view_identity_file": "查看能看出举报人的材料",
    "reception.pack_reporter": "封入补送的举报人身份",
    "protection.carry_identity": "把举报人身份封进加封文件",
    "protection.tell_changed_key": "协作机关的公钥变更提醒",
    "protection.raise_alert": "提醒负责人",
    "protection.mark_alert_seen": "标记提醒已阅",
    "protection.found_office": "建立机关",
    "protection.recover_office": "用恢复密钥恢复机关",
    "trail.seal_head": "封存链头",
}
"""Acts that need no permit of their own: they are parts of others, or happen by themselves."""
HOUSES = {
    "reception": "接访",
    "assessment": "研判",
    "resolution": "解决",
    "insight": "统计",
    "protection": "保护",
    "roster": "名册",
    "trail": "留痕",
}
COUNTED = {"seals": "项密封内容", "ledger": "件台账", "found": "件检索结果"}
KINDS = {"organ": "本机关的索引", "record": "索引记录", "seal": "密封内容", "account": "账号"}
WHYS = {
    "not_permitted": "没有权限",
    "not_in_this_state": "状态不允许",
    "wrong_passphrase": "口令不对",
    "wrong_code": "查询码不对",
    "too_many_attempts": "尝试次数过多",
    "no_key": "没有密钥",
    "no_sitting": "没有登录",
    "loan_over": "查看时限已过",
    "already_decided": "已经办理过",
    "refusal_unexplained": "没有写明不批准的理由",
    "no_reason": "没有写明理由",
    "nothing_to_hand": "没有可交付的密钥",
    "reported_side": "属于被反映的一方",
    "must_stay_away": "应当回避",
    "approver_must_differ": "须由另一人审批",
    "seal_broken": "密封校验未通过",
    "roles_clash": "角色不能兼任",
    "own_role": "不能为自己办理",
    "own_account": "不能为自己办理",
    "last_admin": "唯一的管理员",
    "not_complete": "五项没有到位",
    "month_is_held": "本月排查已经召集",
    "not_all_decided": "还有事项没有决定",
    "not_in_screening": "不在这次排查中",
    "screening_is_over": "排查已经结束",
    "verdict_needs_reason": "没有写明理由",
    "gives_away": "会暴露举报人",
    "too_vague": "检索词太短",
    "weak_passphrase": "口令太弱",
    "used_since": "导入后已有办理",
    "joined_from_outside": "其他来件已关联",
    "file_was_imported": "文件已经导入过",
    "file_not_usable": "文件不能读取",
    "mapping_incomplete": "栏目没有对应完",
    "import_elsewhere": "导入不在这一步",
    "letter_names_reporter": "文书会暴露举报人",
    "no_such_question": "没有这个询问",
    "nothing_to_judge": "没有待表示意见的结果",
    "belongs_above": "由上一级决定",
    "not_withdrawn": "没有可取消的撤回",
    "not_their_view": "与举报人的意见不符",
}
"""The refusals that an auditor looks for; any other shows as its own key."""
SHOWN, JOINT = 8, ","
REPORT, LENGTH_OF_ID = "reception.report", 36


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One entry as it is shown. ``subject`` is what filters to the same record, if it is one."""

    seq: int
    at: datetime
    who: str
    act: str
    what: str
    subject: str
    outcome: Outcome
    why: str


def lines_of(officer: Officer, entries: "Iterable[Entry]") -> list[TrailLine]:
    """The entries with names in place of numbers."""
    shown = list(entries)
    names = actor_names(each.actor for each in shown)
    numbers = numbers_of(officer, (each.subject for each in shown))
    return [
        TrailLine(
            seq=each.seq,
            at=each.at,
            who=names[each.actor],
            act=act_label(each.act),
            what=numbers.get(each.subject) or subject_label(each.subject),
            subject=each.subject if "." in each.subject.partition(":")[0] else "",
            outcome=Outcome(each.outcome),
            why=WHYS.get(each.why, each.why),
        )
        for each in shown
    ]


def numbers_of(officer: Officer, subjects: Iterable[str]) -> dict[str, str]:
    """Subject → 来件2026-0115. The number of a report is open to whoever may learn of the report; one that waits has
    none yet.
    """
    found = {subject: _report_id(subject) for subject in set(subjects)}
    organs = [organ.pk for organ in organs_under(officer.organ_id)]
    known = counted_reports(officer, organs, until=date.max).filter(number__isnull=False)
    reports = known.filter(pk__in=sorted(filter(None, found.values())))
    told = {str(key): number for key, number in reports.values_list("pk", "number")}
    return {subject: f"来件{told[key]}" for subject, key in found.items() if key in told}


def _report_id(subject: str) -> str:
    """Also of what is said to be of a report: ``reception.report|<id>|account``."""
    kind, _, rest = subject.replace("|", ":").partition(":")
    key = rest.partition(":")[0]
    return key if kind == REPORT and len(key) == LENGTH_OF_ID else ""


def actor_names(actors: Iterable[str]) -> dict[str, str]:
    """Staff by name, since an account says who acted; nobody outside is ever told apart."""
    return {actor: _actor_name(actor) for actor in sorted(set(actors))}


def _actor_name(actor: str) -> str:
    kind, _, number = actor.partition(":")
    if kind == "staff" and number.isdigit():
        staff = staff_by_id(int(number))
        return staff.name if staff else f"账号{number}"
    return str(Outside(actor).label) if actor in Outside.values else actor


def act_label(act: str) -> str:
    """As the permit map names it."""
    permit = permit_map().get(act)
    return permit.label if permit else WITHOUT_PERMIT.get(act, act)


def subject_label(subject: str) -> str:
    """来件 3f2a91c0: the kind of record and enough of its id to tell it from others."""
    kind, _, key = subject.replace("|", ":").partition(":")
    if kind in COUNTED:
        return f"{key} {COUNTED[kind]}"
    if kind == "organ":
        return KINDS[kind]
    named = KINDS.get(kind) or _model_name(kind)
    return f"{named} {key[:SHOWN]}".strip()


def _model_name(label: str) -> str:
    try:
        return str(apps.get_model(label)._meta.verbose_name)
    except (LookupError, ValueError):
        return label


def act_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """What can stand in the trail, by house and name. Acts of one name are one choice, their keys joined, under the
    first house that has it: an account is closed by protection and by the roster in one go.
    """
    named: dict[str, list[str]] = {}
    for act, label in {
        **{act: permit.label for act, permit in permit_map().items()},
        **WITHOUT_PERMIT,
    }.items():
        named.setdefault(label, []).append(act)
    return [(name, _choices_of(house, named)) for house, name in HOUSES.items()]


def _choices_of(house: str, named: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Sorted as in a Chinese dictionary, by the sound of each character."""
    own = [label for label, acts in named.items() if _first_house(acts) == house]
    return [(JOINT.join(sorted(named[label])), label) for label in sorted(own, key=by_sound)]


def _first_house(acts: list[str]) -> str:
    having = {act.partition(".")[0] for act in acts}
    return next((house for house in HOUSES if house in having), "")


def by_sound(label: str) -> bytes:
    """GB2312 has its characters in the order of pinyin."""
    return label.encode("gb18030")


def acts_in(choice: str) -> list[str]:
    """The acts behind one choice of the list."""
    return choice.split(JOINT) if choice else []
