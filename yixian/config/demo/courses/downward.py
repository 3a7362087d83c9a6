"""From the county down: passed on, objected to, taken back or insisted on, or still waiting to be accepted."""

from collections.abc import Generator
from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.actions import (
    SupervisionFacts,
    TransferFacts,
    accept_transfer,
    consent_to_objection,
    insist_on_transfer,
    issue_supervision,
    object_to_transfer,
    transfer_out,
)
from yixian.assessment.enums import SupervisionKind, SupervisionWay, TransferKind
from yixian.config.demo.courses.receiving import facts_of
from yixian.config.demo.courses.upward import classify_above
from yixian.config.demo.courses.work import Work
from yixian.config.demo.schedule import Scene, after
from yixian.protection.actions import make_code
from yixian.reception.actions import register_letter

if TYPE_CHECKING:
    from yixian.assessment.models import Transfer


def passed_down(work: Work, day: date) -> Scene:
    """``then`` says how far it goes: waiting, objected, returned, upheld; then chased."""
    transfer, day = yield from _pass_down(work, day)
    then, words, county = work.script.words["then"], work.script.words, work.cast["xian.shuji"]
    if then == "waiting":
        return
    day = yield after(day, 2)
    objected = object_to_transfer(by=work.chief, transfer=transfer, reason=words["objection"], on=day)
    if then == "objected":
        return
    day = yield after(day, 2)
    if then == "returned":
        consent_to_objection(by=county, transfer=objected, on=day, telling=words["telling"])
        return
    upheld = insist_on_transfer(by=county, transfer=objected, reason=words["ruling"], on=day)
    day = yield after(day, 1)
    taken = accept_transfer(by=work.chief, transfer=upheld, on=day)
    day = yield after(day, 30)
    asked = SupervisionFacts(
        kind=SupervisionKind.CHASE,
        way=SupervisionWay.LETTER,
        words="本件接收后一个月没有登记受理，请说明原因和办理安排。",
        due_on=after(day, 5),
    )
    issue_supervision(by=county, transfer=taken, facts=asked, on=day)


def _pass_down(work: Work, day: date) -> "Generator[date, date, tuple[Transfer, date]]":
    """A letter to the county, passed on to the township that it names."""
    day = yield after(day, 0)
    telling, county = work.script.tellings[0], work.cast
    above = register_letter(
        by=county["xian.jiefang"], facts=facts_of(work, telling, day), code=make_code(), on=day
    )
    day = yield after(day, 2)
    classify_above(work, above.report, day)
    facts = TransferFacts(
        kind=TransferKind.FORWARD,
        summary=work.script.words["summary"],
        reason="按照干部管理权限和属地管理，由你单位办理。",
        to_organ_id=county.organ_id,
    )
    transfer = transfer_out(by=county["xian.shuji"], report=above.report, facts=facts, on=day)
    return transfer, day
