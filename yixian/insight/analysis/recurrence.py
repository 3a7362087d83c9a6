"""First or repeat where the ledger does not say: the same person about the same matter, after the first time."""

from collections.abc import Mapping, Sequence

from yixian.insight.analysis.intake import Report


def presumed_repeats(reports: Sequence[Report], matter_of: Mapping[str, str]) -> dict[str, bool]:
    """Id → whether it is a repeat; a report without a sender cannot be told and is left out."""
    ordered = sorted(reports, key=lambda report: (str(report.received_on or ""), report.row))
    seen: set[tuple[str, str]] = set()
    found: dict[str, bool] = {}
    for report in ordered:
        if sender := report.cell("sender"):
            about = (sender, matter_of[report.id])
            found[report.id] = about in seen
            seen.add(about)
    return found
