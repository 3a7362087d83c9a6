"""What strangers can store is bounded, and ends by itself."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.reception.township import Township
from tests.window.visitor import Visitor, proof
from yixian.window import drawers
from yixian.window.models import Drawer


def test_no_precise_time_is_kept(visitor: Visitor) -> None:
    visitor.begin()

    until = Drawer.objects.get().until

    assert (until.minute, until.second, until.microsecond) == (0, 0, 0)


def test_an_idle_draft_is_destroyed_on_sight(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.begin()
    later = drawers.time.time() + drawers.DRAFT.idle + 1
    monkeypatch.setattr(drawers.time, "time", lambda: later)

    visitor.get("/report/office")

    assert (visitor.at, Drawer.objects.count()) == ("/report/", 0)


def test_a_clock_that_jumped_back_ends_the_draft(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.begin()
    earlier = drawers.time.time() - 3600
    monkeypatch.setattr(drawers.time, "time", lambda: earlier)

    visitor.get("/report/office")

    assert visitor.at == "/report/"


@pytest.mark.parametrize("rubbish", ["", "x", "äöü", "AAAA", "=" * 5000])
def test_a_forged_cookie_is_no_draft_and_no_crash(visitor: Visitor, rubbish: str) -> None:
    visitor.begin()
    visitor.client.cookies["yixian_draft"] = rubbish

    visitor.get("/report/office")

    assert (visitor.at, visitor.status) == ("/report/", 200)


def test_the_cookie_of_a_mailbox_opens_no_draft(visitor: Visitor) -> None:
    visitor.fill_in()
    visitor.open_mailbox(visitor.send())
    visitor.client.cookies["yixian_draft"] = visitor.client.cookies["yixian_mailbox"].value

    visitor.get("/report/check")

    assert visitor.at == "/report/"


def test_forgotten_drawers_are_cleared_when_the_next_one_is_opened(visitor: Visitor) -> None:
    Drawer.objects.create(mark=b"old", content=b"x", until=timezone.now() - timedelta(hours=1))

    visitor.begin()

    assert bytes(Drawer.objects.get().mark) != b"old"


def test_when_the_room_is_full_those_without_an_answer_go_first(
    visitor: Visitor, town: Township, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawers, "MOST", 2)
    visitor.begin()
    visitor.answer("office")
    idle, late = Visitor(Client()), Visitor(Client())
    idle.begin()

    late.begin()
    visitor.get("/report/signing")

    assert (late.at, visitor.at) == ("/report/office", "/report/signing")


def test_when_everyone_is_writing_the_window_says_so(
    visitor: Visitor, town: Township, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawers, "MOST", 1)
    visitor.begin()
    visitor.answer("office")
    late = Visitor(Client())

    page = late.post("/report/", **proof(late.get("/report/")))

    assert "现在使用网上窗口的人太多" in page


def test_drafts_of_strangers_do_not_shut_the_mailbox(
    visitor: Visitor, town: Township, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.fill_in()
    code = visitor.send()
    monkeypatch.setattr(drawers, "MOST", 1)
    reader = Visitor(Client())

    reader.open_mailbox(code)

    assert reader.at == "/mailbox/case"
