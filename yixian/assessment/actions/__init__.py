"""What assessment does; each action takes ``by=`` and leaves a trail."""

from yixian.assessment.actions.classify import (
    ClassFacts,
    IssueMissing,
    ReasonMissing,
    classify_report,
    decide_jurisdiction,
)
from yixian.assessment.actions.exporting import Exported, LaterColumn, export_ledger
from yixian.assessment.actions.importing import (
    ImportedFacts,
    JoinedFromOutside,
    settle_imported,
    unsettle_imported,
)
from yixian.assessment.actions.link import (
    AlreadyLinked,
    LastReport,
    MatterNotOpen,
    OtherOffice,
    close_matter,
    link_report,
    open_matter,
    put_away_matter,
    reopen_matter,
    unlink_report,
)
from yixian.assessment.actions.searching import Found, SearchResult, TooVague, search_reports
from yixian.assessment.actions.transfer import (
    NobodyToSendTo,
    print_letter,
    record_acceptance,
    record_refusal,
    record_result,
    transfer_out,
)
from yixian.assessment.letters import TransferFacts, letter_of

__all__ = [
    "AlreadyLinked",
    "ClassFacts",
    "Exported",
    "Found",
    "ImportedFacts",
    "IssueMissing",
    "JoinedFromOutside",
    "LastReport",
    "LaterColumn",
    "MatterNotOpen",
    "NobodyToSendTo",
    "OtherOffice",
    "ReasonMissing",
    "SearchResult",
    "TooVague",
    "TransferFacts",
    "classify_report",
    "close_matter",
    "decide_jurisdiction",
    "export_ledger",
    "letter_of",
    "link_report",
    "open_matter",
    "print_letter",
    "put_away_matter",
    "record_acceptance",
    "record_refusal",
    "record_result",
    "reopen_matter",
    "search_reports",
    "settle_imported",
    "transfer_out",
    "unlink_report",
    "unsettle_imported",
]
