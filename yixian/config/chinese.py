"""The command line in Chinese all through: help, the names of values, and what is said of a mistake.

click translates by gettext and the language of the machine; an office's machine may have any, so it is said here.
"""

import sys
from collections.abc import Sequence
from typing import Any

import click

USAGE, OPTIONS, COMMANDS, ARGUMENTS = "用法：", "选项", "命令", "参数"
HELP, VERSION = "显示帮助后退出", "显示版本号后退出"


class _Speaking(click.Command):
    """What a command and a group have in common."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=USAGE)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        asked = [_place(each) for each in self.params if isinstance(each, click.Argument)]
        return ["[选项]", *asked]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        given = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        with formatter.section(OPTIONS):
            formatter.write_dl([(_names(each), _told(each)) for each in given])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = HELP
        return option


class Command(_Speaking):
    """One command."""


class Group(_Speaking, click.Group):
    """Commands under one name; called as the program, it also says what was wrong."""

    command_class = Command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[选项]", "命令", "[参数]…"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _Speaking.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(COMMANDS):
            formatter.write_dl([(name, (each.help or "").splitlines()[0]) for name, each in found if each])

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """As click's, with each mistake told in Chinese; the exit codes are click's own."""
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.Abort:
            if not standalone_mode:
                raise
            click.echo("已中断。", err=True)
            sys.exit(1)
        except click.ClickException as problem:
            if not standalone_mode:
                raise
            tell(problem)
            sys.exit(problem.exit_code)
        if not standalone_mode:
            return code
        sys.exit(code if isinstance(code, int) else 0)


def tell(problem: click.ClickException) -> None:
    """The sentence on the error stream; where the call itself was wrong, also how it is called."""
    if isinstance(problem, click.UsageError):
        context = problem.ctx
        if context is not None:
            pieces = " ".join(context.command.collect_usage_pieces(context))
            click.echo(f"{USAGE}{context.command_path} {pieces}", err=True)
            click.echo(f"看帮助：{context.command_path} --help\n", err=True)
        click.echo(f"错误：{_wrong(problem)}", err=True)
    elif type(problem).show is not click.ClickException.show:
        problem.show()
    else:
        click.echo(f"错误：{problem.message}", err=True)


def _wrong(problem: click.UsageError) -> str:
    """click's own mistakes by their kind; ours are Chinese already."""
    if isinstance(problem, click.NoSuchOption):
        return f"没有“{problem.option_name}”这个选项。"
    if isinstance(problem, click.MissingParameter):
        return f"没有写{_of(problem.param).strip()}。"
    if isinstance(problem, click.BadParameter):
        return f"{_of(problem.param)}不对：{_shape(problem.param)}"
    if problem.message.startswith("No such command"):
        return f"没有{problem.message.removeprefix('No such command ').rstrip('.')}这个命令。"
    if problem.message.startswith("Got unexpected extra argument"):
        return f"多写了{problem.message.partition('(')[2].rstrip(').')}。"
    if problem.message.endswith("requires an argument."):
        return "选项后面没有写值。"
    return problem.message


def _of(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return f"选项 {'、'.join(param.opts)} "
    return f"参数“{_place(param)}”" if isinstance(param, click.Argument) else "参数"


def _shape(param: click.Parameter | None) -> str:
    kind = param.type if param is not None else None
    if isinstance(kind, click.IntRange):
        return f"应当是{kind.min}到{kind.max}的整数。"
    if isinstance(kind, click.Path):
        return "没有这个文件，或者打不开，请核对路径。"
    return "请核对写法。"


def _place(argument: click.Argument) -> str:
    name = argument.metavar or (argument.name or "").upper()
    return f"{name}…" if argument.nargs == -1 else name


def _names(option: click.Option) -> str:
    names = ", ".join([*option.opts, *option.secondary_opts])
    return names if option.is_flag or option.count else f"{names} {_value(option)}"


def _value(option: click.Option) -> str:
    kinds: Sequence[tuple[type, str]] = ((click.Path, "路径"), (click.IntRange, "数字"))
    return option.metavar or next((word for kind, word in kinds if isinstance(option.type, kind)), "文字")


def _told(option: click.Option) -> str:
    told = option.help or ""
    if option.show_default and isinstance(option.default, (str, int)) and option.default != "":
        told += f"（默认 {option.default}）"
    return f"{told}（必填）" if option.required else told
