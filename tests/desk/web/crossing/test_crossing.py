"""片区交叉办理 from the county's dossier to the other township's desk and back, as pages."""

import re

from tests.assessment.area import county_report, proposed, who_of
from tests.desk.sitting import page, sit
from tests.reception.township import LETTER, WEDNESDAY
from tests.scenes import scene
from yixian.assessment.models import CrossHandling
from yixian.desk.waiting import waiting_for
from yixian.reception.models import Report


@scene
def asked(town, **changes):
    typed = {"ground": "near", "township": town.organ.pk, "difficulty": "2", "skills": ["accounts"]}
    return {**typed, **changes}


def do(client, crossing, slug, **typed):
    answer = client.post(f"/desk/crossings/{crossing.uid}/{slug}", typed)
    assert answer.status_code == 302, page(answer)
    return answer


def chief_of(crossing):
    return "bq_chief" if crossing.lead.organ.code == "baiquan" else "fl_chief"


def taken(town, crossing):
    """Offered, cleared by both, accepted."""
    do(sit(town, "county_chief"), crossing, "offer-crossing", pair="first")
    for staff in (crossing.lead, crossing.second):
        do(sit(town, who_of(town, staff)), crossing, "clear-crossing")
    do(sit(town, chief_of(crossing)), crossing, "accept-crossing")


def test_the_dossier_of_a_county_offers_it_and_shows_the_reasons(area):
    town = area.town
    report = county_report(town)
    chief = sit(town, "county_chief")

    dossier = page(chief.get(f"/desk/reports/{report.pk}"))
    answer = chief.post(f"/desk/reports/{report.pk}/propose-crossing", asked(town), follow=True)

    shown = page(answer)
    assert "提请片区交叉办理" in dossier
    assert "为什么提这两个人" in shown
    assert "没有查到应当回避的亲属、任职关系。" in shown
    assert "备选" in shown
    assert "金丝雀" not in shown


def test_a_township_is_not_offered_it(area):
    from tests.reception.township import an_accepted

    report = an_accepted(area.town).report

    assert "提请片区交叉办理" not in page(sit(area.town, "chief").get(f"/desk/reports/{report.pk}"))


def test_bad_input_keeps_what_was_typed(area):
    report = county_report(area.town)
    chief = sit(area.town, "county_chief")

    answer = chief.post(f"/desk/reports/{report.pk}/propose-crossing", asked(area.town, township=""))

    shown = page(answer)
    assert "请选择被反映一方所在乡镇（街道）" in shown
    assert re.search(r'value="near"[^>]*checked', shown)
    assert CrossHandling.objects.count() == 0


def test_the_whole_way_there_and_back(area):
    town = area.town
    crossing = proposed(town)
    taken(town, crossing)
    do(sit(town, "county_chief"), crossing, "hand-down-crossing")
    lead = sit(town, who_of(town, crossing.lead))
    crossing.refresh_from_db()

    inbox = page(lead.get("/desk/inbox"))
    do(lead, crossing, "return-crossing", result="名单确未公示，已补公示。")
    county = page(sit(town, "county_chief").get(f"/desk/crossings/{crossing.uid}"))
    do(sit(town, "county_chief"), crossing, "end-crossing")

    assert LETTER.title in inbox
    assert "名单确未公示，已补公示。" in county
    assert lead.get(f"/desk/crossings/{crossing.uid}").status_code == 404


def test_a_report_taken_back_says_so(area):
    from yixian.reception.actions import WebCorrections, register_web_report

    town = area.town
    crossing = proposed(town)
    taken(town, crossing)
    do(sit(town, "county_chief"), crossing, "hand-down-crossing")
    who = who_of(town, crossing.lead)
    copy = Report.objects.get(crossing=crossing)
    register_web_report(by=town[who], report=copy, corrections=WebCorrections(), on=WEDNESDAY)
    do(sit(town, "county_chief"), crossing, "end-crossing")

    shown = page(sit(town, who).get(f"/desk/reports/{copy.pk}"))

    assert "交叉办理已经结束" in shown
    assert "金丝雀" not in shown


def test_the_other_side_sees_who_is_reported_and_not_why_it_was_chosen(area):
    town = area.town
    crossing = proposed(town)
    do(sit(town, "county_chief"), crossing, "offer-crossing", pair="first")

    shown = page(sit(town, who_of(town, crossing.lead)).get(f"/desk/crossings/{crossing.uid}"))

    assert "被反映一方：柳青山" in shown
    assert "为什么提这两个人" not in shown
    assert LETTER.title not in shown


def test_the_reported_township_finds_nothing(area):
    town = area.town
    crossing = proposed(town)
    taken(town, crossing)

    for who in ("chief", "reported", "relative", "colleague", "handler"):
        assert sit(town, who).get(f"/desk/crossings/{crossing.uid}").status_code in (403, 404)


def test_today_tells_each_what_waits_for_them(area):
    town = area.town
    crossing = proposed(town)
    on = WEDNESDAY

    def waits(who):
        return [line.what for line in waiting_for(town[who], on) if "交叉" in line.what]

    lead = who_of(town, crossing.lead)
    first = waits("county_chief"), waits(lead)
    do(sit(town, "county_chief"), crossing, "offer-crossing", pair="first")
    then = waits("county_chief"), waits(lead), waits(chief_of(crossing))

    assert first == (["决定交叉办理人选"], [])
    assert then == ([], ["交叉办理：确认有无回避情形"], [])


def test_a_refusal_asks_for_its_reason(area):
    town = area.town
    crossing = proposed(town)
    do(sit(town, "county_chief"), crossing, "offer-crossing", pair="first")
    lead = sit(town, who_of(town, crossing.lead))

    empty = lead.post(f"/desk/crossings/{crossing.uid}/refuse-crossing", {"note": "手上有三件"})
    do(lead, crossing, "refuse-crossing", why="no_room", note="手上有三件")

    assert "手上有三件" in page(empty)
    assert "请选择退回原因" in page(empty)
    assert "手上的件多，抽不出人" in page(sit(town, "county_chief").get(f"/desk/crossings/{crossing.uid}"))


def test_the_year_is_shown_in_counts_only(area):
    town = area.town
    crossing = proposed(town, difficulty=3)
    taken(town, crossing)
    do(sit(town, "county_chief"), crossing, "hand-down-crossing")

    shown = page(sit(town, "supervisor").get("/desk/crossings"))
    before = page(sit(town, "supervisor").get("/desk/crossings?year=2025"))

    assert "全年送交 1 件。每人最多 6 分，最少 0 分。" in shown
    assert str(crossing.report) not in shown
    assert "这一年还没有交叉办理" in before
