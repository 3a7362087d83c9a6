"""Importing a sealed file, for the page and the command line: what is told to whom when its sender is not who it
should be.
"""

from datetime import date

from yixian.assessment.actions import Imported, import_parcel
from yixian.protection.actions import PartnerUnknown, tell_changed_key
from yixian.protection.officer import Officer


def take_in(officer: Officer, file: bytes, on: date) -> Imported:
    """The import itself is rolled back by the refusal; the chief's alert stands."""
    try:
        return import_parcel(by=officer, file=file, on=on)
    except PartnerUnknown as refusal:
        if refusal.resembles is not None:
            tell_changed_key(by=officer, partner=refusal.resembles)
        raise
