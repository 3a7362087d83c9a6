"""The sealed texts of resolution, each under its own context, so that no one can stand in another's place."""

from uuid import UUID

from yixian.protection.actions import seal
from yixian.trail.refusal import Refusal

SUMMARY = "resolution.clue.summary"
DISPOSAL_REASON = "resolution.disposal.reason"
DECISION_NOTE = "resolution.decision.note"
PLAN = "resolution.verification.plan"
REPORT = "resolution.report.content"
OUTCOME_REASON = "resolution.outcome.reason"
COMPLETION_NOTE = "resolution.completion.note"
FILE_INDEX = "resolution.archive.index"

LONGEST = 20_000


class TextMissing(Refusal):
    """A step of the file needs its words."""

    key = "text_missing"


def sealed(organ_id: int, context: str, text: str, *, what: str) -> UUID:
    """Seal a text that the step cannot do without; ``what`` names it in the refusal."""
    if not text.strip():
        raise TextMissing(f"请填写{what}。")
    if len(text) > LONGEST:
        raise TextMissing(f"{what}最多{LONGEST}个字，现在有{len(text)}个字。")
    return seal(organ_id=organ_id, context=context, slots={"text": text.strip()})


def sealed_if_any(organ_id: int, context: str, text: str) -> UUID | None:
    return sealed(organ_id, context, text, what="说明") if text.strip() else None
