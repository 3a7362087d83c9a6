"""What leaves of a session: its minutes as they were sealed, and its list as a workbook."""

from collections.abc import Sequence
from datetime import date

from yixian.assessment.actions.exporting import Exported, LaterColumn
from yixian.assessment.models import Screening
from yixian.assessment.queries.screenings import rows_of
from yixian.assessment.screening_sheet import COLUMNS, entries_of, row
from yixian.protection.actions import open_bytes, require
from yixian.protection.officer import Officer
from yixian.protection.texts import text_context
from yixian.reception.actions import FilledPaper
from yixian.toolkit.exports import workbook_bytes
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

TITLE = "排查清单"


class NoMinutes(Refusal):
    """The session is not closed, or this officer may not meet all that stands in its minutes."""

    key = "no_minutes"


@leaves_trail("assessment.print_screening")
def print_screening(*, by: Officer, screening: Screening) -> FilledPaper:
    """The minutes as they were sealed. Whoever no longer may meet one of the matters is not given the paper."""
    require(by, "assessment.print_screening", screening)
    if screening.minutes is None:
        raise NoMinutes("排查结束以后才有排查记录。")
    if rows_of(by, screening).count() != screening.rows.count():
        raise NoMinutes("这份排查记录里有您现在不能查看的事项，不能由您打印；需要时请导出排查清单。")
    context = text_context(screening, "minutes")
    return FilledPaper(
        open_bytes(by=by, seal=screening.minutes, slot="docx", about=screening, context=context)
    )


@leaves_trail("assessment.export_screening")
def export_screening(
    *, by: Officer, screening: Screening, on: date, later: Sequence[LaterColumn] = ()
) -> Exported:
    """The list of the session as this officer may meet it, in memory; ``later`` gives columns by matter."""
    require(by, "assessment.export_screening", screening)
    matters = [each.matter for each in rows_of(by, screening)]
    ids = [each.pk for each in matters]
    added = [each.values(ids) for each in later]
    rows = [
        [*row(entry), *(values.get(entry.standing.matter.pk) for values in added)]
        for entry in entries_of(by, screening, matters, on)
    ]
    columns = [*COLUMNS, *(each.column for each in later)]
    return Exported(workbook_bytes(TITLE, columns, rows), len(rows))
