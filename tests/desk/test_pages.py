"""docs/generated/workflows.md: a diagram for every table, each edge with its article and its permit."""

import importlib

import pytest

from yixian.desk.pages import workflows_page
from yixian.protection.permits import permit_map

TABLES = [
    table
    for house in ("reception", "assessment", "resolution")
    for table in importlib.import_module(f"yixian.{house}.workflow").TABLES
]


def diagram_of(thing: str) -> list[str]:
    """The lines of the diagram under the heading of this thing."""
    section = workflows_page().split(f"## {thing}\n")[1]
    return section.split("```mermaid\nstateDiagram-v2\n")[1].split("\n```")[0].splitlines()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.thing)
def test_every_edge_of_every_table_is_drawn_with_its_article_and_permit(table):
    drawn = [line.strip() for line in diagram_of(table.thing) if not line.endswith("--> [*]")]

    assert drawn == [
        f"{source} --> {step.to_state.label}: {step.label}，{step.article.cite()}，{step.act}"
        for step in table.steps
        for source in [state.label for state in sorted(step.from_states)] or ["[*]"]
    ]
    assert {step.act for step in table.steps} <= permit_map().keys()
