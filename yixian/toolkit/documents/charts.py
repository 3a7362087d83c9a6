"""Few, plain charts that survive a black-and-white printer: dark ink, hatches, values written at the marks.

Each returns PNG bytes. The figure object is used without pyplot, so that nothing global is kept between two
charts and several threads may draw.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from yixian.toolkit.documents.fonts import chart_face

INK = "#1F2A33"
SLATE = "#3D5A73"
_FILLS = (SLATE, "#FFFFFF", "#B9C4CE", "#7F8F9C", "#DDE3E8")
_HATCHES = ("", "////", "", "....", "xx")
_LINES = ("-", "--", ":", "-.")
_MARKS = ("o", "s", "^", "D")
_DPI = 200


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a line chart; a missing value leaves a gap."""

    name: str
    values: Sequence[float | None]


def bar_chart(
    labels: Sequence[str], values: Sequence[float], *, unit: str = "件", share: bool = False
) -> bytes:
    """Lying bars in the caller's order; the value, and its share of the sum, at the end of each."""
    with matplotlib.rc_context(_style()):
        figure, axes = _canvas(height=0.45 + 0.29 * len(labels))
        at = list(range(len(labels)))[::-1]
        axes.barh(at, values, color=SLATE, edgecolor=INK, linewidth=0.6, height=0.62)
        total = sum(values) or 1
        for place, value in zip(at, values, strict=True):
            text = f" {_figure(value)}{unit}" + (f"（{value / total:.1%}）" if share else "")
            axes.text(value, place, text, va="center", ha="left", fontsize=9, color=INK)
        axes.set_yticks(at, labels)
        axes.set_xlim(0, max([*values, 1]) * 1.28)
        axes.xaxis.set_visible(False)
        _bare(axes, keep=("left",))
        return _png(figure)


def column_chart(labels: Sequence[str], values: Sequence[float]) -> bytes:
    """Standing columns in time order with their values on top."""
    with matplotlib.rc_context(_style()):
        figure, axes = _canvas(height=2.9)
        at = range(len(labels))
        axes.bar(at, values, color=SLATE, edgecolor=INK, linewidth=0.6, width=0.62)
        for place, value in zip(at, values, strict=True):
            axes.text(place, value, _figure(value), ha="center", va="bottom", fontsize=8, color=INK)
        _time_axis(axes, labels)
        axes.set_ylim(0, max([*values, 1]) * 1.15)
        _bare(axes, keep=("left", "bottom"))
        return _png(figure)


def line_chart(labels: Sequence[str], series: Sequence[Series], *, percent: bool = True) -> bytes:
    """Lines told apart by stroke and mark, each named at its right end."""
    with matplotlib.rc_context(_style()):
        figure, axes = _canvas(height=2.9)
        for number, line in enumerate(series):
            _draw_line(axes, number, line)
        _time_axis(axes, labels)
        axes.set_xlim(-0.4, len(labels) - 0.6 + len(labels) * 0.22)
        axes.set_ylim(bottom=0)
        if percent:
            axes.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
        _bare(axes, keep=("left", "bottom"))
        _name_lines(axes, series)
        return _png(figure)


def stacked_bar(parts: Sequence[tuple[str, float]], *, unit: str = "件") -> bytes:
    """One bar cut into a few parts of a whole, each named above its part."""
    with matplotlib.rc_context(_style()):
        figure, axes = _canvas(height=1.25)
        total, left = sum(value for _, value in parts) or 1, 0.0
        for number, (name, value) in enumerate(parts):
            fill, hatch = _FILLS[number % len(_FILLS)], _HATCHES[number % len(_HATCHES)]
            axes.barh(0, value, left=left, color=fill, hatch=hatch, edgecolor=INK, linewidth=0.8, height=0.5)
            label = f"{name}\n{_figure(value)}{unit}，{value / total:.1%}"
            axes.text(left + value / 2, 0.34, label, ha="center", va="bottom", fontsize=8.5, color=INK)
            left += value
        axes.set_ylim(-0.3, 1.1)
        axes.set_axis_off()
        return _png(figure)


def _style() -> dict[Any, Any]:
    return {
        "font.family": chart_face(),
        "font.size": 9,
        "axes.unicode_minus": False,
        "axes.edgecolor": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "hatch.linewidth": 0.6,
        "svg.hashsalt": "yixian",
    }


def _canvas(*, height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(6.14, height), dpi=_DPI, layout="constrained")
    FigureCanvasAgg(figure)
    return figure, figure.add_subplot()


def _bare(axes: Axes, *, keep: Sequence[str]) -> None:
    for side, spine in axes.spines.items():
        spine.set_visible(side in keep)
    axes.tick_params(length=0)


def _time_axis(axes: Axes, labels: Sequence[str]) -> None:
    """At most a dozen and a half labels, evenly left out where there are more."""
    step = max(1, -(-len(labels) // 16))
    shown = range(0, len(labels), step)
    axes.set_xticks(list(shown), [labels[at] for at in shown], fontsize=8)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, min_n_ticks=2))


def _draw_line(axes: Axes, number: int, line: Series) -> None:
    values = [float("nan") if value is None else value for value in line.values]
    axes.plot(
        values,
        linestyle=_LINES[number % len(_LINES)],
        marker=_MARKS[number % len(_MARKS)],
        color=INK if number else SLATE,
        markersize=3.5,
        linewidth=1.4,
    )


def _name_lines(axes: Axes, series: Sequence[Series]) -> None:
    """Names at the right, pushed apart where ends meet."""
    ends = [(last, line.name) for line in series if (last := _last(line)) is not None]
    gap = (axes.get_ylim()[1] - axes.get_ylim()[0]) * 0.08
    floor = float("-inf")
    right = max((len(line.values) for line in series), default=1) - 1
    for value, name in sorted(ends):
        height = max(value, floor + gap)
        axes.text(right + 0.25, height, name, va="center", ha="left", fontsize=8.5, color=INK)
        floor = height


def _last(line: Series) -> float | None:
    known = [value for value in line.values if value is not None]
    return known[-1] if known else None


def _figure(value: float) -> str:
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.1f}"


def _png(figure: Figure) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
