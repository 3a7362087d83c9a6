"""Which issues an accusation raises, by the rubric's names. Words decide; the most spoken of comes first."""

import re

from yixian.language.kinds import is_village_letter
from yixian.language.words.issues import ISSUES, VILLAGE_ISSUES

OTHER = "其他"
MOST = 4
_PATTERNS = {name: re.compile(words) for name, words in ISSUES.items()}
_PLAIN = {name: re.compile(f"{ISSUES[name]}|{words}") for name, words in VILLAGE_ISSUES.items()}
_SUBJECT_WEIGHT = 3
_ENOUGH = 2  # mentions (a subject's counts three) before an issue is more than a passing word
_SHARE_OF_STRONGEST = 0.5  # in a short letter


def issues(subject: str, detail: str) -> tuple[str, ...]:
    """Names of the issues, strongest first; 其他 if no list of words speaks."""
    short = is_village_letter(subject, detail)
    patterns = _PLAIN if short else _PATTERNS
    weights = {name: _weight(pattern, subject, detail) for name, pattern in patterns.items()}
    ranked = sorted((name for name in weights if weights[name]), key=lambda name: -weights[name])
    enough = max(_ENOUGH, _SHARE_OF_STRONGEST * max(weights.values()) if short else 0)
    strong = [name for name in ranked if weights[name] >= enough]
    return tuple((strong or ranked[:1])[:MOST]) or (OTHER,)


def _weight(pattern: re.Pattern[str], subject: str, detail: str) -> int:
    return len(pattern.findall(detail)) + _SUBJECT_WEIGHT * len(pattern.findall(subject))
