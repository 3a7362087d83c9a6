"""``yixian package``: verify an exported file, on any computer; no database and no key is needed."""

from pathlib import Path

import click

from yixian.config.chinese import Group
from yixian.toolkit.bags import check_bag
from yixian.toolkit.bags.checking import NoBag


@click.group(cls=Group)
def command() -> None:
    """核验导出的电子卷宗。"""


@command.command()
@click.argument("path", metavar="文件", type=click.Path(path_type=Path))
def verify(path: Path) -> None:
    """逐份核对电子卷宗（ZIP，或者解压以后的文件夹）；缺、改、多，都以非零状态退出。"""
    try:
        checked = check_bag(path)
    except NoBag as problem:
        raise click.ClickException(str(problem)) from None
    for sentence in checked.wrong:
        click.echo(sentence)
    if checked.wrong:
        raise SystemExit(1)
    click.echo(f"完好：共{checked.files}份文件，没有缺、改、多。")
    click.echo(f"清单校验值：{checked.fingerprint}")
    click.echo("请与系统“卷宗”页上导出时登记的校验值核对，两者一致才是当时导出的那一份。")
