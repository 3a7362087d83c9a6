"""Doubtful places after a person has corrected the text: what was not touched stays doubtful, where it stands now."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from yixian.toolkit.scans.shapes import Doubt


def carried_over(before: str, after: str, doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """The doubts whose characters stand in both texts, moved to where they stand in the later one."""
    same = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    kept = []
    for each in doubts:
        for block in same:
            if block.a <= each.start and each.end <= block.a + block.size and block.size:
                shift = block.b - block.a
                kept.append(Doubt(each.start + shift, each.end + shift, each.sure))
                break
    return tuple(kept)
