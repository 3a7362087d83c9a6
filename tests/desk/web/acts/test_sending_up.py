from dataclasses import replace

from tests.desk.sitting import page, sit
from tests.reception.township import LETTER, WEDNESDAY, a_letter
from yixian.assessment.actions import link_report, open_matter
from yixian.assessment.enums import MatterState
from yixian.assessment.models import Matter, MatterLink
from yixian.reception.models import Report
from yixian.resolution.actions import open_clue


def test_a_report_that_goes_up_leaves_its_matter_to_the_others(town):
    stays, goes = a_letter(town).report, a_letter(town, replace(LETTER, title="另一封信")).report
    matter = open_matter(by=town["clerk"], report=stays, title="低保发放", on=WEDNESDAY)
    link_report(by=town["clerk"], report=goes, matter=matter, on=WEDNESDAY)

    sit(town, "clerk").post(f"/desk/reports/{goes.pk}/send-up", {})

    standing = MatterLink.objects.filter(matter=matter, unlinked_on__isnull=True)
    assert Report.objects.get(pk=goes.pk).organ_id == town["county_chief"].organ_id
    assert list(standing.values_list("report", flat=True)) == [stays.pk]


def test_alone_it_takes_its_matter_along_and_nobody_meets_it_here(town):
    goes = a_letter(town).report
    matter = open_matter(by=town["clerk"], report=goes, title="低保发放", on=WEDNESDAY)
    client = sit(town, "clerk")

    assert "随即销毁" in page(client.get(f"/desk/reports/{goes.pk}/send-up"))
    done = client.post(f"/desk/reports/{goes.pk}/send-up", {}, follow=True)
    assert (done.status_code, "已封存并报送上级" in page(done)) == (200, True)

    assert Matter.objects.get(pk=matter.pk).state == MatterState.SENT_UP
    assert client.get(f"/desk/matters/{matter.pk}").status_code == 404


def test_a_matter_with_a_clue_keeps_its_report_and_the_page_says_why(town):
    report = a_letter(town).report
    matter = open_matter(by=town["clerk"], report=report, title="低保发放", on=WEDNESDAY)
    open_clue(by=town["chief"], matter=matter, questions="低保金的去向", on=WEDNESDAY)

    answer = page(sit(town, "chief").post(f"/desk/reports/{report.pk}/send-up", {}))

    assert "已经登记线索或者作过办理，不能只留信封" in answer
    assert Report.objects.get(pk=report.pk).organ_id == town.organ.pk
