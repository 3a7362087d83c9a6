"""``yixian serve``: the office at work."""

import threading

import click

from yixian.config import serving
from yixian.config.chinese import Command


@click.command(cls=Command)
@click.option("--host", default="127.0.0.1", show_default=True, help="监听地址")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="端口")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 16), help="进程数")
def command(host: str, port: int, workers: int) -> None:
    """启动办公服务。数据保存在 YIXIAN_HOME 指定的文件夹；对外提供服务时，前面须有 HTTPS。"""
    serving.start_django("yixian.config.settings.office")
    serving.migrate()
    from yixian.roster.queries import organs_under

    if not organs_under().exists():
        raise click.ClickException("这里还没有建立机关。请先执行 yixian setup，或用 yixian demo 看演示。")
    serving.seal_head_now()
    serving.seal_heads_daily(stop=threading.Event())
    port = serving.free_port(host, port)
    click.echo(f"一线已启动：工作台 http://{host}:{port}/desk/，举报窗口 http://{host}:{port}/")
    click.echo("按 Ctrl-C 停止。")
    serving.run(host, port, workers=workers)
