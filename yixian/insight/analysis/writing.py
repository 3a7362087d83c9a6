"""The seven files. The order of columns is a promise to whoever reads them by program (docs/analyse.md)."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from yixian.insight.analysis.ledger import COLUMNS, ledger_rows
from yixian.insight.analysis.run import Analysis
from yixian.insight.figures import as_plain
from yixian.insight.report import write_report
from yixian.language import Reading
from yixian.language.likeness import Likeness, Reason
from yixian.toolkit.exports import Value, write_csv, write_workbook

MAKER = "yixian analyse"
ROWS = (
    *("id", "kind", "kind_probability", "accusation_probability", "department", "department_probability"),
    *("department_sure", "issues", "accused", "places", "who", "what", "when", "where", "evidence"),
    *("self_identified", "motive"),
)
MATTERS = ("id", "matter", "heat_rank")
PAIRS = ("id_a", "id_b", "likeness", "reasons")
PROBLEMS = ("row", "reason")
Write = Callable[[Path, Analysis], None]


def _write_rows(path: Path, analysis: Analysis) -> None:
    pairs = zip(analysis.intake.reports, analysis.readings, strict=True)
    write_csv(path, ROWS, (_row(report.id, reading) for report, reading in pairs))


def _row(id: str, reading: Reading) -> list[Value]:
    accused = [{"name": one.name, "post": one.post, "unit": one.unit} for one in reading.accused]
    return [
        *(id, reading.kind, reading.kind_probability, reading.accusation_probability),
        *(reading.department, reading.department_probability, reading.department_sure),
        *(_json(list(reading.issues)), _json(accused), _json(list(reading.places))),
        *(reading.who, reading.what, reading.when, reading.where, reading.evidence),
        *(reading.self_identified, reading.motive),
    ]


def _write_matters(path: Path, analysis: Analysis) -> None:
    ranks = {one.matter: one.rank for one in analysis.heats}
    ordered = ((report.id, analysis.matter_of[report.id]) for report in analysis.intake.reports)
    write_csv(path, MATTERS, ([id, matter, ranks[matter]] for id, matter in ordered))


def _write_pairs(path: Path, analysis: Analysis) -> None:
    write_csv(path, PAIRS, (_pair(one) for one in _in_order(analysis)))


def _in_order(analysis: Analysis) -> Iterator[Likeness]:
    return iter(analysis.likenesses)


def _pair(one: Likeness) -> list[Value]:
    return [one.id_a, one.id_b, one.probability, _json([_said(reason) for reason in one.reasons])]


def _said(reason: Reason) -> str:
    """地点：青禾村、东桥 (+1.20); a negative weight speaks against."""
    words = f"：{'、'.join(reason.words)}" if reason.words else ""
    return f"{reason.name}{words}（{reason.weight:+.2f}）"


def _write_problems(path: Path, analysis: Analysis) -> None:
    write_csv(path, PROBLEMS, ([problem.row, problem.reason] for problem in analysis.intake.problems))


def _write_ledger(path: Path, analysis: Analysis) -> None:
    write_workbook(path, "信访举报台账", COLUMNS, ledger_rows(analysis))


def _write_report(path: Path, analysis: Analysis) -> None:
    write_report(analysis.figures, path)


def _write_figures(path: Path, analysis: Analysis) -> None:
    intake = analysis.intake
    content = {
        "maker": MAKER,
        "sheet": intake.sheet,
        "columns": dict(intake.recognised),
        "rows_in": intake.rows_in,
        "rows_out": len(intake.reports),
        "problems": len(intake.problems),
        "figures": as_plain(analysis.figures),
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


OUTPUTS: dict[str, Write] = {
    "rows.csv": _write_rows,
    "matters.csv": _write_matters,
    "pairs.csv": _write_pairs,
    "problems.csv": _write_problems,
    "ledger.xlsx": _write_ledger,
    "figures.json": _write_figures,
    "report.docx": _write_report,
}


def write_outputs(analysis: Analysis, folder: Path, *, wrote: Callable[[str], None] | None = None) -> None:
    """Write all seven into ``folder``, which ``toolkit.folders.whole_folder`` puts in place when all are there."""
    for name, write in OUTPUTS.items():
        write(folder / name, analysis)
        if wrote:
            wrote(name)


def is_ours(folder: Path) -> bool:
    """Whether ``folder`` holds an earlier result of this command and nothing else."""
    names = {entry.name for entry in folder.iterdir()}
    figures = folder / "figures.json"
    if not names <= set(OUTPUTS) or not figures.is_file():
        return False
    with figures.open(encoding="utf-8", errors="replace") as stream:
        return MAKER in stream.read(200)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
