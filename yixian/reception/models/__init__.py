"""What reception remembers, one noun a file. What people said lies in the vault; here are its seals."""

from yixian.reception.models.accompaniment import Accompaniment
from yixian.reception.models.appointment import Appointment, AppointmentStep
from yixian.reception.models.attachment import Attachment
from yixian.reception.models.box_opening import BoxItem, BoxOpening
from yixian.reception.models.callback import Callback, CallbackAttempt
from yixian.reception.models.clock import Clock
from yixian.reception.models.clock_change import ClockChange
from yixian.reception.models.duty_shift import DutyShift, DutySwap
from yixian.reception.models.envelope import Envelope
from yixian.reception.models.feedback import OBJECTIONS, Feedback
from yixian.reception.models.follow_up import FollowUp
from yixian.reception.models.front_office import FrontOffice
from yixian.reception.models.handling import Handling
from yixian.reception.models.interview import Interview
from yixian.reception.models.ledger_import import ImportChunk, ImportedRow, LedgerImport
from yixian.reception.models.letter_cover import LetterCover
from yixian.reception.models.message import Message
from yixian.reception.models.notice import Notice
from yixian.reception.models.number_series import NumberSeries
from yixian.reception.models.objection_ruling import ObjectionRuling
from yixian.reception.models.outing import Outing
from yixian.reception.models.paper_template import PaperTemplate
from yixian.reception.models.passage import Passage
from yixian.reception.models.promise import Promise
from yixian.reception.models.queue_ticket import QueueTicket
from yixian.reception.models.rating import ReporterRating
from yixian.reception.models.recusal_request import RecusalRequest
from yixian.reception.models.report import Report
from yixian.reception.models.reported_person import ReportedPerson
from yixian.reception.models.scan import Scan, ScanPage
from yixian.reception.models.step_taken import StepTaken
from yixian.reception.models.transcript import Transcript
from yixian.reception.models.visit import Visit
from yixian.reception.models.visit_need import VisitNeed

__all__ = [
    "OBJECTIONS",
    "Accompaniment",
    "Appointment",
    "AppointmentStep",
    "Attachment",
    "BoxItem",
    "BoxOpening",
    "Callback",
    "CallbackAttempt",
    "Clock",
    "ClockChange",
    "DutyShift",
    "DutySwap",
    "Envelope",
    "Feedback",
    "FollowUp",
    "FrontOffice",
    "Handling",
    "ImportChunk",
    "ImportedRow",
    "Interview",
    "LedgerImport",
    "LetterCover",
    "Message",
    "Notice",
    "NumberSeries",
    "ObjectionRuling",
    "Outing",
    "PaperTemplate",
    "Passage",
    "Promise",
    "QueueTicket",
    "RecusalRequest",
    "Report",
    "ReportedPerson",
    "ReporterRating",
    "Scan",
    "ScanPage",
    "StepTaken",
    "Transcript",
    "Visit",
    "VisitNeed",
]
