"""The problems of an import: grouped and listed on the page, and as a workbook with the problem beside each row."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator

from yixian.protection.officer import Officer
from yixian.reception.actions import ImportProblems, read_import_problems
from yixian.reception.importing.drafts import Problem
from yixian.reception.importing.fields import KEEP, REPORTER, SKIP
from yixian.toolkit.exports import Column, workbook_bytes

if TYPE_CHECKING:
    from yixian.reception.models import LedgerImport

ON_A_PAGE = 50
MOST_KINDS = 12
TITLE = "问题清单"


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """One page of them, and how often each sentence is said of each column."""

    page: "Page[Problem]"
    kinds: list[tuple[str, str, int]]


def problem_page(officer: Officer, found: "LedgerImport", number: str | None) -> ProblemPage | None:
    """Nothing is opened where no chunk has any."""
    if not found.parts.exclude(told=None).exists():
        return None
    told = [each.problem for each in read_import_problems(by=officer, ledger_import=found).kept]
    counted = Counter((each.column, each.says) for each in told)
    kinds = [(column, says, count) for (column, says), count in counted.most_common(MOST_KINDS)]
    return ProblemPage(Paginator(told, ON_A_PAGE).get_page(number), kinds)


def problem_book(problems: ImportProblems) -> bytes:
    """Row number, problem, what stood there, and the row's own cells; no column tells who reports."""
    shown = [at for at, field in enumerate(problems.columns) if field not in (*REPORTER, KEEP, SKIP)]
    columns = [
        Column("行", 16),
        Column("有问题的栏", 14),
        Column("所填内容", 20, wraps=True),
        Column("问题和办法", 50, wraps=True),
        *(Column(problems.headings[at], 16, wraps=True) for at in shown),
    ]
    rows = (
        [
            each.problem.row,
            each.problem.column,
            each.problem.value,
            each.problem.says,
            *(each.cells[at] if at < len(each.cells) else "" for at in shown),
        ]
        for each in problems.kept
    )
    return workbook_bytes(TITLE, columns, rows)
