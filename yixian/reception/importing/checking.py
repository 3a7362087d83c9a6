"""Drafts held against what is here already: the roster, the own side, and what was imported before."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet

from yixian.protection.actions import token_maker, tokens_ever
from yixian.protection.officer import Officer
from yixian.protection.queries import tokens_of
from yixian.reception.enums import ReportState
from yixian.reception.importing.drafts import Draft, Kept, Problem
from yixian.reception.importing.entering import Taken
from yixian.reception.importing.fields import FIELDS, KEEP, REPORTER, SKIP
from yixian.reception.importing.intake import COUNTING
from yixian.reception.importing.reading import Reader
from yixian.reception.importing.roster import Roster
from yixian.reception.importing.rows import Row
from yixian.reception.likeness import OLD_NUMBER
from yixian.reception.models import ImportedRow, Report
from yixian.reception.refusals import ReportedSide
from yixian.reception.visibility import own_reports
from yixian.toolkit.headings import plain
from yixian.toolkit.inserting import batches
from yixian.trail.refusal import Refusal

ROW, BETWEEN = "ledger_row", "\x1f"
AT_ONCE = 300


class Checking:
    """One chunk of rows: which may be entered, and what is wrong with the others."""

    def __init__(self, by: Officer, reader: Reader, roster: Roster) -> None:
        self.by, self.reader, self.roster = by, reader, roster
        self.token = token_maker(by)
        self.own = tokens_of(by)
        self.telling = [at for at, text in enumerate(reader.layout.headings) if plain(text) not in COUNTING]

    def check(self, first: int, rows: Sequence[Row], *, tied: bool) -> tuple[list[Taken], list[Kept]]:
        """``tied`` asks for the earlier report of a repeat, which the dry run cannot know of yet."""
        taken: list[tuple[Row, Taken]] = []
        kept: list[Kept] = []
        for position, row in enumerate(rows, start=first):
            read = self.reader.read(position, row)
            found = read if isinstance(read, list) else self._taken(row, read)
            if isinstance(found, Taken):
                taken.append((row, found))
            else:
                kept += [Kept(problem, self._cells(row)) for problem in found]
        return self._new([*taken], kept, tied=tied)

    def _taken(self, row: Row, draft: Draft) -> Taken | list[Problem]:
        try:
            reported = tuple(self.roster.tie(each) for each in draft.facts.reported)
            self._refuse_own_side(reported)
        except Refusal as refusal:
            at = self.reader.plan.column_of("accused")
            heading = FIELDS["accused"] if at is None else self.reader.layout.headings[at]
            names = "、".join(each.name for each in draft.facts.reported)[:40]
            return [Problem(draft.row, heading, names, refusal.message)]
        whole = BETWEEN.join(row.cells[at] for at in self.telling if at < len(row.cells))
        number = draft.old_number
        return Taken(
            draft=draft,
            reported=reported,
            row_token=self.token(ROW, whole),
            number_token=self.token(OLD_NUMBER, number) if number else None,
        )

    def _refuse_own_side(self, reported: Sequence[object]) -> None:
        for person in reported:
            for kind in ("cadre", "unit"):
                value = getattr(person, f"{kind}_id")
                if value is not None and self.token(kind, value) in self.own:
                    raise ReportedSide.registering()

    def _cells(self, row: Row) -> tuple[str, ...]:
        """What may stand in the workbook of problems: no cell that tells, or may tell, who reports."""
        return tuple(
            "" if field in (*REPORTER, KEEP, SKIP) else text
            for field, text in zip(self.reader.plan.columns, row.cells, strict=False)
        )

    def _new(
        self, taken: list[tuple[Row, Taken]], kept: list[Kept], *, tied: bool
    ) -> tuple[list[Taken], list[Kept]]:
        """Without those that are here already; then the repeats, each with the report that it repeats."""
        here = self._here_already([each for _, each in taken])
        seen: dict[str, str] = {}
        new: list[Taken] = []
        for row, each in taken:
            problem = here.get(each.draft.position) or self._used(each.draft, seen)
            if problem:
                kept.append(Kept(problem, self._cells(row)))
            else:
                new.append(each)
        return (
            self._tied(new, {each.draft.position: row for row, each in taken}, kept) if tied else (new, kept)
        )

    def _tied(
        self, new: list[Taken], rows: dict[int, Row], kept: list[Kept]
    ) -> tuple[list[Taken], list[Kept]]:
        """A repeat names a report that is here, or one of this chunk that names no other itself."""
        beside = {
            each.draft.old_number: each.report_id
            for each in new
            if each.draft.old_number and not each.draft.first_number
        }
        firsts = beside | self._by_number([each.draft.first_number for each in new])
        held: list[Taken] = []
        for each in new:
            problem = self._first_missing(each.draft, firsts)
            if problem:
                kept.append(Kept(problem, self._cells(rows[each.draft.position])))
            else:
                first = firsts.get(each.draft.first_number) if each.draft.first_number else None
                held.append(replace(each, repeat_of=first))
        return held, kept

    def _used(self, draft: Draft, seen: dict[str, str]) -> Problem | None:
        number = draft.old_number
        if number and seen.setdefault(number, draft.row) != draft.row:
            says = f"这个编号在{seen[number]}已经用过。请改正其中一个编号。"
            return Problem(draft.row, FIELDS["id"], number[:40], says)
        return None

    def _first_missing(self, draft: Draft, firsts: dict[str, UUID]) -> Problem | None:
        if draft.state != ReportState.KEPT or draft.first_number in firsts:
            return None
        says = "初次来件还没有登记或者导入。请先导入初次来件，或者把状态改为“已反馈”。"
        return Problem(draft.row, FIELDS["first_number"], draft.first_number[:40], says)

    def _here_already(self, taken: Sequence[Taken]) -> dict[int, Problem]:
        numbers = [each.draft.old_number for each in taken if each.draft.old_number]
        known = self._by_number(numbers)
        rows = self._by_row([each.row_token for each in taken])
        here = {
            each.draft.position: report_id
            for each in taken
            if (report_id := known.get(each.draft.old_number) or rows.get(each.row_token)) is not None
        }
        seen = self._seen(set(here.values()))
        return {
            each.draft.position: self._known(each, here[each.draft.position], seen, known)
            for each in taken
            if each.draft.position in here
        }

    def _seen(self, report_ids: set[UUID]) -> set[UUID]:
        """Those that this officer may meet: only they are linked."""
        own = own_reports(self.by)
        return {
            pk
            for some in batches(sorted(report_ids, key=str), AT_ONCE)
            for pk in own.filter(pk__in=some).order_by("pk").values_list("pk", flat=True)
        }

    @staticmethod
    def _known(taken: Taken, report_id: UUID, seen: set[UUID], known: dict[str, UUID]) -> Problem:
        number = taken.draft.old_number if taken.draft.old_number in known else ""
        says = "这个编号的件已经在本机关登记。" if number else "这一行以前已经导入。"
        link = str(report_id) if report_id in seen else ""
        column = FIELDS["id"] if number else ""
        return Problem(taken.draft.row, column, number[:40], f"{says}不重复导入。", link)

    def _by_number(self, numbers: Sequence[str]) -> dict[str, UUID]:
        """The office's earlier numbers, and ours, → the report here."""
        wanted = sorted({number for number in numbers if number})
        found: dict[str, UUID] = {}
        for some in batches(wanted, AT_ONCE):
            here = Report.objects.filter(organ_id=self.by.organ_id, number__in=some)
            ours = here.exclude(state=ReportState.VOIDED).order_by("pk").values_list("number", "pk")
            found |= {number: pk for number, pk in ours if number}
            tokens = tokens_ever(by=self.by, kind=OLD_NUMBER, values=some)
            rows = self._rows().filter(number_token__in=list(tokens)).order_by("pk")
            for token, pk in rows.values_list("number_token", "report_id"):
                found.setdefault(tokens[bytes(token or b"")], pk)
        return found

    def _by_row(self, tokens: Sequence[bytes]) -> dict[bytes, UUID]:
        found: dict[bytes, UUID] = {}
        for some in batches(sorted(set(tokens)), AT_ONCE):
            rows = self._rows().filter(row_token__in=some).order_by("pk")
            found |= {bytes(token): pk for token, pk in rows.values_list("row_token", "report_id")}
        return found

    def _rows(self) -> QuerySet[ImportedRow]:
        own = ImportedRow.objects.filter(ledger_import__organ_id=self.by.organ_id)
        return own.exclude(report__state=ReportState.VOIDED)
