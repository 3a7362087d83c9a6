"""``yixian analyse FILE --out FOLDER``: a ledger in, seven files out; no server, no database."""

import datetime as dt
import sys
from pathlib import Path
from typing import IO

import click
from tqdm import tqdm

from yixian.config.chinese import Command
from yixian.insight.analysis import OUTPUTS, Intake, Report, analyse, is_ours, take_in, write_outputs
from yixian.insight.analysis.columns import FIELDS
from yixian.insight.figures import Period
from yixian.toolkit.folders import FolderProblem, check_target, whole_folder
from yixian.toolkit.spreadsheets import SpreadsheetProblem, read_day

_FIELD_OF = {name: field for field, name in FIELDS.items()}


@click.command(cls=Command, name="analyse", help="把一份台账（.xlsx、.xls、.csv）变成分析报告。")
@click.argument("file", metavar="台账", type=click.Path(path_type=Path))
@click.option("--out", "folder", default=None, type=click.Path(path_type=Path), help="输出文件夹（新建）。")
@click.option(
    "--columns", default="", help='指明列名，如 "编号=信访号,详情=反映情况"；也可写列标，如 "编号=A"。'
)
@click.option("--sheet", default=None, help="工作表名称；不写则自动选择最像台账的一个。")
@click.option("--office", default="", help="报告标题前的单位名称，如“青禾镇纪委”。")
@click.option("--from", "start", default=None, help="报告期起始日期，如 2026-01-01；不写则从最早一件起。")
@click.option("--to", "end", default=None, help="报告期截止日期；不写则到最晚一件止。")
@click.option("--preview", is_flag=True, help="只显示识别出的列，不作分析。")
def command(
    *, file: Path, folder: Path | None, columns: str, sheet: str | None, office: str,
    start: str | None, end: str | None, preview: bool,
) -> None:  # fmt: skip
    try:
        period = _period(start, end)
        target = None if preview else _target(folder)
        intake = take_in(file, named=_named(columns), sheet=sheet)
        _show(intake)
        if target is not None:
            _run(intake, target, office=office, period=period)
    except (SpreadsheetProblem, FolderProblem) as problem:
        raise _Refusal(str(problem)) from problem
    except KeyboardInterrupt:
        click.echo("\n已中断，没有留下不完整的文件。", err=True)
        sys.exit(130)
    except OSError as error:
        raise _Refusal(f"读写失败：{error.strerror or error}。请检查磁盘空间和权限。") from error
    except MemoryError as error:
        raise _Refusal("内存不足。请按年份拆分台账后分别分析。") from error


class _Refusal(click.ClickException):
    """A sentence for the clerk; the exit code is 1."""

    def show(self, file: IO[str] | None = None) -> None:
        click.echo(f"错误：{self.message}", err=True, file=file)


def _target(folder: Path | None) -> Path:
    if folder is None:
        raise FolderProblem("请用 --out 指定输出文件夹，例如 --out 分析结果；只看识别情况可加 --preview。")
    check_target(folder.absolute(), is_ours=is_ours)
    return folder


def _named(columns: str) -> dict[str, str]:
    """``编号=A列名,详情=B列名`` to fields; a full-width comma or equals sign will do."""
    named: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in columns.replace("，", ",").split(","))):
        name, _, heading = part.replace("＝", "=").partition("=")
        field = _FIELD_OF.get(name.strip(), name.strip() if name.strip() in FIELDS else "")
        if not field or not heading.strip():
            known = "、".join(FIELDS.values())
            raise SpreadsheetProblem(
                f"--columns 中的“{part}”无法理解，应写作“字段=列名”。可用的字段：{known}。"
            )
        named[field] = heading.strip()
    return named


def _period(start: str | None, end: str | None) -> Period | None:
    if start is None and end is None:
        return None
    first, last = _day(start, "--from") or dt.date(1930, 1, 1), _day(end, "--to") or dt.date(2100, 12, 31)
    if last < first:
        raise SpreadsheetProblem("报告期的截止日期早于起始日期。")
    return Period(first, last)


def _day(text: str | None, option: str) -> dt.date | None:
    day = read_day(text)
    if text and day is None:
        raise SpreadsheetProblem(f"{option} 的日期“{text}”无法识别，请写作 2026-01-01。")
    return day


def _show(intake: Intake) -> None:
    """The preview: what was recognised, what was left aside, and how many rows are usable."""
    click.echo(f"工作表：{intake.sheet}")
    for field, heading in intake.recognised.items():
        sample = next((text for report in intake.reports if (text := _sample(report, field))), "（空）")
        click.echo(f"  {FIELDS[field]} ← {heading}    例：{sample}")
    if intake.unrecognised:
        shown = "、".join(text.replace("\n", "") for text in intake.unrecognised)
        click.echo(f"  未使用的列：{shown}")
    for note in intake.notes:
        click.echo(f"  {note}")
    click.echo(f"共 {intake.rows_in} 行：可用 {len(intake.reports)} 行，不可用 {len(intake.problems)} 行。")
    for problem in intake.problems[:5]:
        click.echo(f"  第 {problem.row} 行：{problem.reason}")


def _sample(report: Report, field: str) -> str:
    """A short piece of the first filled cell; a reporter's name is not shown on a screen that others may see."""
    if field == "sender":
        return "（不显示）" if report.cell("sender") else ""
    text = getattr(report, field, None) or report.cell(field)
    return str(text).replace("\n", " ")[:24]


def _run(intake: Intake, folder: Path, *, office: str, period: Period | None) -> None:
    if not intake.reports:
        raise SpreadsheetProblem("没有可用的行，未生成任何文件。")
    with whole_folder(folder, is_ours=is_ours) as draft, _Bars() as bars:
        analysis = analyse(intake, office=office, period=period, steps=bars)
        bars.begin("写出文件", len(OUTPUTS))
        write_outputs(analysis, draft, wrote=lambda _: bars.advance(1))
    click.echo(f"已写入 {folder}：{'、'.join(OUTPUTS)}")


class _Bars:
    """A progress bar for each step; silent where the output is not a terminal."""

    def __init__(self) -> None:
        self._bar: tqdm | None = None

    def __enter__(self) -> "_Bars":
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def begin(self, name: str, total: int) -> None:
        self._close()
        self._bar = tqdm(
            total=total or None, desc=name, disable=None, file=sys.stderr, unit="件", leave=False
        )

    def advance(self, more: int) -> None:
        if self._bar is not None:
            self._bar.update(more)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
