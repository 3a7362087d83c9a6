"""What is asked of assessment."""

from yixian.assessment.queries.ledger import UNCLASSED, LedgerFilter, ledger, pages_of
from yixian.assessment.queries.matters import (
    classification_of,
    classifications_of,
    current_links,
    decisions_on,
    first_report_of,
    last_transfers_of,
    matter_by_id,
    matter_ids_of,
    matter_of,
    matters_of,
    people_of,
    report_ids_of,
    reports_of,
    transfers_of,
)
from yixian.assessment.queries.suggesting import (
    Suggestion,
    department_proposal,
    jurisdiction_proposal,
    suggestion,
)

__all__ = [
    "UNCLASSED",
    "LedgerFilter",
    "Suggestion",
    "classification_of",
    "classifications_of",
    "current_links",
    "decisions_on",
    "department_proposal",
    "first_report_of",
    "jurisdiction_proposal",
    "last_transfers_of",
    "ledger",
    "matter_by_id",
    "matter_ids_of",
    "matter_of",
    "matters_of",
    "pages_of",
    "people_of",
    "report_ids_of",
    "reports_of",
    "suggestion",
    "transfers_of",
]
