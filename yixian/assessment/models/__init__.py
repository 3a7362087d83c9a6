"""What assessment remembers, one noun a file."""

from yixian.assessment.models.agenda_item import AgendaItem
from yixian.assessment.models.arrival import Arrival
from yixian.assessment.models.arrival_supervision import ArrivalSupervision
from yixian.assessment.models.classification import Classification
from yixian.assessment.models.consult_duty import ConsultDuty
from yixian.assessment.models.consultation import Consultation
from yixian.assessment.models.cross_handling import CrossHandling
from yixian.assessment.models.crossing_request import CrossingRequest
from yixian.assessment.models.duty_follow_up import DutyFollowUp
from yixian.assessment.models.invitee import Invitee
from yixian.assessment.models.item_material import ItemMaterial
from yixian.assessment.models.jurisdiction_decision import JurisdictionDecision
from yixian.assessment.models.matter import Matter, MatterLink
from yixian.assessment.models.opinion import Opinion
from yixian.assessment.models.plan import Plan
from yixian.assessment.models.plan_step import PlanStep
from yixian.assessment.models.screening import ScreenedMatter, Screening
from yixian.assessment.models.screening_decision import ScreeningDecision
from yixian.assessment.models.seat_recusal import SeatRecusal
from yixian.assessment.models.supervision import Supervision
from yixian.assessment.models.transfer import Transfer

__all__ = [
    "AgendaItem",
    "Arrival",
    "ArrivalSupervision",
    "Classification",
    "ConsultDuty",
    "Consultation",
    "CrossHandling",
    "CrossingRequest",
    "DutyFollowUp",
    "Invitee",
    "ItemMaterial",
    "JurisdictionDecision",
    "Matter",
    "MatterLink",
    "Opinion",
    "Plan",
    "PlanStep",
    "ScreenedMatter",
    "Screening",
    "ScreeningDecision",
    "SeatRecusal",
    "Supervision",
    "Transfer",
]
