"""The page on which an office keeps its address and the stem of its numbers."""

import pytest

from tests.desk.sitting import page, sit
from yixian.roster.models import Organ

TYPED = {"short_name": "青禾纪信", "address": "镇政府一楼", "window_url": "https://jubao.example.cn/"}


def test_the_chief_saves_it_and_the_window_shows_it(town):
    told = page(sit(town, "chief").post("/desk/roster/contact/", TYPED, follow=True))

    kept = Organ.objects.get(pk=town.organ.pk)
    assert "已保存" in told
    assert (kept.short_name, kept.address, kept.window_url) == tuple(TYPED.values())


def test_what_cannot_be_right_is_told_and_what_was_typed_stays(town):
    told = page(sit(town, "chief").post("/desk/roster/contact/", {**TYPED, "window_url": "jubao.example.cn"}))

    assert "https://" in told
    assert 'value="jubao.example.cn"' in told
    assert "青禾纪信" in told


@pytest.mark.parametrize("who", ["clerk", "analyst"])
def test_others_do_not_open_it(town, who):
    assert sit(town, who).get("/desk/roster/contact/").status_code == 403
