"""协作机关: a card is taken in, compared by telephone, and another card of the same office stops it and is told."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.assessment.elsewhere import found_elsewhere
from tests.desk.sitting import page
from tests.moulds import poured
from tests.reception.township import PHRASE, TUESDAY
from tests.stories.sealed import readable
from yixian.protection.actions import make_partner_card
from yixian.protection.models import Alert, Partner

HEARD = "找王同志核对，县里总机转接"


@pytest.fixture
def away(db):
    return poured(found_elsewhere)


@pytest.fixture(autouse=True)
def _today(settings) -> None:
    settings.YIXIAN_TODAY = TUESDAY


@pytest.fixture
def chief(away) -> Client:
    client = Client()
    client.post("/desk/login", {"username": "qinghe.chief", "passphrase": f"{PHRASE}chief"})
    return client


@pytest.fixture
def card(away):
    return make_partner_card(by=away["far_chief"])


def hand_in(client, content: bytes, relation: str = "beside"):
    file = SimpleUploadedFile("公钥卡.json", content)
    return client.post("/desk/partners", {"card": file, "relation": relation}, follow=True)


def test_a_card_is_of_no_use_before_the_call(away, chief, card):
    shown = page(hand_in(chief, card.as_file()))
    made = Partner.objects.get(organ=away.town.organ)

    assert "打电话核对指纹" in shown
    assert card.fingerprint not in shown
    assert not made.is_in_use


def test_the_call_makes_it_valid_and_who_was_rung_is_sealed(away, chief, card):
    hand_in(chief, card.as_file())
    made = Partner.objects.get(organ=away.town.organ)

    shown = page(
        chief.post(
            f"/desk/partners/{made.uid}/confirm",
            {"read_out": card.fingerprint.replace(" ", ""), "heard": HEARD},
            follow=True,
        )
    )

    made.refresh_from_db()
    assert "指纹一致" in shown
    assert made.is_in_use
    assert readable(HEARD) == []


def test_another_fingerprint_is_refused_with_what_was_typed(away, chief, card):
    hand_in(chief, card.as_file())
    made = Partner.objects.get(organ=away.town.organ)
    wrong = card.fingerprint[:-1] + ("1" if card.fingerprint[-1] != "1" else "2")

    shown = page(
        chief.post(f"/desk/partners/{made.uid}/confirm", {"read_out": wrong, "heard": HEARD}, follow=True)
    )

    made.refresh_from_db()
    assert "卡片可能被调换" in shown
    assert (wrong in shown, HEARD in shown) == (True, True)
    assert not made.is_in_use


def test_another_card_of_the_same_office_stops_the_first_and_alerts(away, chief, card):
    hand_in(chief, card.as_file())
    told = json.loads(card.as_file())
    told["office"] = told["identity"]

    hand_in(chief, json.dumps(told).encode())

    first, second = Partner.objects.filter(organ=away.town.organ).order_by("pk")
    assert (first.retired_on, second.retired_on) == (TUESDAY, None)
    assert first.line == second.line
    assert Alert.objects.filter(organ=away.town.organ, kind="partner_key_changed").count() == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"not json", "这不是公钥卡文件"),
        (b"[]", "这不是公钥卡文件"),
        (b'{"card": "yixian-card", "format": 2}', "更新的版本"),
        (b'{"card": "yixian-card", "format": 1, "name": "x", "office": "AA=="}', "不完整"),
    ],
)
def test_what_is_no_card_is_told_so(chief, content, says):
    assert says in page(hand_in(chief, content))


def test_the_own_card_is_refused(away, chief):
    own = make_partner_card(by=away.town["chief"]).as_file()

    assert "这是本机关自己的公钥卡" in page(hand_in(chief, own))


def test_the_own_fingerprint_is_shown_and_the_file_handed_over(away, chief):
    card = make_partner_card(by=away.town["chief"])

    shown, file = page(chief.get("/desk/partners/card")), chief.post("/desk/partners/card")

    assert card.fingerprint in shown
    assert file.content == card.as_file()


def test_a_clerk_looks_and_takes_in_nothing(away, card):
    clerk = Client()
    clerk.post("/desk/login", {"username": "qinghe.clerk", "passphrase": f"{PHRASE}clerk"})

    assert "登记公钥卡" not in page(clerk.get("/desk/partners"))
    hand_in(clerk, card.as_file())
    assert not Partner.objects.filter(organ=away.town.organ).exists()


def test_a_card_without_a_relation_is_asked_for_it_in_a_whole_sentence(chief):
    assert "请选择对方是上级、下级还是平级机关。" in page(hand_in(chief, b"{}", relation=""))
