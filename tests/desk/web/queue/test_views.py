"""The calling screen, the slip and the monitor: numbers, and nothing of anybody."""

from datetime import time

from django.test import Client

from tests.desk.sitting import page, sit
from yixian.reception.actions import FrontOfficeFacts, set_front_office
from yixian.reception.enums import OutsideHours, TicketState
from yixian.reception.models import QueueTicket

QUEUE = "/desk/queue"


def drawn(client, **typed):
    return client.post(QUEUE, {"wants": "first_time", "first_because": "", **typed})


def test_a_number_is_given_and_its_slip_stands_ready(town):
    client = sit(town)
    drawn(client)

    answer = drawn(client)

    slip = page(client.get(answer.url))
    assert '<p class="slip-number">2<span>号</span></p>' in slip
    assert "前面还有 1 人" in slip


def test_the_window_s_square_is_only_for_whoever_comes_about_a_registered_report(town):
    client = sit(town)

    first, earlier = page(client.get(drawn(client).url)), page(client.get(drawn(client, wants="earlier").url))

    assert ("slip-square" in first, "slip-square" in earlier) == (False, True)


def test_a_slip_is_as_wide_as_the_paper(town):
    client = sit(town)
    address = drawn(client).url

    assert 'class="slip slip-58"' in page(client.get(f"{address}?width=58"))
    assert 'class="slip slip-80"' in page(client.get(f"{address}?width=900"))


def test_whoever_was_called_and_came_is_registered_next(town):
    client = sit(town)
    drawn(client)
    client.post(f"{QUEUE}/next")
    ticket = QueueTicket.objects.get()

    answer = client.post(f"{QUEUE}/{ticket.pk}/came")

    ticket.refresh_from_db()
    assert (answer.url, ticket.state) == ("/desk/register/visit", TicketState.RECEIVED)


def test_one_who_left_is_counted_on_the_page(town):
    client = sit(town)
    drawn(client)

    client.post(f"{QUEUE}/{QueueTicket.objects.get().pk}/left")

    assert "未接待离开 1 人" in page(client.get(QUEUE))


def test_one_who_needs_help_is_put_first_with_the_reason(town):
    client = sit(town)
    drawn(client)
    drawn(client)

    client.post(f"{QUEUE}/{QueueTicket.objects.get(number=2).pk}/first", {"because": "doctor"})

    client.post(f"{QUEUE}/next")
    assert "先接待：需要就医" in page(client.get(QUEUE))


def test_calling_where_nobody_waits_says_so(town):
    answer = sit(town).post(f"{QUEUE}/next", follow=True)

    assert "现在没有人等候" in page(answer)


def test_the_monitor_needs_no_log_in_and_tells_numbers_alone(town):
    client = sit(town)
    for because in ("", "doctor", ""):
        drawn(client, first_because=because)
    client.post(f"{QUEUE}/next")

    told = page(Client().get("/desk/board/qinghe"))

    assert '<p class="board-called" aria-live="polite"><span>2</span></p>' in told
    assert '<p class="board-waiting"><span>1</span><span>3</span></p>' in told
    assert "需要就医" not in told
    assert "<html" not in page(Client().get("/desk/board/qinghe", headers={"HX-Request": "true"}))


def test_a_monitor_of_no_office_does_not_exist(town):
    assert Client().get("/desk/board/nowhere").status_code == 404


def test_the_hotline_s_hours_stand_at_the_window_on_the_slip_and_at_the_screen_of_a_call(town):
    hours = (time(8, 30), time(12), time(14, 30), time(17, 30))
    facts = FrontOfficeFacts(phone="0000-12345", hours=hours, outside=OutsideHours.DUTY)
    set_front_office(by=town["chief"], facts=facts)
    client = sit(town)

    told = "工作日8:30至12:00，14:30至17:30"

    assert told in page(client.get(drawn(client).url))
    assert told in page(client.get("/desk/register/call"))
    assert told in page(Client().get("/"))
