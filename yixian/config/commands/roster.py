"""``yixian roster``: the roster from the command line, for whoever sets an office up."""

import os
from datetime import date
from pathlib import Path

import click

from yixian.config.chinese import Group

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
SHOWN = 50


@click.group(cls=Group)
def command() -> None:
    """名册：导入机构、村（社区）、单位和干部，录入工作日年历。"""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.config.settings.dev")
    import django

    django.setup()


@command.command()
@click.argument("out", metavar="文件.xlsx", type=click.Path(dir_okay=False, path_type=Path))
def template(out: Path) -> None:
    """生成名册导入表，填好后用 import 导入。"""
    from yixian.roster.actions import write_roster_template

    if out.suffix.lower() != ".xlsx":
        raise click.UsageError("文件名请以 .xlsx 结尾。")
    if out.exists():
        raise click.UsageError(f"“{out}”已经存在，请换一个文件名，以免覆盖填好的名册。")
    write_roster_template(out)
    click.echo(f"已生成“{out}”。请先看“填写说明”，填好后运行：yixian roster import {out}")


@command.command(name="import")
@click.argument("file", metavar="文件", type=EXISTING)
@click.option("--check", is_flag=True, help="只核对，不导入")
def import_(file: Path, check: bool) -> None:
    """导入名册；有一处问题就一行也不导入，并逐条列出。"""
    from yixian.protection.officer import SYSTEM
    from yixian.roster.actions import RosterHasProblems, check_roster, import_roster, read_roster_book

    rows = read_roster_book(file)
    try:
        imported = check_roster(by=SYSTEM, rows=rows) if check else import_roster(by=SYSTEM, rows=rows)
        problems = imported.problems
    except RosterHasProblems as refusal:
        problems = refusal.problems
    if problems:
        _tell(problems)
    for tally in imported.tallies:
        click.echo(f"{tally.sheet}：新增 {tally.added}，更新 {tally.changed}，不变 {tally.same}")
    click.echo("核对无误，可以导入。" if check else "名册已导入。")


def _tell(problems: tuple[object, ...]) -> None:
    """List the problems and leave with a failure."""
    for problem in problems[:SHOWN]:
        click.echo(str(problem), err=True)
    if len(problems) > SHOWN:
        click.echo(f"……另有 {len(problems) - SHOWN} 处问题未列出", err=True)
    raise click.ClickException(f"名册没有导入：有 {len(problems)} 处问题，请改好后重新导入。")


@command.command()
@click.argument("file", metavar="文件", type=EXISTING)
def calendar(file: Path) -> None:
    """录入一年的放假和调休安排：放假通知全文，或者每行“日期,放假或上班,节日名称”。"""
    from yixian.protection.officer import SYSTEM
    from yixian.roster.actions import YearUnreadable, enter_calendar_year
    from yixian.toolkit.spreadsheets.decoding import decode

    text, _ = decode(file.read_bytes())
    try:
        entry = enter_calendar_year(by=SYSTEM, text=text, on=date.today())
    except YearUnreadable as refusal:
        for problem in refusal.problems:
            click.echo(problem, err=True)
        raise click.ClickException("年历没有录入，请改好后重试。") from None
    click.echo(f"已录入{entry}。")
