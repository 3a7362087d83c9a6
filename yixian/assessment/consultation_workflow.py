"""The lives of a 联席会诊, of an item of its agenda and of a duty that it gave, as tables."""

from enum import Enum
from typing import TypeVar

from yixian.assessment.enums import ConsultationState, DutyState, ItemState
from yixian.regulations.consultation import CONSULTATION as ARTICLE
from yixian.trail.steps import Step, Table

C, A, D = ConsultationState, ItemState, DutyState
S = TypeVar("S", bound=Enum)


def _step(act: str, label: str, sources: tuple[S, ...], to: S) -> Step:
    return Step(f"assessment.{act}", label, frozenset(sources), to, ARTICLE)


CONSULTATION = Table(
    thing="联席会诊",
    states=ConsultationState,
    final=frozenset({C.CLOSED, C.CANCELLED}),
    steps=(
        _step("convene_consultation", "召集联席会诊", (), C.PLANNED),
        _step("call_consultation", "发出会诊通知", (C.PLANNED,), C.CALLED),
        _step("open_consultation", "登记到会、开始会诊", (C.CALLED,), C.SITTING),
        _step("close_consultation", "结束会诊", (C.SITTING,), C.CLOSED),
        _step("cancel_consultation", "取消会诊", (C.PLANNED, C.CALLED), C.CANCELLED),
    ),
)

AGENDA_ITEM = Table(
    thing="议题",
    states=ItemState,
    final=frozenset({A.SETTLED, A.DEFERRED, A.TAKEN_OFF}),
    steps=(
        _step("ask_consultation", "提请联席会诊", (), A.WAITING),
        _step("list_items", "列入议程", (A.WAITING,), A.LISTED),
        _step("write_material", "起草会诊材料", (A.LISTED, A.ISSUED), A.LISTED),
        _step("issue_material", "审定会诊材料", (A.LISTED,), A.ISSUED),
        _step("take_off_item", "撤回议题", (A.WAITING, A.LISTED, A.ISSUED), A.TAKEN_OFF),
        _step("open_opinions", "公开意见", (A.ISSUED,), A.OPENED),
        _step("decide_item", "登记会诊决定", (A.OPENED,), A.DECIDED),
        _step("defer_item", "留待下次再议", (A.LISTED, A.ISSUED, A.OPENED), A.DEFERRED),
        _step("finish_duty", "登记任务完成", (A.DECIDED,), A.SETTLED),
    ),
)

DUTY = Table(
    thing="会诊任务",
    states=DutyState,
    final=frozenset({D.DONE}),
    steps=(
        _step("decide_item", "布置任务", (), D.OPEN),
        _step("follow_up_duty", "登记本月情况", (D.OPEN,), D.OPEN),
        _step("extend_duty", "同意延期", (D.OPEN,), D.OPEN),
        _step("finish_duty", "登记任务完成", (D.OPEN,), D.DONE),
    ),
)

TABLES = (CONSULTATION, AGENDA_ITEM, DUTY)
