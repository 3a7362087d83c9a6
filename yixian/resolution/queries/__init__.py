"""What is asked of resolution."""

from yixian.resolution.inquiring import reply_due
from yixian.resolution.queries.clues import (
    approved_outcomes,
    archive_file_of,
    clue_ledger,
    clue_of_organ,
    clues_met,
    clues_of,
    completions_of,
    declarations_awaited,
    handed_back,
    lapsed_completions,
    outcomes_by_report,
    pending_disposals,
    pending_outcomes,
    pending_reports,
    person_ids_of,
    rechecks_due,
)
from yixian.resolution.queries.completeness import contradiction
from yixian.resolution.queries.county_reviews import (
    review_by_uid,
    reviews_received,
    reviews_sent,
    reviews_waiting,
)
from yixian.resolution.queries.following import (
    advice_waiting,
    clearings_pending,
    clearings_to_do,
    inquiries_waiting,
    petition_reviews_of,
    receipts_awaited,
)
from yixian.resolution.queries.renewed import earlier_outcomes, outcomes_that_count, people_without_outcome
from yixian.resolution.queries.reopenings import clues_to_renew, reopenings_of
from yixian.resolution.queries.rules import (
    HeldLocally,
    evidence_by_fact,
    facts_of,
    local_rules_in_force,
    local_rules_of,
)
from yixian.resolution.queries.verification import (
    custody_offered,
    evidence_of,
    gaps_due,
    gaps_of,
    talks_of,
    tasks_due,
    tasks_in_hand,
    tasks_of,
)
from yixian.resolution.team import is_recused_from
from yixian.resolution.unfinished import unfinished

__all__ = [
    "HeldLocally",
    "advice_waiting",
    "approved_outcomes",
    "archive_file_of",
    "clearings_pending",
    "clearings_to_do",
    "clue_ledger",
    "clue_of_organ",
    "clues_met",
    "clues_of",
    "clues_to_renew",
    "completions_of",
    "contradiction",
    "custody_offered",
    "declarations_awaited",
    "earlier_outcomes",
    "evidence_by_fact",
    "evidence_of",
    "facts_of",
    "gaps_due",
    "gaps_of",
    "handed_back",
    "inquiries_waiting",
    "is_recused_from",
    "lapsed_completions",
    "local_rules_in_force",
    "local_rules_of",
    "outcomes_by_report",
    "outcomes_that_count",
    "pending_disposals",
    "pending_outcomes",
    "pending_reports",
    "people_without_outcome",
    "person_ids_of",
    "petition_reviews_of",
    "receipts_awaited",
    "rechecks_due",
    "reopenings_of",
    "reply_due",
    "review_by_uid",
    "reviews_received",
    "reviews_sent",
    "reviews_waiting",
    "talks_of",
    "tasks_due",
    "tasks_in_hand",
    "tasks_of",
    "unfinished",
]
