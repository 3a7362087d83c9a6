"""What a verification team does between its first day and its report: tasks, evidence, a gap, a hand-over."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from yixian.config.demo.courses.work import Work
from yixian.config.demo.evidence import seized_account
from yixian.config.demo.schedule import Steps, after
from yixian.reception.enums import ReadBackWay
from yixian.regulations.rough_days import parse_rough_day
from yixian.regulations.rules_library import RuleSubject
from yixian.resolution.actions import (
    EvidenceFacts,
    FactFacts,
    GapFacts,
    TalkFacts,
    answer_task,
    fill_gap,
    give_task,
    hand_custody,
    note_gap,
    read_back_talk,
    receive_custody,
    record_evidence,
    record_fact,
    record_talk,
    sign_talk,
)
from yixian.resolution.enums import EvidenceKind, Originality, TalkSigned
from yixian.resolution.queries import tasks_in_hand

if TYPE_CHECKING:
    from yixian.protection.officer import Officer
    from yixian.resolution.models import Clue, Evidence, Task

DAYS_FOR_A_TASK = 14


def find_out(work: Work, clue: "Clue", day: date) -> Steps:
    """Two tasks, two items, one gap, in some three weeks."""
    tasks = _give(work, clue, day)
    gap = note_gap(
        by=work.handler,
        clue=clue,
        facts=GapFacts(
            wanted="村务公开栏的历次公示照片",
            holder="村民委员会",
            due_on=day + timedelta(days=DAYS_FOR_A_TASK),
        ),
        on=day,
    )
    day = yield after(day, 8)
    account = _take_account(work.second, clue, tasks[0], day)
    day = yield after(day, 5)
    photos = _take_photos(work.second, clue, tasks[-1], day)
    fill_gap(by=work.second, gap=gap, evidence=photos, on=day)
    _put_on_timeline(work.second, clue, account, photos, day)
    offered = hand_custody(
        by=work.second,
        custody=account.custodies.get(),
        to_id=work.handler.staff_id,
        note="一册，十二页，已封装。",
        on=day,
    )
    _talk(work, clue, day)
    day = yield after(day, 3)
    receive_custody(by=work.handler, custody=offered, on=day)
    for officer in (work.handler, work.second):
        for task in tasks_in_hand(officer.staff_id).filter(verification__clue=clue):
            answer_task(by=officer, task=task, found=_found(task), on=day)
    return after(day, 6 + work.number % 15)


def _give(work: Work, clue: "Clue", day: date) -> "list[Task]":
    """The questions of the clue, divided: the second member has the first, the lead the rest."""
    first, *rest = [part.strip("。 ") for part in work.script.words["questions"].split("；")]
    divided = [(work.second, first), (work.handler, "；".join(rest))]
    return [
        give_task(
            by=work.handler,
            clue=clue,
            questions=f"{questions}。",
            to_id=officer.staff_id,
            due_on=day + timedelta(days=DAYS_FOR_A_TASK),
            on=day,
        )
        for officer, questions in divided
        if questions
    ]


def _found(task: "Task") -> str:
    return f"{task}：已调取有关账目和记录，并向两名知情人了解，情况和证据写入核查报告相应部分。"


def _take_account(by: "Officer", clue: "Clue", task: "Task", day: date) -> "Evidence":
    facts = EvidenceFacts(
        kind=EvidenceKind.DOCUMENT,
        originality=Originality.COPY,
        title="村集体经济收支流水账（抄件）",
        source="镇农村经济服务中心代管账目，该中心核对盖章",
        shows="有关款项支出的时间、数额和经手签名情况",
        pages=12,
        taken_by_id=by.staff_id,
        taken_on=day,
        task_id=task.pk,
        file=seized_account(),
    )
    return record_evidence(by=by, clue=clue, facts=facts, on=day)


def _take_photos(by: "Officer", clue: "Clue", task: "Task", day: date) -> "Evidence":
    facts = EvidenceFacts(
        kind=EvidenceKind.RECORDING,
        originality=Originality.ORIGINAL,
        title="村务公开栏公示照片",
        source="村务监督委员会留存",
        shows="公示的内容和起止日期",
        pages=4,
        taken_by_id=by.staff_id,
        taken_on=day,
        task_id=task.pk,
    )
    return record_evidence(by=by, clue=clue, facts=facts, on=day)


def _put_on_timeline(by: "Officer", clue: "Clue", account: "Evidence", photos: "Evidence", day: date) -> None:
    """An old beginning of which only the year is known, and what the account and the photographs show."""
    happened = (
        (str(day.year - 8), "村里开始由合作社统一管理有关款项。", ()),
        (f"{day.year - 1}-03", "有关款项开始支出，经手人签名不全。", (account.pk,)),
        (f"{day.year - 1}-11", "村务公开栏张贴收支情况，没有写明细。", (account.pk, photos.pk)),
    )
    for when, text, items in happened:
        facts = FactFacts(
            on=parse_rough_day(when), text=text, subject=RuleSubject.COLLECTIVE, evidence_ids=items
        )
        record_fact(by=by, clue=clue, facts=facts, on=day)


def _talk(work: Work, clue: "Clue", day: date) -> None:
    """With somebody who keeps papers in the village; read back and signed the same day."""
    talk = record_talk(
        by=work.second,
        clue=clue,
        facts=TalkFacts(
            person="方砚台",
            post=f"{work.script.village}村务监督委员会成员",
            place="镇纪委谈话室",
            why="了解公示和账目保管情况",
            talk="问：收支情况是怎么公示的？\n答：每季度贴一次，只有总数，没有明细。\n问：账册由谁保管？\n答：由镇农村经济服务中心代管。",
            held_on=day,
            member_ids=[work.handler.staff_id, work.second.staff_id],
        ),
        on=day,
    )
    read_back_talk(by=work.second, talk=talk, way=ReadBackWay.ALOUD, corrections="", on=day)
    sign_talk(by=work.second, talk=talk, as_=TalkSigned.PAPER, reason="", on=day)
