"""The oracle of permits: a table that a lawyer can read, and the tests that hold the permit map to it.

Each house keeps ``tests/<house>/permits.csv``: a line for each act and situation, a column for each role, 可
or 否 in each cell. A situation is a Chinese word for what the act is asked about; the house says how to make
it: ``{"本机关的件": lambda case: case.report()}``. ``draft`` prints the lines that are missing, for review.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from tests.protection.township import DAY, Office
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import Outside, RecusalGround
from yixian.protection.officer import PUBLIC, SYSTEM, By, Officer, Reporter
from yixian.protection.permits import permit_map
from yixian.protection.queries import may
from yixian.roster.enums import Role

YES, NO = "可", "否"
HOLDERS: dict[str, Role | Outside] = {str(each.label): each for each in (*Role, *Outside)}
TOKEN = b"reported"
RECEIPT = UUID(int=7)
"""The receipt of the reporter who asks: a report with ``more={"receipt": RECEIPT}`` is their own."""


@dataclass(frozen=True)
class Report:
    """What a permit must know of a report; ``more`` are attributes that a house's own conditions read."""

    organ_id: int
    tokens: frozenset[bytes] = frozenset()
    handlers: frozenset[int] = frozenset()
    trail_subject: str = "reception.report:7"
    more: Mapping[str, Any] = field(default_factory=dict)

    def reported_tokens(self) -> frozenset[bytes]:
        return self.tokens

    def handler_ids(self) -> frozenset[int]:
        return self.handlers

    def __getattr__(self, name: str) -> Any:
        try:
            return self.more[name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass
class Case:
    """One actor before one thing. A situation may change the actor (a tie) and returns the thing."""

    office: Office
    by: By

    @property
    def staff_id(self) -> int:
        return self.by.staff_id if isinstance(self.by, Officer) else 0

    def report(self, **facts: Any) -> Report:
        return Report(**({"organ_id": self.office.organ.pk} | facts))


Situation = Callable[[Case], Any]


def _reported(case: Case) -> Report:
    if isinstance(case.by, Officer):
        case.by = replace(case.by, tokens=frozenset({TOKEN}))
    return case.report(tokens=frozenset({TOKEN}))


def _not_yet_guarded(case: Case) -> Report:
    if isinstance(case.by, Officer):
        case.by = replace(case.by, unguarded=True)
    return case.report(tokens=frozenset({TOKEN}))


def _recused(case: Case) -> Report:
    subject = case.report()
    if isinstance(case.by, Officer):
        declare_recusal(by=case.by, subject=subject, ground=RecusalGround.INTEREST, on=DAY)
    return subject


SITUATIONS: dict[str, Situation] = {
    "不论对象": lambda case: None,
    "本机关的件": lambda case: case.report(),
    "本人承办的件": lambda case: case.report(handlers=frozenset({case.staff_id})),
    "举报人凭码查到的件": lambda case: case.report(more={"receipt": RECEIPT}),
    "外机关的件": lambda case: case.report(organ_id=case.office.organ.pk + 1),
    "反映本人或近亲属、本单位的件": _reported,
    "未领回避密钥、件中有被反映人": _not_yet_guarded,
    "本人应当回避的件": _recused,
}
"""What every house can ask about; each adds its own."""


def lines(path: Path) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Act, situation, and the cells by role."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row.pop("事项"), row.pop("情形"), row


def disagreements(office: Office, path: Path, situations: Mapping[str, Situation]) -> list[str]:
    """Where the permit map answers otherwise than the table."""
    return [
        f"{act}｜{situation}｜{holder}: 表上为{cell}"
        for act, situation, cells in lines(path)
        for holder, cell in cells.items()
        if answer(office, act, situations[situation], HOLDERS[holder]) != cell
    ]


def answer(office: Office, act: str, situation: Situation, holder: Role | Outside) -> str:
    """One cell; whatever the situation wrote (a recusal) is taken back."""
    case = Case(office, actor(office, holder))
    with transaction.atomic():
        subject = situation(case)
        allowed = may(case.by, act, subject)
        transaction.set_rollback(True)
    return YES if allowed else NO


def actor(office: Office, holder: Role | Outside) -> By:
    if isinstance(holder, Role):
        return office[holder.value]
    return {Outside.PUBLIC: PUBLIC, Outside.SYSTEM: SYSTEM}.get(holder) or Reporter(receipt_id=RECEIPT)


def missing(path: Path, house: str) -> list[str]:
    """Acts of the house that its table does not mention."""
    mentioned = {act for act, _, _ in lines(path)}
    return sorted(act for act in permit_map() if act.startswith(f"{house}.") and act not in mentioned)


def draft(office: Office, acts: Iterable[str], situations: Mapping[str, Situation]) -> Iterator[str]:
    """Lines as the map answers today: to be read line by line before they are kept."""
    yield ",".join(["事项", "情形", *HOLDERS])
    for act in acts:
        for name, situation in situations.items():
            cells = [answer(office, act, situation, holder) for holder in HOLDERS.values()]
            yield ",".join([act, name, *cells])
