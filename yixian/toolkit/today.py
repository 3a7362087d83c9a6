"""The business date of every page: asked in one place, so that a test can stand on any day.

The settings may fix it (``YIXIAN_TODAY``, a ``datetime.date``); otherwise it is the local date.
"""

from datetime import date

from django.conf import settings
from django.utils.timezone import localdate


def today() -> date:
    fixed: date | None = getattr(settings, "YIXIAN_TODAY", None)
    return fixed or localdate()
