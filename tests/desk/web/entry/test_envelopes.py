"""Envelopes: only that they came and went, and only to the one who noted them."""

from tests.desk.sitting import page, sit
from yixian.reception.models import Envelope

NOTED = {"received_on": "2026-03-02", "channel": "letter"}


def test_an_envelope_is_noted_and_then_sent(town):
    client = sit(town)
    client.post("/desk/register/envelope", NOTED)
    noted = Envelope.objects.get()
    waiting = page(client.get("/desk/envelopes"))

    client.post(f"/desk/envelopes/{noted.pk}/send")

    noted.refresh_from_db()
    assert "登记已报送" in waiting
    assert "还有 3 个工作日" in waiting
    assert (noted.sent_to, noted.sent_by) == (town.county, town.staff["clerk"])


def test_nobody_else_finds_it_not_even_the_chief(town):
    sit(town).post("/desk/register/envelope", NOTED)
    noted, chief = Envelope.objects.get(), sit(town, "chief")

    listed, sent = page(chief.get("/desk/envelopes")), chief.post(f"/desk/envelopes/{noted.pk}/send")

    assert "您没有登记过信封" in listed
    assert sent.status_code == 404


def test_a_date_in_the_future_is_refused_on_the_same_page(town):
    answer = page(sit(town).post("/desk/register/envelope", {**NOTED, "received_on": "2026-03-09"}))

    assert Envelope.objects.count() == 0
    assert 'value="2026-03-09"' in answer
    assert "收到日期不能晚于今天" in answer


def test_the_number_of_the_slip_stands_in_the_list_once_it_was_printed(town):
    client = sit(town)
    client.post("/desk/register/envelope", NOTED)
    before = page(client.get("/desk/envelopes"))

    client.post(f"/desk/envelopes/{Envelope.objects.get().pk}/slip", {"as": "pdf"})

    assert "打印时编" in before
    assert "青纪信〔2026〕1号" in page(client.get("/desk/envelopes"))


def test_the_page_offers_noting_to_whoever_may_and_is_closed_to_whoever_has_no_part_in_it(town):
    clerk, custodian = (page(sit(town, who).get("/desk/envelopes")) for who in ("clerk", "custodian"))

    closed = [sit(town, who).get("/desk/envelopes").status_code for who in ("analyst", "admin")]

    assert ["/desk/register/envelope" in shown for shown in (clerk, custodian)] == [True, False]
    assert "没有等您转交的举报人身份" in custodian
    assert closed == [403, 403]
