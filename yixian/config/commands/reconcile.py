"""``yixian reconcile``: opening + new − closed = open, and every stray by its number; fails where there is one."""

import os
from datetime import date

import click

from yixian.config.chinese import Command


@click.command(cls=Command)
@click.option("--from", "first", default=None, help="期间的第一天，例如 2026-01-01；不写从今年1月1日起")
@click.option("--to", "last", default=None, help="期间的最后一天；不写到今天")
@click.option("--organ", "code", default=None, help="机关代码；不写则核对全部机关")
def command(*, first: str | None, last: str | None, code: str | None) -> None:
    """收结存对账：来件、事项、线索、被反映人各自收结存相符，漏项逐个列编号。有漏项时以非零状态退出。"""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.config.settings.dev")
    import django

    django.setup()
    from yixian.insight.figures import Period
    from yixian.insight.queries import reconciliation
    from yixian.protection.officer import SYSTEM
    from yixian.trail.actions import record

    today = date.today()
    start, end = _day(first, "--from") or today.replace(month=1, day=1), _day(last, "--to") or today
    if end < start:
        raise click.UsageError("--to 不能早于 --from。")
    period = Period(start, end)
    accounts = reconciliation(SYSTEM, _organ_ids(code), period)
    record(by=SYSTEM, act="insight.reconcile")
    click.echo(str(period))
    for each in accounts:
        counts = each.balance
        click.echo(
            f"{each.thing}：期初未结{counts.opening.value}，本期新收{counts.new.value}，本期办结{counts.closed.value}，"
            f"期末未结{counts.open.value}，{'相符' if counts.ties else '不符'}，漏项{len(each.strays)}"
        )
        for stray in each.strays:
            click.echo(f"  {stray.number}：{stray.lacks}")
    if not all(each.is_sound for each in accounts):
        raise SystemExit(1)
    click.echo("收结存相符，没有漏项。")


def _day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"{option} 的日期“{text}”无法识别，请写作 2026-01-01。") from None


def _organ_ids(code: str | None) -> list[int]:
    from yixian.roster.queries import organ_by_code, organs_under

    if code is None:
        return [organ.pk for organ in organs_under()]
    organ = organ_by_code(code)
    if organ is None:
        raise click.UsageError(f"没有代码为“{code}”的机关。")
    return [organ.pk]
