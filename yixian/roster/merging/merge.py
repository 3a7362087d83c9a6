"""One import under way: what is there, what was added or changed, and every problem met."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from django.db.models import Model

from yixian.roster.access import Keeper, may_keep_organ
from yixian.roster.models import Organ
from yixian.roster.workbook import Problem

Record = TypeVar("Record", bound=Model)


class Numbered(Protocol):
    """Any row of a workbook: it knows where it stands."""

    @property
    def row(self) -> int: ...


Row = TypeVar("Row", bound=Numbered)


class Change(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Tally:
    """What an import does to one sheet."""

    sheet: str
    added: int
    changed: int
    same: int


@dataclass(frozen=True, slots=True)
class Imported:
    """``tallies`` in the order of the sheets, for the sheets that held rows; problems in the order met."""

    tallies: tuple[Tally, ...]
    problems: tuple[Problem, ...]


@dataclass
class Merge:
    """``organs`` by code: those of the database and those that this workbook has brought so far."""

    by: Keeper
    problems: list[Problem]
    counts: Counter[tuple[str, Change]] = field(default_factory=Counter)
    organs: dict[str, Organ] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.organs.update({organ.code: organ for organ in Organ.objects.order_by("pk")})

    def refuse(self, sheet: str, row: int, says: str) -> None:
        self.problems.append(Problem(sheet, row, says))

    def organ(self, sheet: str, row: int, code: str) -> Organ | None:
        """The organ of that code, if it is there and ``by`` keeps it; else a problem."""
        organ = self.organs.get(code)
        if organ is None:
            self.refuse(sheet, row, f"机构代码“{code}”不在“机构”表中，名册里也没有。")
        elif not may_keep_organ(self.by, organ):
            self.refuse(sheet, row, f"“{organ}”不归您维护：管理员只维护本机构及下级机构。")
            return None
        return organ

    def once(self, sheet: str, rows: Iterable[tuple[Hashable, Row]]) -> Iterator[Row]:
        """The rows, without those whose key stood in the sheet before: these are problems."""
        seen: dict[Hashable, int] = {}
        for key, row in rows:
            if key in seen:
                self.refuse(sheet, row.row, f"与第{seen[key]}行重复。")
            else:
                seen[key] = row.row
                yield row

    def put(self, sheet: str, record: Record | None, fresh: Record, values: Mapping[str, Any]) -> Record:
        """Save ``fresh`` when there is no record yet, else bring the record to the values."""
        if record is None:
            fresh.save()
            self.counts[sheet, Change.ADDED] += 1
            return fresh
        changed = [name for name, value in values.items() if getattr(record, name) != value]
        for name in changed:
            setattr(record, name, values[name])
        if changed:
            record.save(update_fields=changed)
        self.counts[sheet, Change.CHANGED if changed else Change.SAME] += 1
        return record

    def imported(self) -> Imported:
        sheets = dict.fromkeys(sheet for sheet, _ in self.counts)
        tallies = (Tally(sheet, *(self.counts[sheet, change] for change in Change)) for sheet in sheets)
        return Imported(tuple(tallies), tuple(self.problems))
