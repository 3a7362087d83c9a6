"""Long tables on a phone: every cell knows the name of its column, so that a row can be read as a card.

The names are those of the table's own head; ``tables.css`` shows them where there is no room for columns.
"""

import re
from collections.abc import Iterator

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

MANY = 5
"""From so many columns on a row does not fit a phone."""
HEAD = re.compile(r"<thead>(.*?)</thead>", re.DOTALL)
COLUMN = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"<t[dh]\b")


def columns_of(content: str) -> list[str]:
    """What the head of the table says, without its marks."""
    head = HEAD.search(content)
    return [strip_tags(each).strip() for each in COLUMN.findall(head[1])] if head else []


def labelled(content: SafeString, columns: list[str]) -> SafeString:
    """The table with the column's name on every cell; a row whose cells span columns stays as it is."""
    head = HEAD.search(content)
    start = head.end() if head else 0
    body = ROW.sub(lambda row: _labelled(row[0], columns), content[start:])
    return mark_safe(content[:start] + body)  # noqa: S308 - the names come from the same escaped content


def _labelled(row: str, columns: list[str]) -> str:
    if "colspan" in row:
        return row
    names: Iterator[str] = iter(columns)
    return CELL.sub(lambda cell: f'{cell[0]} data-label="{next(names, "")}"', row)
