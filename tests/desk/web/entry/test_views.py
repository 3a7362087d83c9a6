"""Registration at the desk: one screen, one transaction, a code shown once."""

from tests.desk.sitting import filled, page, sit
from yixian.assessment.queries import classification_of, matter_of
from yixian.reception.models import Report


def test_a_letter_is_registered_classed_and_given_its_matter_in_one_step(town):
    client = sit(town)

    answer = client.post("/desk/register/letter", filled())

    report = Report.objects.get()
    assert answer.status_code == 200, page(answer)
    assert report.number == "2026-0001"
    assert classification_of(report.pk).main_issue == "subsidy_favouritism"
    assert matter_of(report.pk).number in page(client.get(f"/desk/reports/{report.pk}"))
