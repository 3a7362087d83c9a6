"""T1: a thief with the disk. Everything is planted, done and read once, and then nothing is found."""

from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tests.police.logs import CANARIES
from tests.protection.actions.test_identity import REASON, Report
from tests.protection.canary import database_dump, found_in_bytes, found_in_files, home, spellings
from tests.protection.township import DAY, phrase_of
from yixian.protection.actions import (
    IDENTITY,
    WrongPassphrase,
    find_terms,
    grant_identity,
    index_terms,
    issue_receipt,
    make_code,
    open_seal,
    present_code,
    request_identity,
    reseal_slots,
    rewrap,
    scan_outgoing,
    seal,
    view_identity,
)
from yixian.trail.actions import seal_head

NAME, WORDS, PHONE = CANARIES


@pytest.fixture
def worked(office, caplog):
    """A day's work on one report, with canaries in every sealed place. Gives the secrets that were used."""
    receipt = issue_receipt(make_code())
    account = seal(
        organ_id=office.organ.pk,
        context="reception.report|7|account",
        slots={"title": WORDS, "account": WORDS * 50, "scan": WORDS.encode() * 9},
        receipt=receipt.receipt_id,
    )
    who = {"name": NAME, "phone": PHONE, "address": WORDS, "id_number": PHONE, "note": NAME}
    identity = seal(
        organ_id=office.organ.pk, context="reception.report|7|identity", slots=who, purpose=IDENTITY
    )
    handler = office["handler"]
    index_terms(by=handler, record=uuid4(), terms={"gram": [WORDS], "name": [NAME], "phone": [PHONE]})
    find_terms(by=handler, terms={"gram": [WORDS], "name": [NAME]})
    open_seal(by=handler, seal=account)
    open_seal(by=present_code(receipt.code), seal=account)
    reseal_slots(by=handler, seal=account, slots={"title": WORDS + "改"})
    scan_outgoing(by=handler, text=WORDS + NAME + PHONE, seals=[account, identity])
    asked = request_identity(
        by=handler, subject=Report(office.organ.pk), seal=identity, reason=f"{REASON}，{NAME}"
    )
    view_identity(by=handler, request=grant_identity(by=office["custodian"], request=asked))
    rewrap(by=office["chief"], seal=identity, organ_id=office.organ.pk, purpose=IDENTITY)
    for phrase in (phrase_of("clerk"), WORDS + NAME):
        Client().post("/desk/login", {"username": office.staff["clerk"].username, "passphrase": phrase})
    seal_head(by=handler, on=DAY)
    assert Session.objects.count() == 1
    return [receipt.code, receipt.code.replace(" ", ""), phrase_of("clerk"), *office.founding.halves]


def test_the_database_holds_no_name_no_word_and_no_number(worked):
    assert found_in_bytes(CANARIES, database_dump()) == []


def test_the_database_holds_no_code_no_phrase_and_no_recovery_half(worked):
    assert found_in_bytes(worked, database_dump()) == []


def test_no_private_key_is_in_the_database(office, worked):
    held = database_dump()
    privates = [office[who].keys.private for who in ("clerk", "handler", "chief", "custodian")]
    privates += [private for _, private in office["chief"].keys.shares(purpose="office")]
    privates += [private for _, private in office["chief"].keys.shares(purpose="identity")]

    assert [private for private in privates if private in held or private.hex().encode() in held] == []


def test_the_folder_and_the_log_hold_nothing_either(worked, heads, caplog):
    assert found_in_files(CANARIES, home()) + found_in_files(CANARIES, heads) == []
    assert found_in_bytes(CANARIES, caplog.text.encode()) == []


def test_the_search_finds_what_is_really_there(office):
    """The canary search itself is tried: a name of the public staff list must be found in the database."""
    assert found_in_bytes(["接访甲"], database_dump()) != []


@pytest.mark.parametrize(
    "name", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "json", "url", "hex", "base64"]
)
def test_the_search_knows_every_spelling(name):
    form = next(form for form, spelling in spellings(WORDS).items() if spelling == name)

    assert found_in_bytes([WORDS], b"before" + form + b"after") == [f"{WORDS} ({name})"]


def test_the_search_looks_into_files_and_their_names(tmp_path):
    (tmp_path / f"{NAME}.txt").write_text("x")
    (tmp_path / "b.bin").write_bytes(b"\0" + WORDS.encode("gb18030"))

    assert found_in_files(CANARIES, tmp_path) == [f"b.bin: {WORDS} (gb18030)", f"{NAME}.txt: {NAME} (utf-8)"]


def test_a_thief_who_knows_the_staff_list_still_needs_a_phrase(office):
    with pytest.raises(WrongPassphrase):
        office.sit("chief", "云溪县的油菜花开了-chef")
