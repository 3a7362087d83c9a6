"""``yixian audit``: prove that the trail is whole, and seal or print its heads."""

import os
from datetime import date

import click

from yixian.config.chinese import Group


@click.group(cls=Group)
def command() -> None:
    """核验操作留痕的完整性。"""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.config.settings.dev")
    import django

    django.setup()


@command.command()
def verify() -> None:
    """逐条核验留痕，并与封存的链头对照；发现改动时以非零状态退出。"""
    from yixian.trail.queries import entries
    from yixian.trail.queries import verify as find_breaches

    breaches = find_breaches()
    for breach in breaches:
        click.echo(f"{breach.kind.label}：{breach.text}")
    if breaches:
        raise SystemExit(1)
    click.echo(f"留痕完整：共{entries().count()}条，与封存的链头一致。")


@command.command()
@click.option("--show", is_flag=True, help="只列出已封存的链头，可打印留存")
def heads(show: bool) -> None:
    """把当前链头封存到文件；每日一次。"""
    from yixian.trail.actions import seal_head
    from yixian.trail.heads import read_heads

    if not show:
        seal_head(by=_System(), on=date.today())
    for name, head in read_heads():
        click.echo(f"{name.removesuffix('.txt')}  第{head.seq}条  {head.hash}" if head else f"{name}  读不懂")


class _System:
    """The command line acts for the system itself."""

    actor = "system"
