"""``yixian parcel``: sealed files from offices of other installations, taken in from the command line."""

from pathlib import Path

import click

from yixian.config import serving
from yixian.config.chinese import Group

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(cls=Group)
def command() -> None:
    """加封文件：导入别的机关送来的件、后续文件和回执。导出在“转办交办”的页面上。"""


@command.command(name="import")
@click.argument("files", metavar="文件", type=EXISTING, nargs=-1, required=True)
@click.option("--username", default="", help="导入人的登录名；不写时询问")
def import_(files: tuple[Path, ...], username: str) -> None:
    """核对并导入文件，一个不对就停在那一个；口令在这里输入，不显示。"""
    serving.start_django("yixian.config.settings.office")
    from datetime import date

    from yixian.desk.parcels import take_in
    from yixian.protection.actions import close_sitting, open_sitting
    from yixian.trail.refusal import Refusal

    name = username or click.prompt("登录名")
    phrase = click.prompt("口令（输入时不显示）", hide_input=True)
    try:
        officer = open_sitting(username=name.strip(), passphrase=phrase)
    except Refusal as refusal:
        raise click.ClickException(refusal.message) from None
    try:
        for each in files:
            click.echo(take_in(officer, each.read_bytes(), date.today()).says)
    except Refusal as refusal:
        raise click.ClickException(f"“{each.name}”没有导入：{refusal.message}") from None
    finally:
        close_sitting(by=officer)
