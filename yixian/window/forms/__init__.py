"""The questions of the window, one form a page. Limits are reception's; nothing is required without need."""

from yixian.window.forms.files import FilesForm
from yixian.window.forms.mailbox import CodeForm, OpinionForm, RatingForm, RecusalForm, WriteForm
from yixian.window.forms.report import (
    MatterForm,
    MoreForm,
    OfficeForm,
    OrganForm,
    PersonForm,
    PlaceForm,
    ReporterForm,
    SigningForm,
)

__all__ = [
    "CodeForm",
    "FilesForm",
    "MatterForm",
    "MoreForm",
    "OfficeForm",
    "OpinionForm",
    "OrganForm",
    "PersonForm",
    "PlaceForm",
    "RatingForm",
    "RecusalForm",
    "ReporterForm",
    "SigningForm",
    "WriteForm",
]
