import pytest

from tests.assessment.consulting import found_town
from tests.moulds import poured
from tests.reception.township import Township


@pytest.fixture
def town(db: None) -> Township:
    """青禾镇 with the accounts of two member units."""
    return poured(found_town)
