"""What is asked of the trail: its entries, and whether it is whole."""

from yixian.trail.queries.entries import entries
from yixian.trail.queries.verification import Breach, verify

__all__ = ["Breach", "entries", "verify"]
