"""What an import of 100,000 rows stands on: a chunk costs a fixed number of statements, and little work a row."""

import time

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.ledgers import HEADINGS, rows
from tests.reception.importing.flow import LATER, checked
from tests.reception.importing.making import workbook
from yixian.desk.importing import bring_chunk
from yixian.reception.actions import start_import
from yixian.reception.models import Report

MOST_MILLISECONDS = 15
"""Of the processor, for one row: five times what it takes, so that a busy machine does not fail it."""


def ready(town, count: int, seed: int):
    """A checked import of so many rows of one year."""
    held = [row for row in rows(count * 4, seed=seed, faults=0) if "2024-" in str(row[1])][:count]
    for row in held:
        row[1] = f"{seed}{row[1]}"
    found = checked(town["clerk"], "a.xlsx", workbook(("台账", [list(HEADINGS), *held])))
    start_import(by=town["clerk"], ledger_import=found)
    found.refresh_from_db()
    return found


def statements(town, found) -> int:
    with CaptureQueriesContext(connection) as captured:
        bring_chunk(town["clerk"], found, LATER)
    return len(captured)


def test_a_chunk_takes_the_same_statements_whatever_its_size(town):
    bring_chunk(town["clerk"], ready(town, 5, seed=4), LATER)  # the year's series are begun
    few, many = ready(town, 60, seed=1), ready(town, 180, seed=2)

    counts = statements(town, few), statements(town, many)

    assert counts[0] == counts[1]
    assert Report.objects.count() == 245


def test_a_row_takes_a_few_milliseconds_of_the_processor(town):
    found = ready(town, 300, seed=3)
    began = time.process_time()

    bring_chunk(town["clerk"], found, LATER)

    assert (time.process_time() - began) * 1000 / 300 < MOST_MILLISECONDS
