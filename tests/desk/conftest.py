from pathlib import Path

import pytest

from tests.desk.sitting import WEDNESDAY
from tests.reception.township import Township, found_township


@pytest.fixture
def town(db, settings) -> Township:
    """青禾镇 on a Wednesday: a letter of Monday is two working days old."""
    settings.YIXIAN_TODAY = WEDNESDAY
    return found_township()


@pytest.fixture(autouse=True)
def heads(settings, tmp_path: Path) -> Path:
    settings.YIXIAN_HEADS = tmp_path / "heads"
    return settings.YIXIAN_HEADS
