"""Who may take which part in a 联席会诊: the lines of the permit map for meetings, items, opinions and duties.

Recusal, the reported side and the own organ are asked of an item before its own conditions.
"""

from typing import Any

from yixian.protection.officer import By, Officer
from yixian.protection.permits import Permit, is_handler_or_chief
from yixian.regulations import accusation_rules
from yixian.regulations.consultation import CONSULTATION
from yixian.roster.enums import Role


def is_of_the_bench(officer: By, subject: Any) -> bool:
    """由这次会诊的主持人、副主持人或者记录人办理"""
    return isinstance(officer, Officer) and officer.staff_id in subject.bench_ids()


def is_handler_or_bench(officer: By, subject: Any) -> bool:
    """由该件的承办人、纪委书记，或者这次会诊的主持人、副主持人、记录人办理"""
    return is_handler_or_chief(officer, subject) or is_of_the_bench(officer, subject)


def has_a_seat(officer: By, subject: Any) -> bool:
    """只由应邀参加、不需要回避的成员本人办理"""
    return isinstance(officer, Officer) and officer.staff_id in subject.seat_ids()


def follows_the_duty(officer: By, subject: Any) -> bool:
    """由承担任务的成员本人、该件的承办人，或者这次会诊的主持人、副主持人、记录人登记"""
    return has_a_seat(officer, subject) or is_handler_or_bench(officer, subject)


DESK = (Role.CLERK, Role.HANDLER, Role.CHIEF)
SEATED = (Role.MEMBER, *DESK)
CHIEF = (Role.CHIEF,)
LOCAL, RECUSAL = CONSULTATION.cite(), accusation_rules.RECUSAL.cite()
SECRECY = accusation_rules.SECRECY.cite()
BENCH, SEAT = (is_of_the_bench,), (has_a_seat,)

PERMITS = (
    Permit("assessment.see_consultations", "查看联席会诊", DESK, article=LOCAL),
    Permit("assessment.convene_consultation", "召集联席会诊", CHIEF, article=LOCAL),
    Permit("assessment.invite_unit", "增加参会单位", DESK, BENCH, LOCAL),
    Permit("assessment.uninvite_unit", "撤下参会单位", DESK, BENCH, LOCAL),
    Permit("assessment.call_consultation", "发出会诊通知", DESK, BENCH, LOCAL),
    Permit("assessment.print_invitation", "打印会诊通知", DESK, BENCH, LOCAL),
    Permit("assessment.open_consultation", "登记到会、开始会诊", DESK, BENCH, LOCAL),
    Permit("assessment.close_consultation", "结束会诊", DESK, BENCH, LOCAL),
    Permit("assessment.cancel_consultation", "取消会诊", CHIEF, article=LOCAL),
    Permit("assessment.print_minutes", "打印会诊纪要", DESK, article=SECRECY),
    Permit("assessment.read_item", "查看会诊议题", DESK, article=SECRECY),
    Permit("assessment.ask_consultation", "提请联席会诊", DESK, (is_handler_or_chief,), LOCAL),
    Permit("assessment.list_items", "列入议程", DESK, BENCH, LOCAL),
    Permit("assessment.take_off_item", "撤回议题", DESK, (is_handler_or_bench,), LOCAL),
    Permit("assessment.write_material", "起草会诊材料", DESK, (is_handler_or_bench,), SECRECY),
    Permit("assessment.issue_material", "审定会诊材料", DESK, BENCH, SECRECY),
    Permit("assessment.print_material", "打印会诊材料", DESK, BENCH, SECRECY),
    Permit("assessment.note_seat_recusal", "登记成员回避", DESK, BENCH, RECUSAL),
    Permit("assessment.record_opinion", "代录来宾意见", DESK, BENCH, LOCAL),
    Permit("assessment.open_opinions", "公开意见", DESK, BENCH, LOCAL),
    Permit("assessment.decide_item", "登记会诊决定", DESK, BENCH, LOCAL),
    Permit("assessment.defer_item", "留待下次再议", DESK, BENCH, LOCAL),
    Permit("assessment.follow_up_duty", "登记本月情况", SEATED, (follows_the_duty,), LOCAL),
    Permit("assessment.extend_duty", "同意任务延期", CHIEF, article=LOCAL),
    Permit("assessment.finish_duty", "登记任务完成", SEATED, (follows_the_duty,), LOCAL),
    Permit("assessment.see_seats", "参加会诊", (Role.MEMBER,), article=LOCAL),
    Permit("assessment.take_seat", "就座会诊", SEATED, SEAT, LOCAL),
    Permit("assessment.give_opinion", "提出会诊意见", SEATED, SEAT, LOCAL),
    Permit("assessment.recuse_seat", "申报议题回避", SEATED, SEAT, RECUSAL),
)
