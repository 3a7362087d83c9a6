"""The work of a verification, each step as one call: the handler leads, the deputy is the second member."""

from dataclasses import replace

from tests.reception.township import MONTH_LATER, WEDNESDAY, Township
from tests.toolkit.files.samples import jpeg
from yixian.regulations.rough_days import parse_rough_day
from yixian.resolution.actions import (
    EvidenceFacts,
    FactFacts,
    GapFacts,
    TalkFacts,
    give_task,
    note_gap,
    record_evidence,
    record_fact,
    record_talk,
)
from yixian.resolution.enums import EvidenceKind, Originality
from yixian.resolution.models import Clue, DatedFact, Evidence, Gap, Talk, Task
from yixian.toolkit.files import EVIDENCE, WholeFile, take_in_whole

QUESTIONS = "名单在哪里公示过？找村文书了解，调取公示照片。"


def a_photo(name: str = "公示栏.jpg") -> WholeFile:
    """With the notes of a camera in it, which a cleaned file would lose."""
    return take_in_whole(name, jpeg(), EVIDENCE)


def a_task(town: Township, clue: Clue, to: str = "deputy") -> Task:
    return give_task(
        by=town["handler"],
        clue=clue,
        questions=QUESTIONS,
        to_id=town[to].staff_id,
        due_on=MONTH_LATER,
        on=WEDNESDAY,
    )


def an_item(town: Township, clue: Clue, **changes) -> Evidence:
    facts = EvidenceFacts(
        kind=EvidenceKind.DOCUMENT,
        originality=Originality.COPY,
        title="低保评议会议记录",
        source="村委会档案柜，村文书提供",
        shows="评议会没有开过",
        pages=3,
        taken_by_id=town["deputy"].staff_id,
        taken_on=WEDNESDAY,
    )
    return record_evidence(by=town["deputy"], clue=clue, facts=replace(facts, **changes), on=WEDNESDAY)


def a_gap(town: Township, clue: Clue) -> Gap:
    facts = GapFacts(wanted="2024年名单的公示照片", holder="镇民政办", due_on=MONTH_LATER)
    return note_gap(by=town["handler"], clue=clue, facts=facts, on=WEDNESDAY)


def a_fact(town: Township, clue: Clue, when: str = "1998-05", **changes) -> DatedFact:
    facts = FactFacts(on=parse_rough_day(when), text="鱼塘承包给外村人，没有开会。")
    return record_fact(by=town["deputy"], clue=clue, facts=replace(facts, **changes), on=WEDNESDAY)


TALK = "问：名单什么时候公示的？\n答：没有公示过。"


def a_talk(town: Township, clue: Clue, **changes) -> Talk:
    facts = TalkFacts(
        person="田守成",
        post="柳湾村文书",
        place="镇纪委谈话室",
        why="了解名单公示情况",
        talk=TALK,
        held_on=WEDNESDAY,
        member_ids=[town["handler"].staff_id, town["deputy"].staff_id],
    )
    return record_talk(by=town["deputy"], clue=clue, facts=replace(facts, **changes), on=WEDNESDAY)
