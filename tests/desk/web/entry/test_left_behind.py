"""Who reported follows a report that went down, by the custodian, unread."""

import pytest

from tests.desk.sitting import page, sit
from tests.reception.township import ANONYMOUS, LETTER, MONDAY, REPORTER, TUESDAY
from tests.scenes import scene
from yixian.desk.waiting import waiting_for
from yixian.protection.actions import make_code, organs_reaching
from yixian.reception.actions import deliver_report, pass_on_report, register_letter, take_back_report
from yixian.reception.enums import SourceKind
from yixian.reception.models import Report

URL = "/desk/envelopes"


@scene
def went_down(town, facts=LETTER, who="county_clerk") -> Report:
    registered = register_letter(by=town["county_clerk"], facts=facts, code=make_code(), on=MONDAY)
    passed = pass_on_report(by=town[who], report=registered.report, on=TUESDAY)
    source = SourceKind.PASSED_BY_SUPERIOR
    return deliver_report(by=town[who], report=passed, organ_id=town.organ.pk, source=source, on=TUESDAY)


def lines(town, who="county_custodian"):
    return [(each.what, each.about, each.href) for each in waiting_for(town[who], TUESDAY)]


def test_the_custodian_is_told_today_and_passes_it_on_unread(town):
    below = went_down(town)
    custodian = sit(town, "county_custodian")
    told, shown = lines(town), page(custodian.get(URL))

    done = page(custodian.post(f"{URL}/below/{below.pk}/identity", follow=True))

    assert told == [("转交举报人身份", "来件，已转青禾镇纪委", URL)]
    assert ("不看内容，转交下级" in shown, REPORTER.name in shown) == (True, False)
    assert "举报人身份已转交青禾镇纪委的身份保管人" in done
    assert organs_reaching([below.identity]) == {
        (below.identity, town.county.pk),
        (below.identity, town.organ.pk),
    }
    assert lines(town) == []


def test_it_is_passed_on_once(town):
    below = went_down(town)
    custodian = sit(town, "county_custodian")
    custodian.post(f"{URL}/below/{below.pk}/identity")

    assert custodian.post(f"{URL}/below/{below.pk}/identity").status_code == 404


@pytest.mark.parametrize("who", ["county_chief", "custodian"])
def test_nobody_but_the_senders_custodian_passes_it_on(town, who):
    below = went_down(town)

    answer = sit(town, who).post(f"{URL}/below/{below.pk}/identity")

    assert answer.status_code == {"county_chief": 403, "custodian": 404}[who]
    assert (below.identity, town.organ.pk) not in organs_reaching([below.identity])
    assert [each for each in lines(town, who) if each[0] == "转交举报人身份"] == []


def test_an_anonymous_report_leaves_nobody_behind(town):
    went_down(town, ANONYMOUS)

    assert lines(town) == []


def test_what_came_back_stays_here(town):
    went_down(town)
    above = Report.objects.get(organ=town.county)
    take_back_report(by=town["county_clerk"], report=above, on=TUESDAY)

    assert lines(town) == []
