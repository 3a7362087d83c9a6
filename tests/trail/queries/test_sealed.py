"""The sealed heads, as they are printed."""

from datetime import date
from pathlib import Path

import pytest

from yixian.trail.actions import seal_head
from yixian.trail.queries import SealedHead, sealed_heads

DAY = date(2026, 3, 2)


class System:
    actor = "system"


@pytest.mark.django_db
def test_heads_come_oldest_first_and_an_unreadable_line_says_so(settings, tmp_path: Path):
    settings.YIXIAN_HEADS = tmp_path
    head = seal_head(by=System(), on=DAY)
    with (tmp_path / "2026-03-03.txt").open("w") as file:
        file.write("1 broken\n")

    heads = sealed_heads()

    assert heads == [SealedHead("2026-03-02", 1, head.hash), SealedHead("2026-03-03", None, "")]
