from pathlib import Path

import pytest

from tests.reception.township import Township, found_township


@pytest.fixture
def town(db) -> Township:
    return found_township()


@pytest.fixture(autouse=True)
def heads(settings, tmp_path: Path) -> Path:
    settings.YIXIAN_HEADS = tmp_path / "heads"
    return settings.YIXIAN_HEADS
