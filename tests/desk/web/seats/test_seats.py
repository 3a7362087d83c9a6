"""参加会诊: a member unit's account sees its meetings, their items, its opinion and its duties, and nothing else."""

import re

import pytest

from tests.assessment import consulting as c
from tests.desk.sitting import page, sit
from tests.reception.township import REPORTER
from yixian.assessment.models import ConsultDuty
from yixian.trail.models import Entry

SEATS = "/desk/seats"


def item_page(item, rest=""):
    return f"/desk/seats/items/{item.pk}{rest}"


def test_before_the_letters_there_is_nothing(town):
    item = c.an_issued(town)
    client = sit(town, "member")

    shown = page(client.get(SEATS))

    assert "还没有请您参加的会诊" in shown
    assert client.get(f"{SEATS}/{item.consultation_id}").status_code == 404
    assert client.get(item_page(item)).status_code == 404


def test_a_member_reads_the_material_and_gives_an_opinion_once(town):
    item = c.a_called(town)
    client = sit(town, "member")
    assert c.MATERIAL.splitlines()[1] in page(client.get(item_page(item)))
    empty = page(client.post(item_page(item, "/give-opinion"), {"way": "say", "words": ""}))
    both = page(client.post(item_page(item, "/give-opinion"), {"way": "decline", "words": c.SAID}))
    assert "请填写意见；不提意见的" in empty
    assert ("写了意见的" in both, c.SAID in both) == (True, True)

    shown = page(client.post(item_page(item, "/give-opinion"), {"way": "say", "words": c.SAID}, follow=True))

    assert "意见密封保存" in shown
    assert c.SAID in shown
    again = client.post(item_page(item, "/give-opinion"), {"way": "say", "words": "改主意了"})
    assert again.status_code == 409
    assert "改主意了" in page(again)


def test_a_member_does_not_see_what_others_said_before_it_is_opened(town):
    item = c.heard(town)

    shown = page(sit(town, "member").get(item_page(item)))

    assert (c.SAID in shown, c.CHIEF_SAID in shown, c.GUEST_SAID in shown) == (True, False, False)


def test_a_member_tells_of_a_duty_and_that_it_is_done(town, settings):
    item = c.decided(town)
    (duty,) = ConsultDuty.objects.all()
    settings.YIXIAN_TODAY = c.NEXT_MONTH
    client = sit(town, "member")
    assert c.DUTY in page(client.get(SEATS))

    client.post(item_page(item, f"/seat-follow-up/{duty.pk}"), {"month": "2026-04-01", "words": "榜已写好"})
    shown = page(client.post(item_page(item, f"/seat-finish/{duty.pk}"), {"words": "已张榜"}, follow=True))

    assert ("榜已写好" in shown, "已张榜" in shown, c.DECISION in shown) == (True, True, True)
    assert "榜已写好" in page(sit(town, "chief").get(f"/desk/consultation-items/{item.pk}"))


def test_a_member_recuses_themselves_and_the_item_is_gone(town):
    item = c.a_called(town)
    client = sit(town, "member")

    client.post(item_page(item, "/recuse-seat"), {"ground": "interest"})

    assert client.get(item_page(item)).status_code == 404
    assert item.matter.number not in page(client.get(f"{SEATS}/{item.consultation_id}"))


def test_nobody_is_asked_whether_they_are_kin_of_the_reporter(town):
    item = c.a_called(town)

    shown = page(sit(town, "member").get(item_page(item, "/recuse-seat")))

    assert ("是被举报人的近亲属" in shown, "是举报人的近亲属" in shown) == (True, False)


def test_of_the_reported_unit_nothing_is_told(town):
    item = c.a_called(town, c.ABOUT_SECRETARY)
    client = sit(town, "neighbour")

    pages = [page(client.get(each)) for each in ("/desk/", SEATS, f"{SEATS}/{item.consultation_id}")]

    assert [text for text in pages if item.matter.number in text or "议题1" in text] == []
    for rest in ("", "/give-opinion", "/recuse-seat"):
        assert client.get(item_page(item, rest)).status_code == 404
    assert client.post(item_page(item, "/give-opinion"), {"way": "say", "words": "我来说"}).status_code == 404


@pytest.mark.parametrize("who", ["member", "neighbour"])
def test_a_member_reaches_no_page_of_the_office(town, who):
    other = c.a_matter(town)
    item = c.decided(town)
    report = item.matter.links.get().report_id
    client = sit(town, who)

    for address in (
        f"/desk/reports/{report}",
        f"/desk/matters/{item.matter_id}",
        f"/desk/matters/{other.pk}/plan",
        f"/desk/matters/{other.pk}/ask-consultation",
        f"/desk/consultations/{item.consultation_id}",
        f"/desk/consultation-items/{item.pk}",
        f"/desk/consultation-items/{item.pk}/write-material",
        "/desk/consultations",
        "/desk/consultations/new",
        "/desk/ledger",
        "/desk/screening",
        "/desk/old-matters",
        "/desk/clues",
        "/desk/inbox",
        "/desk/deadlines",
        "/desk/calendar",
    ):
        answer = client.get(address)
        assert answer.status_code in (403, 404), address
        assert item.matter.number not in page(answer)
        assert other.number not in page(answer)
    found = client.post("/desk/search", {"q": REPORTER.name})
    assert found.status_code in (403, 404)
    assert Entry.objects.filter(outcome="refused").exists()


def test_no_page_of_a_member_tells_who_reports_or_of_another_item(town):
    first = c.a_called(town)
    second = c.an_item(town, c.a_meeting(town), c.LETTER)
    client = sit(town, "member")

    pages = [
        page(client.get(each))
        for each in ("/desk/", SEATS, f"{SEATS}/{first.consultation_id}", item_page(first))
    ]

    leaks = (REPORTER.name, REPORTER.phone, "金丝雀", "低保发放", second.matter.number)
    assert [leak for text in pages for leak in leaks if leak in text] == []
    assert client.get(item_page(second)).status_code == 404
    assert client.get(f"{SEATS}/{second.consultation_id}").status_code == 404


def test_the_navigation_of_a_member_leads_to_the_own_place_alone(town):
    c.a_called(town)

    shown = page(sit(town, "member").get("/desk/"))

    assert 'href="/desk/seats"' in shown
    closed = (
        "/desk/consultations",
        "/desk/ledger",
        "/desk/search",
        "/desk/clues",
        "/desk/screening",
        "/roster/",
    )
    assert [each for each in closed if f'href="{each}"' in shown or f'action="{each}"' in shown] == []


def test_the_material_stands_before_the_opinion_that_is_asked_on_it(town):
    item = c.a_called(town)
    client = sit(town, "member")
    read = page(client.get(item_page(item)))
    material = read[read.index("会诊材料</h2>") :]
    words = re.sub(r"<[^>]+>", "", material[: material.index("</section>")]).split("</h2>")[-1]
    told = max((line.strip() for line in words.splitlines()), key=len)

    asked = page(client.get(item_page(item, "/give-opinion")))

    assert len(told) > len("一、基本情况")
    assert asked.index(told) < asked.index('name="way"')
