"""The comprehensive analysis report (检控规则 31–34) as a .docx, in the words of an office.

Every sentence is chosen by a figure; nothing is claimed that was not measured, and what the data lack is said.
"""

from pathlib import Path
from typing import IO

from yixian.insight.figures import AnalysisFigures
from yixian.insight.report import sections
from yixian.toolkit.documents import Paper

__all__ = ["write_report"]


def write_report(figures: AnalysisFigures, path: Path | IO[bytes]) -> None:
    """Write the report; the same figures give the same bytes."""
    title = f"{figures.office}信访举报综合分析报告"
    paper = Paper(subject=title)
    paper.title(title)
    paper.subtitle(f"（{figures.period}）")
    sections.overview(paper, figures)
    sections.structure(paper, figures)
    sections.characteristics(paper, figures)
    sections.hot_matters(paper, figures)
    sections.advice(paper, figures)
    sections.definitions(paper, figures)
    paper.save(path)
