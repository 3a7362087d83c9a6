from dataclasses import replace

from tests.desk.sitting import sit
from tests.reception.township import LETTER, WEDNESDAY, a_letter
from yixian.assessment.actions import link_report, open_matter
from yixian.assessment.models import MatterLink
from yixian.reception.models import Report


def test_a_report_that_goes_up_leaves_its_matter_to_the_others(town):
    stays, goes = a_letter(town).report, a_letter(town, replace(LETTER, title="另一封信")).report
    matter = open_matter(by=town["clerk"], report=stays, title="低保发放", on=WEDNESDAY)
    link_report(by=town["clerk"], report=goes, matter=matter, on=WEDNESDAY)

    sit(town, "clerk").post(f"/desk/reports/{goes.pk}/send-up", {})

    standing = MatterLink.objects.filter(matter=matter, unlinked_on__isnull=True)
    assert Report.objects.get(pk=goes.pk).organ_id == town["county_chief"].organ_id
    assert list(standing.values_list("report", flat=True)) == [stays.pk]
