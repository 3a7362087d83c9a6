"""A sheet for what was written into the system and never printed: its facts as a table, its texts below."""

from collections.abc import Sequence

from yixian.reception.actions import FilledPaper
from yixian.toolkit.documents import Paper

HEAD, WIDTHS = ("项目", "内容"), (3.6, 12.0)
Pair = tuple[str, str]


def sheet(title: str, organ: str, facts: Sequence[Pair], texts: Sequence[Pair]) -> FilledPaper:
    """Facts and texts that are empty do not stand on it."""
    paper = Paper(subject=title)
    paper.title(title)
    paper.subtitle(organ)
    if rows := [each for each in facts if each[1]]:
        paper.table(HEAD, rows, widths=WIDTHS)
    for heading, text in texts:
        if text.strip():
            paper.heading(heading)
            for line in filter(str.strip, text.splitlines()):
                paper.body(line.strip())
    return FilledPaper(paper.content())
