"""What is asked of resolution."""

from yixian.resolution.queries.clues import (
    approved_outcomes,
    archive_file_of,
    clue_ledger,
    clue_of_organ,
    clues_of,
    completions_of,
    declarations_awaited,
    outcomes_by_report,
    pending_disposals,
    pending_outcomes,
    pending_reports,
    person_ids_of,
    rechecks_due,
)
from yixian.resolution.queries.completeness import contradiction

__all__ = [
    "approved_outcomes",
    "archive_file_of",
    "clue_ledger",
    "clue_of_organ",
    "clues_of",
    "completions_of",
    "contradiction",
    "declarations_awaited",
    "outcomes_by_report",
    "pending_disposals",
    "pending_outcomes",
    "pending_reports",
    "person_ids_of",
    "rechecks_due",
]
