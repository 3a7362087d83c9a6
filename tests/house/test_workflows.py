"""The workflow tables are total."""

import importlib
from dataclasses import dataclass

import pytest

from tests.house.rules.workflows import gaps


@pytest.mark.parametrize("house", ["reception", "assessment", "resolution"])
def test_every_workflow_table_is_total(house):
    tables = importlib.import_module(f"yixian.{house}.workflow").TABLES

    breaches = [
        gap
        for table in tables
        for gap in gaps(states=table.states, steps=table.steps, initial=table.initial, final=table.final)
    ]

    assert tables
    assert breaches == []


@dataclass
class Step:
    key: str
    sources: tuple[str, ...]
    target: str
    article: str = "检控规则第十四条"
    permit: str = "reception.register"


def test_a_planted_gap_in_a_workflow_is_found():
    steps = [
        Step("register", ("received",), "registered", article=""),
        Step("reopen", ("archived",), "registered", permit=""),
    ]

    found = gaps(
        states=["received", "registered", "archived", "lost"],
        steps=steps,
        initial=["received"],
        final=["archived"],
    )

    assert found == [
        "'archived' is never reached",
        "'lost' is never reached",
        "'registered' stops but is not final",
        "'lost' stops but is not final",
        "'archived' is final but goes on",
        "step register cites no article",
        "step reopen names no permit",
    ]
