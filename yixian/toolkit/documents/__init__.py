"""Papers as an office issues them: layout after GB/T 9704, tables, charts, and the same bytes each time."""

from yixian.toolkit.documents.charts import Series, bar_chart, column_chart, line_chart, stacked_bar
from yixian.toolkit.documents.paper import Paper
from yixian.toolkit.documents.templates import fill_template
from yixian.toolkit.documents.typeset import as_pdf

__all__ = [
    "Paper",
    "Series",
    "as_pdf",
    "bar_chart",
    "column_chart",
    "fill_template",
    "line_chart",
    "stacked_bar",
]
