"""函询 of the demonstration: the letter, its receipt, and the reply under the main leader's signature."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.config.demo.courses.work import Work
from yixian.config.demo.schedule import Steps, after
from yixian.resolution.actions import (
    InquiryFacts,
    InquiryReplyFacts,
    end_inquiry,
    issue_inquiry,
    record_inquiry_reply,
    serve_inquiry,
)
from yixian.resolution.enums import ReplyExplains, ReplySigned
from yixian.resolution.queries import person_ids_of

if TYPE_CHECKING:
    from yixian.resolution.models import Clue

THROUGH = "青禾镇党委"
EXPLAINED = "本人对所询问的问题逐项作了说明，附有当时的记录复印件，并就做得不到的地方作了检查。"


def inquire(work: Work, clue: "Clue", day: date) -> Steps:
    """By letter where somebody is named, else by talks."""
    day = yield after(day, 2)
    if people := person_ids_of(clue):
        yield from _by_letter(work, clue, people[0], day)
        return after(day, 23)
    day = yield after(day, 12)
    end_inquiry(by=work.handler, clue=clue, on=day)
    return after(day, 10)


def _by_letter(work: Work, clue: "Clue", person_id: int, day: date) -> Steps:
    asked = InquiryFacts(person_id=person_id, unit=THROUGH, questions=work.script.words["questions"])
    sent = issue_inquiry(by=work.chief, clue=clue, facts=asked, on=day)
    day = yield after(day, 1)
    served = serve_inquiry(by=work.handler, inquiry=sent, on=day)
    day = yield after(day, 12)
    reply = InquiryReplyFacts(
        replied_on=day, signed=ReplySigned.LEADER, explains=ReplyExplains.ALL, text=EXPLAINED
    )
    record_inquiry_reply(by=work.handler, inquiry=served, facts=reply, on=day)
    return day
