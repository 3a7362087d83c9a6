"""The words with which a text begins to say something: whom it greets is passed over."""

import re

_GREETED = "领导|同志|书记|主任|组长|纪委|监委|纪检组|组织"
_GREETING = re.compile(
    r"(?:尊敬|敬爱|亲爱)的[^：:，,。！!]{1,20}[：:，,！!]"
    rf"|[^：:，,。！!？?、]{{0,16}}(?:{_GREETED})们?[：:]"
    r"|(?:领导|您|你|您们|你们|大家)好[！!。，,：:]?"
)


def opening(text: str) -> str:
    """The first line that says something, from its first such word; the first line, where none does."""
    lines = [line.strip() for line in text.strip().splitlines()]
    told = (_ungreeted(line) for line in lines)
    return next((line for line in told if line), lines[0] if lines else "")


def _ungreeted(line: str) -> str:
    """尊敬的镇纪委领导：您好！我是…: both greetings go, one after the other."""
    while line and (greeting := _GREETING.match(line)):
        line = line[greeting.end() :].strip()
    return line
