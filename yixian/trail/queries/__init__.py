"""What is asked of the trail: its entries, its sealed heads, and whether it is whole."""

from yixian.trail.heads import has_head
from yixian.trail.queries.entries import entries
from yixian.trail.queries.sealed import SealedHead, sealed_heads
from yixian.trail.queries.verification import Breach, verify

__all__ = ["Breach", "SealedHead", "entries", "has_head", "sealed_heads", "verify"]
