"""``yixian setup``: a real office, by questions or by options, with everything that must go onto paper."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yixian.config import serving
from yixian.config.chinese import Command

if TYPE_CHECKING:
    from yixian.config.office.founding import Founded
    from yixian.config.office.members import Member
    from yixian.roster.actions import RosterRows

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
NEXT_PAGE = "\f"


@click.command(cls=Command)
@click.option("--roster", type=EXISTING, help="名册文件（用 yixian roster template 生成并填好）")
@click.option("--county", default="", help="县级机关：代码:名称:文号简称，例如 YX:云溪县纪委监委:云纪信")
@click.option("--organ", default="", help="本机关：代码:名称:文号简称；县级机关自用时不写")
@click.option("--person", "people", multiple=True, help="首批人员，可多次：登录名:姓名:角色+角色")
def command(roster: Path | None, county: str, organ: str, people: tuple[str, ...]) -> None:
    """建立机关：数据库、密钥、首批账号。没有写明的逐项询问；口令和恢复密钥只显示一次，请准备好纸笔。"""
    serving.start_django("yixian.config.settings.office")
    serving.migrate()
    from yixian.config.office.founding import found, require_nothing_here
    from yixian.trail.refusal import Refusal

    try:
        require_nothing_here()
        rows = _rows(roster, county, organ)
        members = _members(people)
        founded = found(rows, members, on=date.today())
    except Refusal as refusal:
        for problem in getattr(refusal, "problems", ()):
            click.echo(str(problem), err=True)
        raise click.ClickException(f"{refusal.message}没有建立任何机关，请改正后重新执行。") from None
    _print(founded)


def _rows(roster: Path | None, county: str, organ: str) -> "RosterRows":
    """From the file, the options, or by asking."""
    from yixian.config.office.organs import rows_of
    from yixian.roster.actions import read_roster_book

    if roster is not None:
        return read_roster_book(roster)
    county = county or click.prompt("县级机关（代码:名称:文号简称，例如 YX:云溪县纪委监委:云纪信）")
    if not organ and sys.stdin.isatty():
        organ = click.prompt("本机关（同样写法；县级机关自用时直接回车）", default="", show_default=False)
    return rows_of(county, organ)


def _members(people: tuple[str, ...]) -> "list[Member]":
    from yixian.config.office.members import SHAPE, Unreadable, read_member

    if people:
        return [read_member(each) for each in people]
    click.echo(f"首批人员，须有纪委书记和管理员，每行一人：{SHAPE}；输完后直接回车。")
    members: list[Member] = []
    while typed := click.prompt(f"第{len(members) + 1}人", default="", show_default=False):
        try:
            members.append(read_member(typed))
        except Unreadable as problem:
            click.secho(problem.message, fg="yellow")
    return members


def _print(founded: "list[Founded]") -> None:
    """One page at a time on a terminal, which is then cleared; elsewhere a form feed between them."""
    from yixian.config.office.papers import pages

    papers = [page for each in founded for page in pages(each)]
    for number, paper in enumerate(papers, start=1):
        click.echo(paper)
        if sys.stdout.isatty():
            click.pause(f"第{number}页，共{len(papers)}页。抄好或者打印后按任意键，屏幕将清空…")
            click.clear()
        elif number < len(papers):
            click.echo(NEXT_PAGE)
    for each in founded:
        for name in each.unlinked:
            click.echo(f"名册中有不止一名“{name}”，账号没有与干部关联，请管理员在名册中核对。", err=True)
    click.echo(
        "已建立：" + "、".join(each.organ.name for each in founded) + "。启动服务：yixian serve", err=True
    )
