"""The sections of the report, in their order; each writes itself onto the paper from the figures."""

from yixian.insight.report.sections.advice import advice
from yixian.insight.report.sections.characteristics import characteristics
from yixian.insight.report.sections.definitions import definitions
from yixian.insight.report.sections.hot import hot_matters
from yixian.insight.report.sections.overview import overview
from yixian.insight.report.sections.structure import structure

__all__ = ["advice", "characteristics", "definitions", "hot_matters", "overview", "structure"]
