"""What resolution remembers, one noun a file."""

from yixian.resolution.models.clarification import Clarification
from yixian.resolution.models.closing import ArchiveFile, CompletionMark, FileExport, FileSupplement
from yixian.resolution.models.clue import Clue
from yixian.resolution.models.county_review import CountyReview, ReviewBar
from yixian.resolution.models.destruction import Appraisal, DestructionList, ListedFile, Witness
from yixian.resolution.models.disposal import Disposal
from yixian.resolution.models.evidence import Custody, Evidence
from yixian.resolution.models.fact import DatedFact, FactEvidence
from yixian.resolution.models.gap import Gap
from yixian.resolution.models.inquiry import Inquiry, InquiryPaper
from yixian.resolution.models.keeping import Extension, Hold
from yixian.resolution.models.local_rule import LocalRule
from yixian.resolution.models.outcome import Outcome
from yixian.resolution.models.petition_review import PetitionReview
from yixian.resolution.models.recommendation import Recommendation
from yixian.resolution.models.referral import Referral
from yixian.resolution.models.reopening import Reopening
from yixian.resolution.models.talk import Talk, TalkMember
from yixian.resolution.models.task import Task, TaskHandOver
from yixian.resolution.models.team_change import TeamChange
from yixian.resolution.models.verification import TeamMember, Verification, VerificationReport

__all__ = [
    "Appraisal",
    "ArchiveFile",
    "Clarification",
    "Clue",
    "CompletionMark",
    "CountyReview",
    "Custody",
    "DatedFact",
    "DestructionList",
    "Disposal",
    "Evidence",
    "Extension",
    "FactEvidence",
    "FileExport",
    "FileSupplement",
    "Gap",
    "Hold",
    "Inquiry",
    "InquiryPaper",
    "ListedFile",
    "LocalRule",
    "Outcome",
    "PetitionReview",
    "Recommendation",
    "Referral",
    "Reopening",
    "ReviewBar",
    "Talk",
    "TalkMember",
    "Task",
    "TaskHandOver",
    "TeamChange",
    "TeamMember",
    "Verification",
    "VerificationReport",
    "Witness",
]
