"""The page docs/generated/workflows.md: every table of states and steps, with who may take each step."""

from collections.abc import Iterator

from yixian.assessment import workflow as assessment
from yixian.reception import workflow as reception
from yixian.resolution import workflow as resolution
from yixian.trail.steps import Step, Table

HEADING = """# 工作流程

由代码生成（`make generated`），请勿手工修改。每一步都有依据；谁可以走这一步，见 [permits.md](permits.md)。
"""


def workflows_page() -> str:
    """All tables, in the order of the work."""
    tables = (*reception.TABLES, *assessment.TABLES, *resolution.TABLES)
    return "\n".join([HEADING, *(line for table in tables for line in _section(table)), ""])


def _section(table: Table) -> Iterator[str]:
    yield f"## {table.thing}\n"
    yield "```mermaid\nstateDiagram-v2"
    yield from (line for step in table.steps for line in _edges(step))
    yield from (f"    {table.states(state).label} --> [*]" for state in table.states if state in table.final)
    yield "```\n"
    yield "| 步骤 | 从 | 到 | 依据 | 权限 |\n|---|---|---|---|---|"
    yield from (_row(table, step) for step in table.steps)
    yield ""


def _edges(step: Step) -> Iterator[str]:
    """Each with its act, the article that it follows and the permit that it needs."""
    told = f"{step.label}，{step.article.cite()}，{step.act}"
    sources = [state.label for state in sorted(step.from_states)] or ["[*]"]
    yield from (f"    {source} --> {step.to_state.label}: {told}" for source in sources)


def _row(table: Table, step: Step) -> str:
    sources = "、".join(each.label for each in table.states if each in step.from_states) or "（新建）"
    return f"| {step.label} | {sources} | {step.to_state.label} | {step.article.cite()} | `{step.act}` |"
