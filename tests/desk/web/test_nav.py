"""The side navigation: only the places that lead somewhere for this officer."""

import re

import pytest

from tests.desk.sitting import page, sit
from tests.reception.township import a_letter, a_web_report
from yixian.desk.web.nav import PLACES


def places(answer: str) -> list[str]:
    side = answer[answer.index('<nav aria-label="主导航">') : answer.index("</nav>")]
    return re.findall(r'data-label="([^"]+)"', side)


@pytest.mark.parametrize(
    ("who", "expected"),
    [("clerk", {"今日", "收件", "登记"}), ("admin", {"今日", "名册"}), ("analyst", {"今日", "统计"})],
)
def test_each_role_finds_its_own_places(town, who, expected):
    found = places(page(sit(town, who).get("/desk/")))

    assert expected <= set(found)
    assert ("登记" in found) is (who == "clerk")


def test_the_place_of_the_page_is_marked(town):
    answer = page(sit(town).get("/desk/register/letter"))

    assert re.search(r'<a href="/desk/register" aria-current="page"', answer)


def test_clocks_that_are_due_press_beside_today(town, settings):
    a_letter(town)
    settings.YIXIAN_TODAY = settings.YIXIAN_TODAY.replace(day=24)

    answer = page(sit(town).get("/desk/"))

    assert '<span class="side-count pressing">1<span class="unseen"> 件急办</span></span>' in answer


def test_the_inbox_count_is_remembered_from_its_last_opening(town):
    client = sit(town)
    a_web_report(town)
    client.get("/desk/inbox")

    answer = page(client.get("/desk/register"))

    assert '<span class="side-count">1</span>' in answer


def test_large_type_is_one_tap_away_and_comes_back_to_the_page(town):
    client = sit(town)
    before = page(client.get("/desk/ledger"))
    (switch,) = re.findall(r'class="size-switch" href="([^"]+)"', before)

    after = page(client.get(switch, follow=True))

    assert 'data-size="large"' not in before
    assert '<html lang="zh-CN" data-size="large">' in after
    assert "<h1>台账" in after


def test_no_two_places_share_a_key():
    keys = [place.key for place in PLACES if place.key]

    assert sorted(keys) == sorted(set(keys))
