"""Kept for the desk's own modules; the date itself is asked in ``toolkit``."""

from yixian.toolkit.today import today

__all__ = ["today"]
