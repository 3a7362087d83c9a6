"""What assessment remembers, one noun a file."""

from yixian.assessment.models.classification import Classification
from yixian.assessment.models.cross_handling import CrossHandling
from yixian.assessment.models.jurisdiction_decision import JurisdictionDecision
from yixian.assessment.models.matter import Matter, MatterLink
from yixian.assessment.models.plan import Plan
from yixian.assessment.models.plan_step import PlanStep
from yixian.assessment.models.screening import ScreenedMatter, Screening
from yixian.assessment.models.screening_decision import ScreeningDecision
from yixian.assessment.models.transfer import Transfer

__all__ = [
    "Classification",
    "JurisdictionDecision",
    "Matter",
    "MatterLink",
    "Plan",
    "PlanStep",
    "ScreenedMatter",
    "Screening",
    "ScreeningDecision",
    "Transfer",
]
__all__ = ["Classification", "CrossHandling", "JurisdictionDecision", "Matter", "MatterLink", "Transfer"]
