import pytest

from tests.desk.sitting import WEDNESDAY


@pytest.fixture(autouse=True)
def _wednesday(settings) -> None:
    """A letter of Monday is two working days old."""
    settings.YIXIAN_TODAY = WEDNESDAY
