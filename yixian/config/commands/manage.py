"""``yixian manage …``: Django's own commands, with this installation's settings."""

import os

import click


@click.command(
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []}
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Django 管理命令（供维护人员使用）。"""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.config.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["yixian manage", *arguments])
