"""What is asked of protection: may someone, why not, and what waits for whom."""

from yixian.protection.queries.partners import partner_by_uid, partners_of, partners_to
from yixian.protection.queries.permission import may, objection, why_not
from yixian.protection.queries.standing import (
    recused_staff_ids,
    recused_subjects,
    reported_side,
    tokens_of,
)
from yixian.protection.queries.waiting import (
    decided_identity_requests,
    identity_request,
    identity_requests_of,
    open_alerts,
    pending_identity_requests,
    recusals_of,
    roles_without_keys,
    seen_alerts,
)

__all__ = [
    "decided_identity_requests",
    "identity_request",
    "identity_requests_of",
    "may",
    "objection",
    "open_alerts",
    "partner_by_uid",
    "partners_of",
    "partners_to",
    "pending_identity_requests",
    "recusals_of",
    "recused_staff_ids",
    "recused_subjects",
    "reported_side",
    "roles_without_keys",
    "seen_alerts",
    "tokens_of",
    "why_not",
]
