"""卷内文件目录 as lines of text that an archivist can reorder: read, checked, and counted into page numbers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.resolution.models import ArchiveFile

BAR = "｜"
COLUMNS = ("题名", "页数", "日期", "责任者", "文号", "备注")
LONGEST_CELL, MOST_PAGES = 120, 9999


class IndexUnreadable(Refusal):
    """The sentence says which line, and what it lacks."""

    key = "index_unreadable"


@dataclass(frozen=True, slots=True)
class IndexLine:
    """One paper of the file."""

    title: str
    pages: int = 1
    on: date | None = None
    author: str = ""
    number: str = ""
    note: str = ""

    def __str__(self) -> str:
        day = self.on.isoformat() if self.on else ""
        cells = (self.title, str(self.pages), day, self.author, self.number, self.note)
        return BAR.join(cells).rstrip(BAR)


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its place in the file: 顺序号 and the pages from ``first`` to ``last``."""

    position: int
    first: int
    last: int
    line: IndexLine

    @property
    def span(self) -> str:
        if not self.line.pages:
            return ""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


def index_text(lines: Iterable[IndexLine]) -> str:
    return "\n".join(str(each) for each in lines)


def read_index(text: str) -> list[IndexLine]:
    """The lines as they were put in order; a line that cannot be read is refused with its number."""
    told = [line.strip() for line in text.splitlines() if line.strip()]
    return [_line(number, each) for number, each in enumerate(told, start=1)]


def read_kept_index(text: str, pages: int) -> list[IndexLine]:
    """The lines of a file as it was put away; a list from before pages were counted is titles alone."""
    if pages:
        return read_index(text)
    return [IndexLine(line.strip(), 0) for line in text.splitlines() if line.strip()]


def whole_index(file: "ArchiveFile", texts: Mapping[UUID, str]) -> list[IndexLine]:
    """The lines of a file with what was added behind; ``texts`` has the opened indexes by seal."""
    lines = read_kept_index(texts[file.index], file.first_pages)
    for each in file.supplements.all():
        lines += read_index(texts[each.index])
    return lines


def placed(lines: Iterable[IndexLine]) -> Iterator[PlacedLine]:
    """Pages are counted through the whole file, from 1."""
    first = 1
    for position, line in enumerate(lines, start=1):
        yield PlacedLine(position, first, first + line.pages - 1, line)
        first += line.pages


def pages_in(lines: Iterable[IndexLine]) -> int:
    return sum(each.pages for each in lines)


def _line(number: int, told: str) -> IndexLine:
    cells = [each.strip() for each in told.replace("|", BAR).split(BAR)]
    if len(cells) > len(COLUMNS):
        raise IndexUnreadable(
            f"卷内目录第{number}行有{len(cells)}格，最多{len(COLUMNS)}格：{'、'.join(COLUMNS)}。"
        )
    title, pages, day, author, paper, note = cells + [""] * (len(COLUMNS) - len(cells))
    if not title:
        raise IndexUnreadable(f"卷内目录第{number}行没有题名。")
    if longest := next((each for each in cells if len(each) > LONGEST_CELL), ""):
        raise IndexUnreadable(f"卷内目录第{number}行“{longest[:10]}…”太长，每格最多{LONGEST_CELL}个字。")
    return IndexLine(title, _pages(number, title, pages), _day(number, day), author, paper, note)


def _pages(number: int, title: str, told: str) -> int:
    if not (told.isascii() and told.isdigit()) or not 1 <= int(told) <= MOST_PAGES:
        raise IndexUnreadable(
            f"卷内目录第{number}行“{title}”的页数应当是1到{MOST_PAGES}的数，写在题名后面，用“{BAR}”隔开。"
        )
    return int(told)


def _day(number: int, told: str) -> date | None:
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        raise IndexUnreadable(
            f"卷内目录第{number}行的日期“{told}”读不懂，请写成2026-03-04；没有日期的空着。"
        ) from None
