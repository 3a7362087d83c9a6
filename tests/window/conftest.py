"""The invented township as the window needs it: one office, the county above it, and a visitor's browser."""

from pathlib import Path

import pytest
from django.test import Client

from tests.reception.township import Township, found_township
from tests.window.visitor import Visitor


@pytest.fixture
def town(db) -> Township:
    return found_township()


@pytest.fixture(autouse=True)
def heads(settings, tmp_path: Path) -> Path:
    settings.YIXIAN_HEADS = tmp_path / "heads"
    return settings.YIXIAN_HEADS


@pytest.fixture
def visitor(town: Township) -> Visitor:
    return Visitor(Client())
