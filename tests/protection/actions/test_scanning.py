import pytest

from tests.protection.township import founded
from yixian.protection.actions import IDENTITY, OFFICE, NoKey, ToSeal, scan_outgoing, seal, seal_many
from yixian.protection.actions.sealing import BYTES, organ_key
from yixian.protection.actions.watching import watch_words
from yixian.protection.permits import NotPermitted
from yixian.trail.models import Entry
from yixian.vault import sealing
from yixian.vault.models import DataKey

LETTER = "去年秋天石桥村修渠的钱，账上写了三万元，实际只花了一万多元，请查一查。"


@pytest.fixture
def seals(office):
    account = seal(organ_id=office.organ.pk, context="r|1|account", slots={"account": LETTER})
    who = {
        "name": "金丝雀姓名、柳某某",
        "phone": "13800000999",
        "address": "云溪县青禾镇石桥村三组十二号",
        "id_number": "999999200001019999",
        "note": "下午在家",
    }
    identity = seal(organ_id=office.organ.pk, context="r|1|identity", slots=who, purpose=IDENTITY)
    return [account, identity, None]


def found(office, seals, text, who="handler"):
    return [(each.kind, each.excerpt) for each in scan_outgoing(by=office[who], text=text, seals=seals)]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("据金丝雀姓名反映", ("name", "金丝雀姓名")),
        ("据金丝雀 姓名反映", ("name", "金丝雀 姓名")),
        ("柳某某称", ("name", "柳某某")),
        ("请回电138-0000-0999。", ("phone", "138-0000-0999")),
        ("尾号0000999", ("phone", "0000999")),
        ("电话１３８００００", ("phone", "１３８００００")),
        ("住石桥村三组十二号的村民", ("address", "石桥村三组十二号")),
        ("证件99999920000101", ("id_number", "99999920000101")),
        ("信中说，账上写了三万元实际只花了一万多元", ("phrase", "账上写了三万元实际只花了一万多元")),
    ],
)
def test_what_would_give_the_reporter_away_is_found_at_its_place(office, seals, text, finding):
    assert found(office, seals, text) == [finding]


@pytest.mark.parametrize("written", ["now", "before"])
def test_who_came_in_with_a_ledger_is_watched_for_too(office, written):
    """Sealed many at a time, and as such watches were written at first."""
    wanted = ToSeal("r|2|identity", {"name": "金丝雀姓名", "phone": "13800000999"}, IDENTITY)
    (identity,) = seal_many(organ_id=office.organ.pk, wanted=[wanted])
    if written == "before":
        made = DataKey.objects.get(pk=identity)
        words = {"words": BYTES + watch_words(wanted.slots)}
        to = [sealing.to_organ_key(organ_key(office.organ.pk, OFFICE))]
        made.watch = sealing.put_away(context="r|2|identity|watch", slots=words, recipients=to)
        made.save(update_fields=["watch"])

    assert found(office, [identity], "据金丝雀姓名反映") == [("name", "金丝雀姓名")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "关于反映石桥村修渠资金使用问题的函，请你单位核实后书面答复。",
        "账上写了三万元",
        "电话 13900001234，下午在家",
        "请于2026年3月20日前报送有关收据。",
    ],
)
def test_an_ordinary_paper_passes(office, seals, text):
    assert found(office, seals, text) == []


def test_a_handler_scans_without_holding_the_identity_key(office, seals):
    assert found(office, seals, "金丝雀姓名", who="clerk") == [("name", "金丝雀姓名")]


def test_several_findings_come_in_the_order_of_the_text(office, seals):
    text = "金丝雀姓名（13800000999）来信"

    assert found(office, seals, text) == [("name", "金丝雀姓名"), ("phone", "13800000999")]


def test_whoever_cannot_open_the_report_cannot_scan_against_it(office, seals):
    with pytest.raises(NotPermitted):
        found(office, seals, "金丝雀姓名", who="admin")
    with pytest.raises(NoKey):
        found(founded(code="baiyang"), seals, "金丝雀姓名")


def test_a_scan_is_in_the_trail(office, seals):
    found(office, seals, "金丝雀姓名")

    assert Entry.objects.order_by("-seq").first().act == "protection.scan_outgoing"
