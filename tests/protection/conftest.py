from pathlib import Path

import pytest

from tests.protection.township import Office, founded


@pytest.fixture
def office(db) -> Office:
    return founded()


@pytest.fixture(autouse=True)
def heads(settings, tmp_path: Path) -> Path:
    settings.YIXIAN_HEADS = tmp_path / "heads"
    return settings.YIXIAN_HEADS
