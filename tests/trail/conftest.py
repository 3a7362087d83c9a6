"""A heads folder of its own for each test, and someone who acts."""

from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Someone:
    actor: str
    organ_id: int | None = None


@pytest.fixture
def clerk() -> Someone:
    return Someone("staff:12", 3)


@pytest.fixture
def reporter() -> Someone:
    return Someone("reporter")


@pytest.fixture(autouse=True)
def heads(settings, tmp_path: Path) -> Path:
    settings.YIXIAN_HEADS = tmp_path / "heads"
    return settings.YIXIAN_HEADS
