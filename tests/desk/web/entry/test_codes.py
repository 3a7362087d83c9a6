"""Registering keeps the database as short as it can: the code of the receipt is stretched before."""

from typing import Any

import pytest
from django.db import connection
from nacl.pwhash import argon2id

from tests.desk.sitting import filled, sit
from tests.desk.web.scans.test_views import registered
from tests.reception.scanned import a_read_scan
from tests.reception.township import MONDAY, an_opened_box
from yixian.reception.actions import confirm_box_opening
from yixian.reception.models import Envelope, Report

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """At each stretch: was a transaction open?"""
    seen: list[bool] = []
    stretch = argon2id.kdf

    def watched(*given: Any) -> bytes:
        seen.append(connection.in_atomic_block)
        return stretch(*given)

    monkeypatch.setattr(argon2id, "kdf", watched)
    return seen


@pytest.mark.parametrize("channel", ["letter", "visit", "call", "other"])
def test_no_channel_holds_the_database_while_the_code_is_stretched(town, held, channel):
    client = sit(town)
    held.clear()

    client.post(f"/desk/register/{channel}", filled())

    assert (Report.objects.count(), held) == (1, [False])


def test_nor_does_what_lay_in_a_box(town, held):
    opening, client = an_opened_box(town), sit(town)
    confirm_box_opening(by=town["handler"], opening=opening, on=MONDAY)
    held.clear()

    client.post(f"/desk/register/box/{opening.pk}", filled())

    assert (Report.objects.count(), held) == (1, [False])


def test_nor_a_scanned_letter(town, held):
    scan, client = a_read_scan(town), sit(town)
    held.clear()

    client.post(f"/desk/register/letter/scan/{scan.pk}", registered())

    assert (Report.objects.count(), held) == (1, [False])


@pytest.mark.parametrize("scanned", [False, True])
def test_nor_what_is_sealed_past_this_office(town, held, scanned):
    client = sit(town)
    address = f"/desk/register/letter/scan/{a_read_scan(town).pk}" if scanned else "/desk/register/visit"
    held.clear()

    client.post(address, registered(do="superior") if scanned else filled(do="superior"))

    assert (Envelope.objects.count(), held) == (1, [False])
