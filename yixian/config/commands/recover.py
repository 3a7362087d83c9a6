"""``yixian recover``: with both printed halves of the recovery key, a chief without a pass phrase gets a new one."""

from typing import TYPE_CHECKING

import click

from yixian.config import serving
from yixian.config.chinese import Command

if TYPE_CHECKING:
    from yixian.roster.models import Staff

HALF = "第{number}半恢复密钥（照纸上逐组输入，输入时不显示）"


@click.command(cls=Command)
@click.option("--username", default="", help="纪委书记的登录名；不写时询问")
def command(username: str) -> None:
    """恢复纪委书记的账号：两名保管人各自输入自己的一半，当场得到一次性口令，只显示一次。"""
    serving.start_django("yixian.config.settings.office")
    from yixian.protection.actions import recover_office
    from yixian.protection.officer import SYSTEM
    from yixian.trail.refusal import Refusal

    chief = _chief(username or click.prompt("纪委书记的登录名"))
    click.echo(f"将恢复{chief.organ.name}{chief.name}的账号：原口令作废，密钥重新交给本人。")
    halves = tuple(click.prompt(HALF.format(number=each), hide_input=True).strip() for each in "12")
    try:
        opened = recover_office(by=SYSTEM, staff=chief, halves=(halves[0], halves[1]))
    except Refusal as refusal:
        raise click.ClickException(f"{refusal.message}没有改动任何账号。") from None
    click.echo(f"  登 录 名：{chief.username}\n  一次口令：{opened.phrase}")
    click.echo("请当面交给本人，登录后马上更换口令。把两半恢复密钥分别装封，交回原保管人。", err=True)


def _chief(username: str) -> "Staff":
    from yixian.roster.queries import staff_by_username

    if (found := staff_by_username(username.strip())) is None:
        raise click.ClickException(f"没有登录名为“{username}”的账号，请核对后重新执行。没有改动任何账号。")
    return found
