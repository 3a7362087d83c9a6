import pytest

from tests.moulds import poured
from tests.protection.township import Office, founded


@pytest.fixture
def office(db) -> Office:
    return poured(founded)
