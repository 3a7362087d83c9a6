"""The command ``yixian``. Each sub-command is a module of ``yixian.config.commands``, imported when called,
so that ``yixian analyse`` never loads Django and ``yixian --help`` answers at once."""

from importlib import import_module

import click

from yixian.config.chinese import VERSION, Group

COMMANDS = {
    "demo": "启动演示：虚构的青禾镇，一年的举报件",
    "serve": "启动办公服务",
    "setup": "建立一个新的机关：数据库、密钥、首批账号",
    "recover": "用两半恢复密钥恢复纪委书记的账号",
    "analyse": "把一份台账（.xlsx .xls .csv）变成分析报告",
    "roster": "名册：导入机构、村社区、单位和干部",
    "parcel": "导入别的机关送来的加封文件、回执",
    "audit": "核验操作留痕的完整性",
    "package": "核验导出的电子卷宗：逐份核对校验值",
    "reconcile": "收结存对账：来件、事项、线索、被反映人，一个不漏",
    "manage": "Django 管理命令（供维护人员使用）",
}


class LazyCommands(Group):
    """Lists every command by name and imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"yixian.config.commands.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101 - a module without one is our own mistake
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("命令"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="yixian", prog_name="yixian", help=VERSION, message="一线 %(version)s")
def main() -> None:
    """一线：镇纪委信访举报的接访、研判与解决。"""
