"""复查、复核 in the dossier of a petition."""

from tests.desk.sitting import page, sit
from tests.reception.township import a_letter
from tests.resolution.actions.test_petition_reviews import a_petition
from yixian.resolution.models import PetitionReview

ASKED = {
    "round": "review",
    "organ": "云溪县民政局",
    "served_on": "2026-01-02",
    "asked_on": "2026-03-03",
    "request": "认为收入计算有误",
}


def test_a_request_and_its_decision_stand_in_the_dossier(town):
    report, chief = a_petition(town), sit(town, "chief")
    base = f"/desk/reports/{report.pk}"

    offered = page(chief.get(base))
    chief.post(f"{base}/ask-petition-review", ASKED)
    waiting = page(chief.get(base))
    decision = {"ruling": "upheld", "decided_on": "2026-03-04", "words": "维持原意见。"}
    chief.post(f"{base}/decide-petition-review", decision)
    shown = page(chief.get(base))

    assert "登记复查、复核请求" in offered
    assert "认为收入计算有误" in waiting
    assert "超过请求的期限" in waiting
    assert "维持原意见。" in shown


def test_a_second_review_before_the_first_is_refused_with_its_words(town):
    report, chief = a_petition(town), sit(town, "chief")

    told = page(
        chief.post(f"/desk/reports/{report.pk}/ask-petition-review", {**ASKED, "round": "second_review"})
    )

    assert "请先登记复查" in told
    assert "认为收入计算有误" in told
    assert PetitionReview.objects.count() == 0


def test_an_accusation_is_offered_none(town):
    report = a_letter(town).report

    assert "复查、复核" not in page(sit(town, "chief").get(f"/desk/reports/{report.pk}"))
