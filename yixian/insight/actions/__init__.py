"""Insight reads and never acts on a matter; what it does is to hand its figures out, which leaves a trail."""

from yixian.insight.actions.exporting import export_analysis

__all__ = ["export_analysis"]
