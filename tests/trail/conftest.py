"""Someone who acts."""

from dataclasses import dataclass

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
