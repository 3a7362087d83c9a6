"""A visitor's browser at the window of the invented township."""

import pytest
from django.test import Client

from tests.reception.township import Township
from tests.window.visitor import Visitor


@pytest.fixture
def visitor(town: Township) -> Visitor:
    return Visitor(Client())
