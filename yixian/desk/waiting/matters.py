"""What assessment asks of somebody: screenings, steps of plans, and reports handled across townships."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from yixian.assessment.carrying import last_day_of
from yixian.assessment.objecting import last_day_to_object
from yixian.assessment.queries import (
    arrivals_asked_after,
    arrivals_waiting,
    crossing_requests,
    crossings_waiting,
    monthly_screening,
    open_matters,
    open_screenings,
    parcels_waiting,
    plan_steps_due,
    supervisions_open,
    transfers_waiting,
    undecided_rows,
)
from yixian.desk.waiting.line import Waiting
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.roster.enums import Role
from yixian.toolkit.wording import cn_date

STEPS_AHEAD = timedelta(days=7)
AT_THE_COUNTY = {
    "proposed": "决定交叉办理人选",
    "accepted": "送交交叉办理的件",
    "returned": "交叉办理已报结果",
}


def crossings(officer: Officer, on: date) -> Iterator[Waiting]:
    """片区交叉办理 that a township asked for, that waits for the county's decision or for this side's answer."""
    for asked in crossing_requests(officer):
        href = reverse("desk:propose_crossing", args=[asked.report_id])
        about = f"来件{asked.report}，{asked.township}：{asked.get_ground_display()}"
        yield Waiting("乡镇提请交叉办理，提出人选", about, href, since=asked.asked_on)
    for each in crossings_waiting(officer):
        own = each.organ_id == officer.organ_id
        what = (AT_THE_COUNTY if own else _asked_of(each, officer))[each.state]
        about = f"来件{each.report}" if own else f"主办{each.lead.name}，协办{each.second.name}"
        since = each.returned_on or each.answered_on or each.offered_on or each.proposed_on
        by = each.proposed_by.name if own else ""
        yield Waiting(what, about, reverse("desk:crossing", args=[each.uid]), by, since)


SENT_TO_US = {
    "pending": "接收转来的件，或者提出异议",
    "upheld": "接收转来的件：异议不成立",
    "accepted": "报告交办的办理结果",
}


def transfers(officer: Officer, on: date) -> Iterator[Waiting]:
    """转办交办 between organs: what came and is not accepted, and an objection that waits for the sender's word."""
    for each in transfers_waiting(officer):
        own = each.organ_id == officer.organ_id
        what = "答复对方的异议" if own else SENT_TO_US[each.reply]
        other = each.receiver if own else each.report.organ
        about = f"{each.get_kind_display()}{each.letter_number}，{other}"
        if each.reply == "pending":
            about += f"；异议到{cn_date(last_day_to_object(each))}为止"
        since = each.ruled_on or each.objected_on or each.sent_on
        yield Waiting(what, about, reverse("desk:transfer_one", args=[each.uid]), since=since)


BY_FILE = {
    "export": "导出加封文件，送对方",
    "quiet": "对方没有回执，请催问",
    "reporter": "补送举报人身份：由书记再导出一次加封文件",
}


def parcels(officer: Officer, on: date) -> Iterator[Waiting]:
    """Sealed files: to be exported, or sent and without a receipt though the days to object are over."""
    for each, waits in parcels_waiting(officer, on):
        about = f"{each.get_kind_display()}{each.letter_number}，{each.receiver}"
        since = each.parcel_on or each.sent_on
        yield Waiting(BY_FILE[waits], about, reverse("desk:transfer_one", args=[each.uid]), since=since)


def arrived(officer: Officer, on: date) -> Iterator[Waiting]:
    """What came by a sealed file: to be accepted, reported on, or told by a receipt."""
    for each in arrivals_waiting(officer):
        what = SENT_TO_US.get(each.reply, "") if not _is_told(each) else ""
        about = f"{each.get_kind_display()}{each.letter_number}，{each.partner}"
        if each.reply == "pending":
            about += f"；异议到{cn_date(last_day_of(each))}为止"
        receipt = "导出回执，送转来的机关" if each.owes_receipt else ""
        yield Waiting(
            what or receipt,
            about,
            reverse("desk:arrival", args=[each.uid]),
            since=each.reply_on or each.arrived_on,
        )


def _is_told(each: Any) -> bool:
    """Answered for now: the receipt is what is left."""
    return bool(each.reply == "accepted" and (each.owes_receipt or each.kind != "assign"))


def supervisions(officer: Officer, on: date) -> Iterator[Waiting]:
    """督办催办: an answer that is owed below, one that waits to be accepted above; what is late says so to both."""
    for each in supervisions_open(officer):
        own = each.organ_id == officer.organ_id
        late = f"，{cn_date(each.due_on)}到期，已超期" if each.awaits_answer and each.due_on < on else ""
        if own and each.awaits_answer and not late:
            continue
        kind = each.get_kind_display()
        mine = f"答复{kind}" if each.awaits_answer else ""
        what = (f"{kind}没有答复" if late else f"看{kind}的答复") if own else mine
        if not what:
            continue
        other = each.transfer.receiver if own else str(each.transfer.report.organ)
        since = each.decided_on or each.answered_on or each.issued_on
        about = f"{each.letter_number}，{other}{late}"
        yield Waiting(what, about, reverse("desk:supervision", args=[each.uid]), since=since)


def asked_by_file(officer: Officer, on: date) -> Iterator[Waiting]:
    """督办催办 that came by a sealed file: an answer that is owed; what is late says so."""
    for each in arrivals_asked_after(officer):
        late = f"，{cn_date(each.due_on)}到期，已超期" if each.due_on < on else ""
        about = f"{each.letter_number}，{each.arrival.partner}{late}"
        href = reverse("desk:arrival_asked", args=[each.uid])
        since = each.decided_on or each.issued_on
        yield Waiting(f"答复{each.get_kind_display()}", about, href, since=since)


def _asked_of(crossing: Any, officer: Officer) -> dict[str, str]:
    clears = officer.staff_id in crossing.pair_ids() and crossing.cleared_on(officer.staff_id) is None
    asked = "交叉办理：确认有无回避情形" if clears else "答复交叉办理"
    return {"offered": asked, "under_way": "交叉办理，办完请报结果"}


def plan_steps(officer: Officer, on: date) -> Iterator[Waiting]:
    """Steps of a plan that this officer answers for, a week before they are due."""
    for each in plan_steps_due(officer, on + STEPS_AHEAD):
        href = reverse("desk:finish_plan_step", args=[each.matter_id, each.pk])
        late = "，已超期" if each.due_on < on else ""
        yield Waiting("办理化解方案步骤", f"事项{each.matter.number}，{each}{late}", href, since=each.due_on)


def screenings(officer: Officer, on: date) -> Iterator[Waiting]:
    """The month's session, until it is held; and every session that this officer called and has not ended."""
    if not may(officer, "assessment.see_screening"):
        return
    for each in open_screenings(officer):
        count = undecided_rows(officer, each).count()
        about = f"{each}，还有{count}个事项没有决定" if count else f"{each}，全部决定，可以结束"
        yield Waiting("排查研判", about, reverse("desk:screening", args=[each.pk]), since=each.opened_on)
    reminds = officer.roles & {Role.CHIEF, Role.CLERK} and open_matters(officer).exists()
    if reminds and monthly_screening(officer.organ_id, on) is None:
        calls = may(officer, "assessment.open_monthly_screening")
        about = "本月还没有召集" if calls else "本月还没有召集，请提醒纪委书记"
        yield Waiting("每月排查", about, reverse("desk:screenings"))
