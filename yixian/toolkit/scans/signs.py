"""Two habits of the engine put right: half-width stops in Chinese text, and the round zero that it leaves out."""

import re

FULL = str.maketrans(",:;?!()", "，：；？！（）")
ROUND = "〇零○"
DIGITS = f"{ROUND}一二三四五六七八九"
YEAR = re.compile(f"(?<![{DIGITS}十百千万])二(?=[{DIGITS}]{{2}}年)")
"""A year of this century with three numerals: 二二一年. Nothing else is written so."""
UNSURE = 0.5


def mended(
    text: str, sure: tuple[float, ...], gaps: tuple[int, ...]
) -> tuple[str, tuple[float, ...], tuple[int, ...]]:
    """The text as Chinese is typed. What was put in is unsure, so that a person looks at it."""
    text = _full_width(text)
    for found in reversed(list(YEAR.finditer(text))):
        at = found.end()
        text, sure = f"{text[:at]}〇{text[at:]}", (*sure[:at], UNSURE, *sure[at:])
        gaps = tuple(gap + (gap > at) for gap in gaps if gap != at)
    return text, sure, gaps


def _full_width(text: str) -> str:
    """A stop beside a Chinese character is full width; in a time, a sum or an address it stays as it is."""
    return "".join(
        sign.translate(FULL) if _is_chinese(text[at - 1 : at]) or _is_chinese(text[at + 1 : at + 2]) else sign
        for at, sign in enumerate(text)
    )


def _is_chinese(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff" or sign in ("”", "》", "）")
