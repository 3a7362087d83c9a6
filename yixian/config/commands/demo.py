"""``yixian demo``: a fictitious township with a year of reports, on this machine alone."""

import os
import subprocess
import sys
import time
from pathlib import Path

import click

from yixian.config import serving
from yixian.config.chinese import Command
from yixian.config.demo.notice import notice
from yixian.config.demo.place import Note, Place
from yixian.config.home import home

ANYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, never listened on by itself


@click.command(cls=Command)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="端口")
@click.option("--host", default="127.0.0.1", show_default=True, help="监听地址；默认只有本机可以访问")
@click.option("--fresh", is_flag=True, help="丢弃现有演示数据，重新准备")
@click.option("--prepare-only", is_flag=True, help="只准备演示数据，不启动服务")
def command(port: int, host: str, fresh: bool, prepare_only: bool) -> None:
    """启动演示：虚构的云溪县青禾镇，一年的举报件。不会触碰本机正式办公的数据。"""
    place = Place(home())
    note = _ready(place, fresh=fresh)
    if prepare_only:
        click.echo(f"演示数据在 {place.folder}")
        return
    port = serving.free_port(host, port)
    click.echo(notice(note, f"http://{_shown(host)}:{port}"))
    _settings(place.folder, host)
    serving.run(host, port)


def _ready(place: Place, *, fresh: bool) -> Note:
    """The demonstration as it is, or made now; one cut short is made again from the beginning."""
    note = None if fresh else place.note()
    if note is not None:
        return note
    started = time.monotonic()
    click.echo("正在准备演示数据（只需一次）：")
    try:
        place.prepare(_fill)
    except KeyboardInterrupt:
        click.echo("\n已中断。下次启动会重新准备。")
        sys.exit(130)
    note = place.note()
    if note is None:
        raise click.ClickException("演示数据没有准备成功，请重试；仍不成功的，请把上面的信息告诉维护人员。")
    click.echo(f"  完成，用时{time.monotonic() - started:.0f}秒。")
    return note


def _fill(draft: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "yixian.config.demo", str(draft)], check=False)  # noqa: S603 - our own module
    if done.returncode:
        raise click.ClickException("准备演示数据时出错，没有留下不完整的数据。")


def _settings(folder: Path, host: str) -> None:
    """For the server's own processes: the demonstration's folder, its settings and no other database."""
    os.environ["YIXIAN_HOME"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "yixian.config.settings.dev"
    os.environ.pop("YIXIAN_DATABASE", None)
    if host in ANYWHERE:
        os.environ["YIXIAN_HOSTS"] = "*"
        click.secho("注意：演示的口令是公开的，现在网络上的其他人也能访问。", fg="yellow")
    else:
        os.environ["YIXIAN_HOSTS"] = f"127.0.0.1,localhost,[::1],{_shown(host)}"


def _shown(host: str) -> str:
    if host in ANYWHERE:
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
