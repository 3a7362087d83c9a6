"""Taking a report over or not: whoever does not says why, and its owner finds it on today's page."""

from tests.desk.sitting import page, sit
from tests.reception.township import MONDAY, a_letter, asked_to_take_over
from yixian.reception.enums import HandOverRefusal


def test_refusing_asks_why_and_the_owner_is_told(town):
    report = a_letter(town).report
    asked = asked_to_take_over(town, report, on=MONDAY)
    address = f"/desk/reports/{report.pk}/refuse-hand-over"
    client = sit(town, "handler")

    assert "请选择退回原因" in page(client.post(address, {}))
    asked.refresh_from_db()
    assert asked.until_on is None

    done = client.post(address, {"why": HandOverRefusal.SKILL}, follow=True)

    assert (done.status_code, done.redirect_chain[-1][0]) == (200, "/desk/")
    assert "已退回，仍由原承办人负责。" in page(done)

    assert "移交被退回" in page(sit(town, "clerk").get("/desk/"))
    assert "退回移交：没有办过这类件，怕办不好" in page(sit(town, "clerk").get(f"/desk/reports/{report.pk}"))
