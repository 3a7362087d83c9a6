"""Sealed files at the desk: exported, imported, answered, and the receipt taken in; each refusal beside the field."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.assessment.elsewhere import arrived, found_elsewhere, sent
from tests.desk.sitting import page
from tests.moulds import poured
from tests.reception.township import LETTER, PHRASE, REPORTER, TUESDAY, WEDNESDAY
from yixian.assessment.actions import accept_arrival, export_parcel, export_receipt
from yixian.assessment.models import Arrival, ArrivalSupervision, Supervision, Transfer
from yixian.desk.waiting import waiting_for
from yixian.protection.models import Alert


@pytest.fixture
def away(db):
    return poured(found_elsewhere)


@pytest.fixture(autouse=True)
def _wednesday(settings) -> None:
    settings.YIXIAN_TODAY = WEDNESDAY


def seated(username: str, who: str) -> Client:
    client = Client()
    answer = client.post("/desk/login", {"username": username, "passphrase": PHRASE + who})
    assert answer.status_code == 302
    return client


def at_the_county() -> Client:
    return seated("yunxi.county_chief", "county_chief")


def over_there(who: str = "far_clerk") -> Client:
    return seated(f"lingxia.{who}", who)


def brought(client: Client, file: bytes, name: str = "a.yxf"):
    upload = SimpleUploadedFile(name, file)
    return client.post("/desk/parcels/import", {"parcel": upload}, follow=True)


def test_from_the_dossier_to_the_other_office_and_back(away):
    from tests.reception.township import a_letter

    report = a_letter(away.town, who="county_clerk").report
    county, there, chief = at_the_county(), over_there(), over_there("far_chief")

    moved = county.post(
        f"/desk/reports/{report.pk}/transfer",
        {
            "kind_": "assign",
            "receiver": f"partner:{away.there.pk}",
            "summary": "村级低保发放",
            "reason": "由属地核实",
            "telling": "",
        },
        follow=True,
    )
    transfer = Transfer.objects.get()
    file = county.post(f"/desk/transfers/{transfer.uid}/parcel")
    taken = brought(there, file.content)
    arrival = Arrival.objects.get()
    accepted = page(chief.post(f"/desk/arrivals/{arrival.uid}/accept-arrival", follow=True))
    receipt = there.post(f"/desk/arrivals/{arrival.uid}/receipt")
    back = page(brought(county, receipt.content))

    assert "导出加封文件" in page(moved)
    assert file["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert "2026" not in file["Content-Disposition"]
    assert "已收下云溪县纪委监委交办的一件" in page(taken)
    assert "村级低保发放" in page(taken)
    assert "导出回执" in accepted
    assert "对方已接收" in back
    transfer.refresh_from_db()
    assert transfer.reply == "accepted"


def test_what_came_is_found_in_the_list_the_inbox_and_on_today(away):
    arrival = arrived(away, sent(away))
    there = over_there()

    listed = page(there.get("/desk/transfers"))
    inbox = page(there.get(f"/desk/inbox/{arrival.report_id}"))

    assert f"/desk/arrivals/{arrival.uid}" in listed
    assert f"/desk/arrivals/{arrival.uid}" in inbox
    assert "接收转来的件，或者提出异议" in [each.what for each in waiting_for(away["far_clerk"], TUESDAY)]


def test_today_asks_for_the_export_and_for_the_receipt(away):
    transfer = sent(away)
    first = [each.what for each in waiting_for(away["county_chief"], TUESDAY)]
    arrival = arrived(away, transfer)
    accept_arrival(by=away["far_clerk"], arrival=arrival, on=TUESDAY)

    then = [each.what for each in waiting_for(away["far_clerk"], TUESDAY)]

    assert "导出加封文件，送对方" in first
    assert "导出回执，送转来的机关" in then


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda file: b"%PDF-1.7", "不是本系统的加封文件"),
        (lambda file: file[:-5], "加封文件不完整"),
        (lambda file: file[:-5] + b"12345", "校验未通过"),
        (lambda file: file[:7] + b"\x09" + file[8:], "更新的版本"),
    ],
)
def test_a_spoilt_file_is_refused_beside_the_field(away, spoil, says):
    file = export_parcel(by=away["county_chief"], transfer=sent(away), on=TUESDAY).content

    shown = page(brought(over_there(), spoil(file)))

    assert says in shown
    assert Arrival.objects.count() == 0


def test_nothing_chosen_is_told(away):
    shown = page(over_there().post("/desk/parcels/import", {}))

    assert "请选择加封文件。" in shown


def test_a_file_of_a_changed_key_alerts_the_chief(away):
    file = export_parcel(by=away["county_chief"], transfer=sent(away), on=TUESDAY).content
    away.here.signer_public = b"\x01" * 32
    away.here.save()

    shown = page(brought(over_there(), file))

    assert "签名与核对过的公钥卡不符" in shown
    assert Alert.objects.filter(organ=away.organ, kind="partner_key_changed").count() == 1
    assert "协作机关的公钥变了" in page(over_there("far_chief").get("/desk/alerts"))


def test_an_exchanged_receipt_says_so(away):
    arrival = arrived(away, sent(away))
    receipt = export_receipt(by=away["far_clerk"], arrival=arrival, on=TUESDAY).content
    Transfer.objects.all().delete()

    assert "没有找到这份回执所说的" in page(brought(at_the_county(), receipt))


def test_whoever_may_not_meet_it_finds_no_page(away):
    arrival = arrived(away, sent(away))
    handler = over_there("far_handler")
    there = over_there()
    there.post(f"/desk/arrivals/{arrival.uid}/accept-arrival")

    assert handler.get(f"/desk/arrivals/{arrival.uid}").status_code == 200
    assert at_the_county().get(f"/desk/arrivals/{arrival.uid}").status_code == 404
    assert handler.post(f"/desk/transfers/{Transfer.objects.get().uid}/parcel").status_code == 404


def test_the_letter_can_be_printed_where_it_came(away):
    arrival = arrived(away, sent(away))

    paper = over_there().post(f"/desk/arrivals/{arrival.uid}/paper", {"as": "docx"})

    assert paper.status_code == 200
    assert paper.content[:2] == b"PK"


def test_what_went_back_shows_nothing_any_more(away):
    from yixian.assessment.actions import consent_to_objection, import_parcel, object_to_arrival

    arrival = arrived(away, sent(away))
    object_to_arrival(by=away["far_chief"], arrival=arrival, reason="不归本镇办。", on=TUESDAY)
    receipt = export_receipt(by=away["far_clerk"], arrival=arrival, on=TUESDAY)
    import_parcel(by=away["county_chief"], file=receipt.content, on=TUESDAY)
    transfer = Transfer.objects.get()
    consent_to_objection(by=away["county_chief"], transfer=transfer, on=TUESDAY)
    word = export_parcel(by=away["county_chief"], transfer=transfer, on=TUESDAY)

    shown = page(brought(over_there("far_chief"), word.content))

    assert "本件已经退回转来的机关" in shown
    assert [each for each in (LETTER.account, REPORTER.name, "村级低保发放") if each in shown] == []


def test_the_list_asks_the_same_whatever_its_length(away):
    arrived(away, sent(away))
    there = over_there()
    there.get("/desk/transfers")
    one = _asked(there)
    for _ in range(2):
        arrived(away, sent(away))

    assert _asked(there) == one


def _asked(there):
    with CaptureQueriesContext(connection) as queries:
        there.get("/desk/transfers")
    return len(queries)


def test_what_the_county_asks_is_answered_over_there_and_read_here(away):
    transfer = sent(away)
    arrived(away, transfer)
    county, handler = at_the_county(), over_there("far_chief")
    asking = {"kind_": "press", "way": "letter", "words": "请说明进展。", "due_on": "2026-03-20"}

    preview = county.post(f"/desk/transfers/{transfer.uid}/issue-supervision", {**asking, "do": "preview"})
    county.post(f"/desk/transfers/{transfer.uid}/issue-supervision", asking)
    file = county.post(f"/desk/transfers/{transfer.uid}/parcel").content
    took = page(brought(handler, file))
    theirs = ArrivalSupervision.objects.get()
    assert preview.status_code == 200
    assert "收到督办函" in took
    assert theirs.letter_number in took
    assert "答复督办" in page(handler.get("/desk/"))

    empty = page(handler.post(f"/desk/asked/{theirs.uid}/answer-arrival-supervision", {"answer": ""}))
    assert "请填写答复" in empty
    handler.post(f"/desk/asked/{theirs.uid}/answer-arrival-supervision", {"answer": "三户已经走访。"})
    assert "三户已经走访。" in page(handler.get(f"/desk/asked/{theirs.uid}"))
    paper = handler.post(f"/desk/asked/{theirs.uid}/paper", {"as": "docx"})
    assert paper.content[:2] == b"PK"

    receipt = handler.post(f"/desk/arrivals/{theirs.arrival.uid}/receipt").content
    back = page(brought(county, receipt))
    ours = Supervision.objects.get()
    assert "对1件督办、催办有答复" in back
    assert "三户已经走访。" in page(county.get(f"/desk/supervisions/{ours.uid}"))


def test_an_address_of_another_office_s_letter_is_no_page(away):
    transfer = sent(away)
    arrived(away, transfer)
    assert at_the_county().get(f"/desk/asked/{transfer.uid}").status_code == 404
