"""形式多样化: over how many channels reports come, and whether one matter comes by several."""

from collections.abc import Callable, Sequence
from math import log

from yixian.insight.figures.characteristics.shape import Characteristic
from yixian.insight.figures.characteristics.trend import trend
from yixian.insight.figures.counting import Breakdown, Figure, share, tally
from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import FigureRow
from yixian.regulations.classes import Channel

_DEFINITION = "以最主要方式以外的来件占比衡量多样程度，并列均匀度（各方式完全均衡为1，只有一种为0）"
_LACKING = "没有信访方式的记录，无法测算"


def forms(rows: Sequence[FigureRow], period: Period) -> Characteristic:
    labels = {str(channel.value): channel.label for channel in Channel}
    channels = tally("channels", "信访方式", "以登记为准", rows, _channel, labels=labels)
    headline = share(
        "forms.other", "主要方式以外占比", _DEFINITION, rows, _is_other(channels), lacking=_LACKING
    )
    figures = (_used(channels), _evenness(channels), _crossing(rows))
    movement = trend(rows, period, _is_other(channels))
    return Characteristic("forms", "形式多样化", _DEFINITION, headline, figures, (channels,), movement)


def _channel(row: FigureRow) -> Sequence[str]:
    return (row.channel,) if row.channel else ()


def _is_other(channels: Breakdown) -> Callable[[FigureRow], bool | None]:
    main = channels.largest(1)[0].key if channels.lines else ""
    return lambda row: row.channel != main if row.channel else None


def _used(channels: Breakdown) -> Figure:
    definition = "有来件的信访方式种数"
    if not channels.is_known:
        return Figure("forms.used", "使用的方式", None, "种", definition, lacking=_LACKING)
    return Figure("forms.used", "使用的方式", len(channels.lines), "种", definition, channels.base)


def _evenness(channels: Breakdown) -> Figure:
    definition = "各方式占比的信息熵除以方式总数的对数"
    if not channels.is_known:
        return Figure("forms.evenness", "均匀度", None, "", definition, lacking=_LACKING)
    entropy = -sum(line.share * log(line.share) for line in channels.lines)
    return Figure("forms.evenness", "均匀度", entropy / log(len(Channel)), "", definition, channels.base)


def _crossing(rows: Sequence[FigureRow]) -> Figure:
    """Of the matters reported more than once, the share that came by more than one channel."""
    definition = "反映两件及以上的事项中，经两种及以上方式反映的占比"
    used: dict[str, list[str]] = {}
    for row in rows:
        if row.matter and row.channel:
            used.setdefault(row.matter, []).append(row.channel)
    repeated = [channels for channels in used.values() if len(channels) > 1]
    if not repeated:
        return Figure("forms.crossing", "多方式反映的事项占比", None, "%", definition, lacking=_LACKING)
    value = sum(len(set(channels)) > 1 for channels in repeated) / len(repeated)
    return Figure("forms.crossing", "多方式反映的事项占比", value, "%", definition, len(repeated))
