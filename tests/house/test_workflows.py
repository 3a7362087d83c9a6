"""The workflow tables are total."""

import importlib
from dataclasses import dataclass

import pytest
from django.db.models import TextChoices

from tests.house.rules.workflows import gaps
from yixian.protection.permits import permit_map
from yixian.trail.steps import Step, Table


@pytest.mark.parametrize("house", ["reception", "assessment", "resolution"])
def test_every_workflow_table_is_total(house):
    tables = importlib.import_module(f"yixian.{house}.workflow").TABLES

    breaches = [gap for table in tables for gap in gaps(table, permits=permit_map())]

    assert tables
    assert breaches == []


class State(TextChoices):
    RECEIVED = "received", "待登记"
    REGISTERED = "registered", "已登记"
    ARCHIVED = "archived", "已归档"
    LOST = "lost", "遗失"


@dataclass(frozen=True)
class Cited:
    text: str

    def cite(self) -> str:
        return self.text


def test_a_planted_gap_in_a_workflow_is_found():
    steps = (
        Step("receive", "收到", frozenset(), State.RECEIVED, Cited("第十四条")),
        Step("register", "登记", frozenset({State.RECEIVED}), State.REGISTERED, Cited("")),
        Step("reopen", "重新办理", frozenset({State.ARCHIVED}), State.REGISTERED, Cited("第二十七条")),
    )
    table = Table("件", State, steps, frozenset({State.ARCHIVED}))

    found = gaps(table, permits={"receive", "register"})

    assert found == [
        "archived is never reached",
        "lost is never reached",
        "registered stops but is not final",
        "lost stops but is not final",
        "archived is final but goes on",
        "step register cites no article",
        "step reopen has no permit",
    ]
