from tests.protection.conftest import office

__all__ = ["office"]
import pytest

from tests.assessment.area import Neighbours, found_area
from tests.assessment.elsewhere import Elsewhere, found_elsewhere
from tests.moulds import poured


@pytest.fixture
def area(db: None) -> Neighbours:
    """青禾镇, 白泉镇 and 枫林镇 in one area of the county."""
    return poured(found_area)


@pytest.fixture
def away(db: None) -> Elsewhere:
    """云溪县 and, known by its card, 岭下镇 of another installation."""
    return poured(found_elsewhere)
